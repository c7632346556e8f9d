"""Personal data that a page should not show, found by its form and the words beside it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.core.diagnostics import Diagnostic
from plugins.text_hygiene import messages
from plugins.text_hygiene.shown_text import line_at

CLEARED = "personal_data_cleared"
_TABLE = Path(__file__).with_name("personal_data.toml")
TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """One kind of personal data.

    Attributes:
        needles: One of these stands in every text that has some.
        pattern: Its first group is what nobody should see.
    """

    name: str
    needles: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def read_kinds() -> tuple[PersonalData, ...]:
    """The kinds that are looked for."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return tuple(
        PersonalData(
            name=entry["name"],
            needles=tuple(entry["needles"]),
            pattern=re.compile(entry["pattern"]),
        )
        for entry in table["kind"]
    )


def find_personal_data(
    path: str, shown: str, lowered: str, *, telephones: bool
) -> Iterator[Diagnostic]:
    """A warning for each piece of personal data; each number once in a line and kind.

    Args:
        path: The content file.
        shown: What readers may see of it.
        lowered: The same in small letters, each letter in the same place.
        telephones: Whether a telephone number should not stand here.
    """
    seen: set[tuple[int, str]] = set()
    for kind in read_kinds():
        if kind.name == TELEPHONE and not telephones:
            continue
        if not any(needle in lowered for needle in kind.needles):
            continue
        for match in kind.pattern.finditer(lowered):
            line = line_at(shown, match.start(1))
            given = " ".join(shown[slice(*match.span(1))].split())
            place = (line, re.sub(r"\D", "", given))
            if place not in seen:
                seen.add(place)
                yield messages.personal_data(path, line, kind.name, given)
