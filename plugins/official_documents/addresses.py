"""The addresses of clauses and points, and what is odd about their count.

The legal order of letters is that of Vietnamese drafting rules: without f j w z, with d-bar,
and without the letters that carry a mark.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from plugins.core.text import slugify

_D_BAR: Final = "\u0111"
_LETTERS: Final = ("a", "b", "c", "d", _D_BAR, *"eghiklmnopqrstuvxy")


class Place(Struct, frozen=True, kw_only=True):
    """The address of one item in its list, and what is odd about its mark.

    Attributes:
        name: The part of the address that stands for the item: `2`, `dd`.
        expected: The mark that the count asks for here, where another is written.
        doubled: Whether an item before it has the same mark.
    """

    name: str
    expected: str = ""
    doubled: bool = False


def letter_places(letters: Sequence[str]) -> list[Place]:
    """The places of the points of one clause, which begin with `a`."""
    return list(_places([letter.lower() for letter in letters], _LETTERS))


def number_places(numbers: Sequence[int], first: int) -> list[Place]:
    """The places of clauses that count on from a first number."""
    order = tuple(str(number) for number in range(first, max(numbers, default=0) + 2))
    return list(_places([str(number) for number in numbers], order))


def _places(marks: Sequence[str], order: Sequence[str]) -> Iterator[Place]:
    """Every mark keeps its own name.

    A doubled one gets the name of its rank in the order where no other item has that.
    """
    ranks = {mark: rank for rank, mark in enumerate(order)}
    written, seen = set(marks), set[str]()
    names = Names()
    rank = 0
    for mark in marks:
        expected = order[rank] if rank < len(order) else ""
        by_rank = mark in seen and expected != "" and expected not in written
        stands_for = expected if by_rank else mark
        yield Place(
            name=names.take(address_part(stands_for)),
            expected="" if mark == expected else expected,
            doubled=mark in seen,
        )
        seen.update((mark, stands_for))
        rank = max(rank, ranks.get(stands_for, -1) + 1)


def address_part(mark: str) -> str:
    """A letter or number as it stands in an address; `dd` for d with a bar."""
    return "dd" if mark == _D_BAR else slugify(mark)


class Names:
    """Names of which each is given once."""

    def __init__(self) -> None:
        self._uses: dict[str, int] = {}

    def take(self, name: str) -> str:
        """The name itself, or with the next free number behind it."""
        candidate = name
        while candidate in self._uses:
            self._uses[name] += 1
            candidate = f"{name}-{self._uses[name]}"
        self._uses[candidate] = 1
        return candidate
