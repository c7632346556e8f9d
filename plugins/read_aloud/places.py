"""Where in a text a rule may begin, found without trying the rule everywhere.

Most of a text is small letters, of which hardly any rule says anything. Everything else is a
mark: a number, a sign, a run of letters that begins with a capital. Marks are looked up once for
all rules, and each rule names those that it may begin with.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Protocol

from msgspec import Struct

from plugins.read_aloud.spelling import LOWER, UPPER

# It begins with one class of signs, by which the engine leaps over what is of no interest.
_MARK = re.compile(rf"[^\s_{LOWER}](?:(?<=[{UPPER}])[{UPPER}{LOWER}]+|(?<=\d)\d+)?")
_NUMBER = "0"


class Places(Protocol):
    """A kind of place."""

    def within(self, text: "SeenText") -> Sequence[int]:
        """The places of this kind, in their order."""
        ...


class SeenText(dict["Places", Sequence[int]]):
    """The places of a text by their kind; what is more than marks is looked for when asked for."""

    def __init__(self, text: str) -> None:
        """Look up the marks."""
        super().__init__(_nothing_found())
        self.text = text
        marks = defaultdict[str, list[int]](list)
        for match in _MARK.finditer(text):
            marks[match[0]].append(match.start())
        found = defaultdict["_Marks", list[int]](list)
        for mark, places in marks.items():
            for kind in _kinds_of(mark):
                found[kind] += places
        for kind, places in found.items():
            self[kind] = kind.ordered(places, text)

    def __missing__(self, wanted: Places) -> Sequence[int]:
        """Look for the places of a kind."""
        self[wanted] = wanted.within(self)
        return self[wanted]


class _Marks(Struct, frozen=True, eq=False):
    """Where numbers, certain signs or certain words stand that begin with a capital."""

    marks: frozenset[str]

    def holds(self, mark: str) -> bool:
        return (_NUMBER if mark.isdecimal() else mark) in self.marks

    def ordered(self, places: Iterable[int], text: str) -> Sequence[int]:  # noqa: ARG002  (others need it)
        return sorted(places)

    def within(self, text: SeenText) -> Sequence[int]:
        return text[self]


class _Shaped(_Marks, frozen=True, eq=False):
    """The beginnings of words in which a mark has a certain shape."""

    shape: re.Pattern[str]

    def holds(self, mark: str) -> bool:
        return bool(self.shape.search(mark))

    def ordered(self, places: Iterable[int], text: str) -> Sequence[int]:
        return sorted({_beginning_of_word(text, place) for place in places})


class _Literals(Struct, frozen=True, eq=False):
    """Where certain strings stand, also within words."""

    strings: tuple[str, ...]

    def within(self, text: SeenText) -> Sequence[int]:
        found = [string for string in self.strings if string in text.text]
        return (
            sorted({place for string in found for place in _each(string, text.text)})
            if found
            else ()
        )


class _Matches(Struct, frozen=True, eq=False):
    """Which of the places of another kind match a pattern."""

    pattern: re.Pattern[str]
    among: Places

    def within(self, text: SeenText) -> Sequence[int]:
        return [place for place in text[self.among] if self.pattern.match(text.text, place)]


class _Either(Struct, frozen=True, eq=False):
    """The places of several kinds."""

    kinds: tuple[Places, ...]

    def within(self, text: SeenText) -> Sequence[int]:
        found = [places for kind in self.kinds if (places := text[kind])]
        if len(found) < 2:  # noqa: PLR2004  (nothing to be mixed)
            return found[0] if found else ()
        return sorted(set(chain.from_iterable(found)))


_declared: list[_Marks] = []
"""All kinds of marks, as the modules of rules declare them when they are loaded."""


@lru_cache(maxsize=1 << 16)
def _kinds_of(mark: str) -> tuple[_Marks, ...]:
    return tuple(kind for kind in _declared if kind.holds(mark))


@lru_cache(maxsize=1)
def _nothing_found() -> dict[Places, Sequence[int]]:
    return dict.fromkeys(_declared, ())


def _declare(kind: _Marks) -> Places:
    _declared.append(kind)
    return kind


def words(expressions: Iterable[str]) -> Places:
    """The places of words and signs, or of expressions that begin with them.

    A word that begins with a capital has to end where the expression, or its first word, ends.
    """
    marks, others = set[str](), list[str]()
    for expression in expressions:
        mark = _MARK.match(expression)
        if mark and not mark[0].isdecimal():
            marks.add(mark[0])
        else:
            others.append(expression)
    kinds: list[Places] = [_declare(_Marks(frozenset(marks)))] if marks else []
    kinds += [_Literals(tuple(others))] if others else []
    return kinds[0] if len(kinds) == 1 else _Either(tuple(kinds))


def numbers_and(signs: str) -> Places:
    """The places of numbers and of some signs."""
    return _declare(_Marks(frozenset([_NUMBER, *signs])))


def shaped(shape: str) -> Places:
    """The beginnings of words in which a run of letters that begins with a capital looks so."""
    return _declare(_Shaped(frozenset(), re.compile(shape)))


def matches(pattern: str, among: Places) -> Places:
    """Those places of a kind at which a pattern matches."""
    return _Matches(re.compile(pattern), among)


def either(*kinds: Places) -> Places:
    """The places of several kinds."""
    return _Either(kinds)


def _each(string: str, text: str) -> Iterator[int]:
    place = text.find(string)
    while place >= 0:
        yield place
        place = text.find(string, place + 1)


def _beginning_of_word(text: str, place: int) -> int:
    while place and (text[place - 1].isalnum() or text[place - 1] == "_"):
        place -= 1
    return place


NUMBERS = numbers_and("")
SIGNED_NUMBERS = numbers_and("+−–-")
# Numbers that are followed by another one, with a sign between them.
JOINED_NUMBERS = matches(r"\d+\s?[-–—/.:,x×*]\s?\d", NUMBERS)
SLASHES = words("/")
HYPHENS = words("-–—")
COLONS = words(":")
CAPITALS = shaped(f"[{UPPER}]{{2}}")
