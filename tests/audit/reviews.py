"""What people have looked at because axe could not decide, or decided wrongly."""

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from plugins.accessibility_statement.results import Review
from tests.browser.axe import Place

FILE = Path(__file__).with_name("reviews.toml")


class Reviewed(Struct, frozen=True, kw_only=True):
    """One entry of the list.

    Attributes:
        rule: The rule of axe.
        place: What the element's markup holds; "" for every element.
        system: The system (of `matrix.SYSTEMS`) in which alone it holds; "" for all.
        review: What the statement says of it.
    """

    rule: str
    place: str
    system: str
    review: Review

    def covers(self, place: Place, system: str) -> bool:
        """Whether an element is one that somebody has looked at."""
        return (
            self.rule == place.rule and self.place in place.markup and self.system in ("", system)
        )


def read_reviewed(path: Path, today: date) -> list[Reviewed]:
    """The entries that still hold; what has expired must be looked at again."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["review"]
    return [_reviewed(entry) for entry in entries if entry["until"] >= today]


def unexplained(
    places: Iterable[Place], system: str, entries: Sequence[Reviewed]
) -> tuple[list[str], set[Review]]:
    """The elements that nobody has looked at, and the reviews that cover the others."""
    open_places, used = [], set()
    for place in places:
        found = next((entry for entry in entries if entry.covers(place, system)), None)
        if found:
            used.add(found.review)
        else:
            open_places.append(str(place))
    return open_places, used


def _reviewed(entry: dict[str, str]) -> Reviewed:
    given = dict(entry)
    keys = {key: given.pop(key, "") for key in ("rule", "place", "system")}
    return Reviewed(**keys, review=Review(**given))  # type: ignore[arg-type]  # two values are dates
