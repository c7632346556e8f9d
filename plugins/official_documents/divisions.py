"""The headings of long documents: parts, chapters, sections, articles, and their addresses.

Headings are read by their address form, without marks and capitals, so this module needs no
Vietnamese letters: `chuong-ii-quy-dinh-chung`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from plugins.core.text import slugify
from plugins.official_documents.addresses import Names, Place, number_places

ARTICLE: Final = "dieu"
_ORDER: Final = ("phan", "chuong", "muc", "tieu-muc", ARTICLE)
"""The kinds of divisions, the outermost first."""
_ROMAN_SECTION: Final = "muc"
_ORDINALS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
# Up to 39: headings A., B., C., D. are no Roman numbers.
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_MOST_TENS = 3
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_DIVISION = re.compile(
    rf"(?P<kind>phan|chuong|muc|tieu-muc|dieu)-(?:thu-)?"
    rf"(?P<written>\d{{1,3}}|{_ROMAN.pattern}|{'|'.join(_ORDINALS)})(?P<suffix>[a-z]?)(?:-|$)"
)
_ROMAN_HEADING = re.compile(rf"(?P<written>{_ROMAN.pattern})\.\s", re.IGNORECASE)


class Division(Struct, frozen=True, kw_only=True):
    """A heading that counts.

    Attributes:
        kind: Such as `chuong`.
        number: What it is in its count; 0 where a letter puts it between two: Article 3a.
        written: The number as its address says it: `ii`, `3a`.
        mark: The words of the heading that make it what it is: `Chapter II`, in Vietnamese.
    """

    kind: str
    number: int
    written: str
    mark: str

    def mark_of(self, number: str) -> str:
        """The mark of another division of this kind, by its number in Arabic figures."""
        word, space, _ = self.mark.rpartition(" ")
        if not number:
            return ""
        return f"{word}{space}{number if self.written.isdigit() else _roman(int(number))}"


class PlacedDivision(Struct, frozen=True, kw_only=True):
    """A division with its address and its place in its count; None where it has no number."""

    division: Division
    address: str
    place: Place | None


def division_of(heading: str) -> Division | None:
    """The division that a heading begins; None for a heading that does not count."""
    if match := _ROMAN_HEADING.match(heading):
        written = match["written"].lower()
        return Division(
            kind=_ROMAN_SECTION,
            number=_value(written),
            written=written,
            mark=f"{match['written']}.",
        )
    match = _DIVISION.match(slugify(heading))
    if match is None:
        return None
    words = match[0].strip("-").count("-") + 1
    return Division(
        kind=match["kind"],
        number=0 if match["suffix"] else _value(match["written"]),
        written=match["written"] + match["suffix"],
        mark=" ".join(heading.split()[:words]).rstrip(".:"),
    )


def place_divisions(divisions: Sequence[Division]) -> list[PlacedDivision]:
    """The divisions of a document with addresses, each counted inside the one around it.

    Articles count through the whole document, whatever stands around them.
    """
    around: dict[str, str] = {}
    counts = defaultdict[tuple[str, str], list[int]](list)
    ids, addresses = Names(), list[str]()
    for place, division in enumerate(divisions):
        outer = _outer(division.kind, around)
        if division.number:
            counts[division.kind, outer].append(place)
        addresses.append(ids.take(f"{outer}{division.kind}-{division.written}"))
        rank = _ORDER.index(division.kind)
        around = {kind: each for kind, each in around.items() if _ORDER.index(kind) < rank}
        around[division.kind] = f"{addresses[-1]}-"
    places = dict(chain.from_iterable(_counted(divisions, each) for each in counts.values()))
    return [
        PlacedDivision(division=division, address=address, place=places.get(number))
        for number, (division, address) in enumerate(zip(divisions, addresses, strict=True))
    ]


def _counted(divisions: Sequence[Division], members: Sequence[int]) -> Iterator[tuple[int, Place]]:
    """The places of those that count together, by where they stand among all."""
    numbers = [divisions[member].number for member in members]
    return zip(members, number_places(numbers, 1), strict=True)


def _outer(kind: str, around: dict[str, str]) -> str:
    """What stands before the address of a division: that of the one around it."""
    if kind == ARTICLE:
        return ""
    rank = _ORDER.index(kind)
    return next((around[each] for each in reversed(_ORDER[:rank]) if each in around), "")


def _value(written: str) -> int:
    if written.isdigit():
        return int(written)
    if written in _ORDINALS:
        return _ORDINALS.index(written) + 1
    values = [_ROMAN_VALUES[letter] for letter in written]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))


def _roman(number: int) -> str:
    """A number up to 39 as headings write it; a greater one in figures."""
    tens, ones = divmod(number, 10)
    return str(number) if tens > _MOST_TENS else f"{'X' * tens}{_ONES[ones]}"
