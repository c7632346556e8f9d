"""Typical slips of this genre, found by a table: advice with every possible reading."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.text import line_at, squeeze
from plugins.text_hygiene import messages
from plugins.text_hygiene.shown_text import matches_in

_TABLE = Path(__file__).with_name("slips.toml")


class Slip(Struct, frozen=True, kw_only=True):
    """One way to write something wrong.

    Attributes:
        needs: One of these stands in every text that has the slip; asked first where the
            pattern is slow.
        any_case: Whether the pattern is in small letters and means all letters.
        readings: What may be meant, as templates of the match.
        meanings: What else it may be, in words.
    """

    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    any_case: bool
    readings: tuple[str, ...]
    meanings: tuple[str, ...]
    note: str


@cache
def read_slips() -> tuple[Slip, ...]:
    """The table of slips."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return tuple(_slip(**entry) for entry in table["slip"])


def find_slips(path: str, shown: str, lowered: str) -> Iterator[Diagnostic]:
    """Advice about every slip in a text, once for all its places.

    Args:
        path: The content file.
        shown: What readers may see of it.
        lowered: The same in small letters, each letter in the same place.
    """
    for slip in read_slips():
        places: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        for match in _matches(slip, lowered if slip.any_case else shown):
            wrong = squeeze(shown[slice(*match.span())])
            readings = tuple(_filled(reading, match) for reading in slip.readings)
            places.setdefault((wrong, readings), []).append(line_at(shown, match.start()))
        for (wrong, readings), lines in places.items():
            yield messages.slip(path, lines, wrong, readings, slip.meanings, slip.note)


def _filled(reading: str, match: re.Match[str]) -> str:
    """A reading with the groups of a match; `re` takes each template apart anew."""
    return match.expand(reading) if "\\" in reading else reading


def _matches(slip: Slip, text: str) -> Iterator[re.Match[str]]:
    if slip.needs and not any(need in text for need in slip.needs):
        return iter(())
    return matches_in(text, slip.pattern)


def _slip(  # noqa: PLR0913  (the keys of an entry)
    *,
    wrong: str = "",
    behind: str = "",
    unless: str = "",
    pattern: str = "",
    needs: Iterable[str] = (),
    readings: Iterable[str] = (),
    meanings: Iterable[str] = (),
    note: str = "",
) -> Slip:
    return Slip(
        pattern=re.compile(pattern or _whole_words(wrong, behind, unless)),
        needs=tuple(needs),
        any_case=bool(wrong),
        readings=tuple(readings),
        meanings=tuple(meanings),
        note=note,
    )


def _whole_words(wrong: str, behind: str, unless: str) -> str:
    r"""A pattern of whole words; it begins with a plain word, which `re` finds fastest.

    So what may not stand before the first word is asked behind it.
    """
    first, *others = wrong.split()
    before = rf"(?<!\w{first})" + (rf"(?<!{behind.strip()}\s{first})" if behind else "")
    after = rf"(?!\s+{unless})" if unless else ""
    return r"\s+".join([first + before, *others]) + r"(?!\w)" + after
