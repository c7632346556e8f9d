"""What an audit has found, as it is kept in a file between the audit and the builds."""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field, to_builtins


class Extent(StrEnum):
    """Under how many of all conditions the pages were visited.

    In the sample every two values of any two conditions meet. At one screen, every page was
    visited with every choice on every system, and under all other conditions as in the sample.
    """

    SAMPLE = "sample"
    ONE_SCREEN = "one-screen"
    WHOLE = "whole"


class Figure(Struct, frozen=True, kw_only=True):
    """A measured number.

    Attributes:
        value: What was counted, or the worst score.
        over: How many things were looked at; 0 where that says nothing.
    """

    value: int
    over: int = 0


class Review(Struct, frozen=True, kw_only=True):
    """Something that a tool leaves to people, and what people say of it.

    Attributes:
        what: The tool's rule and the place.
        reason: Why it is no fault.
        since: When somebody looked at it.
        until: When somebody has to look again.
    """

    what: str
    reason: str
    since: date
    until: date


class Results(Struct, frozen=True, kw_only=True):
    """One audit of one site.

    Attributes:
        day: When it was run.
        extent: Under how many of all conditions the pages were visited.
        pages: How many pages of the site were visited.
        visits: How many times a page was opened.
        combinations: How many visits there are if every page is opened in every mode.
        tools: Versions by the name of the tool.
        figures: Figures by the name of the measure; what was not measured is not there.
        open_since: Since when a measure is not met, by its name.
        reviews: What was left to people.
    """

    day: date
    extent: Extent
    pages: int
    visits: int
    combinations: int
    tools: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    open_since: Mapping[str, date] = field(default_factory=dict)
    reviews: tuple[Review, ...] = ()


def read_results(path: Path) -> Results | None:
    """The results in a file; None where no audit has written one."""
    if not path.is_file():
        return None
    given = json.loads(path.read_text(encoding="utf-8"))
    return Results(
        day=date.fromisoformat(given["day"]),
        extent=Extent(given["extent"]),
        **{key: given[key] for key in ("pages", "visits", "combinations", "tools")},
        figures={name: Figure(**figure) for name, figure in given["figures"].items()},
        open_since={name: date.fromisoformat(day) for name, day in given["open_since"].items()},
        reviews=tuple(_review(review) for review in given["reviews"]),
    )


def written(results: Results) -> str:
    """The text of a results file; equal results give equal text."""
    return json.dumps(to_builtins(results), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _review(given: Mapping[str, str]) -> Review:
    days = {key: date.fromisoformat(given[key]) for key in ("since", "until")}
    return Review(what=given["what"], reason=given["reason"], **days)
