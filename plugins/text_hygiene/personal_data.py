"""Personal data that a page should not show, found by its form and the words beside it."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.text import line_at, squeeze
from plugins.text_hygiene import messages
from plugins.text_hygiene.shown_text import matches_in

CLEARED = "personal_data_cleared"
_TABLE = Path(__file__).with_name("personal_data.toml")
TELEPHONE = "telephone"
_NO_DIGIT = re.compile(r"\D")


class PersonalData(Struct, frozen=True, kw_only=True):
    """One kind of personal data.

    Attributes:
        patterns: The group of each, or all of it, is what nobody should see.
    """

    name: str
    patterns: tuple[re.Pattern[str], ...]


@cache
def read_kinds() -> tuple[PersonalData, ...]:
    """The kinds that are looked for."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return tuple(
        PersonalData(
            name=entry["name"],
            patterns=tuple(re.compile(begin + entry["then"]) for begin in entry["begins"]),
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
    for kind in read_kinds():
        if kind.name == TELEPHONE and not telephones:
            continue
        seen: set[tuple[int, str]] = set()
        for match in chain.from_iterable(matches_in(lowered, each) for each in kind.patterns):
            start, end = match.span(match.lastindex or 0)
            line, given = line_at(shown, start), squeeze(shown[start:end])
            place = (line, _NO_DIGIT.sub("", given))
            if place not in seen:
                seen.add(place)
                yield messages.personal_data(path, line, kind.name, given)
