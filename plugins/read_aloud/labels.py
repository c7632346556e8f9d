"""How well texts are read: what the reader says, held against what people would say."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

_WORDS = re.compile(r"\w+")

Read = Callable[[str], str]
"""Gives what is said for a text."""


class Label(Struct, frozen=True, kw_only=True):
    """A text, and what a person would say for it.

    Attributes:
        group: The class of things that it shows.
        spoken: One way of saying it, or several that are right.
    """

    group: str
    text: str
    spoken: tuple[str, ...]


class Measured(Struct, frozen=True, kw_only=True):
    """How a reader did on the labels of one group, or on all of them.

    Attributes:
        exact: How many have the same words in the same order.
        leaks: How many leave a figure, or two capitals side by side, to the voice.
        wrong: What was said where it is not exact, with the label.
    """

    total: int
    exact: int
    leaks: int
    wrong: tuple[tuple[Label, str], ...]

    @property
    def share(self) -> float:
        """The percentage that is exact."""
        return 100 * self.exact / self.total if self.total else 100.0


def read_labels(file: Path) -> tuple[Label, ...]:
    """The labels of a file: tables by group, in them what is said by text, or a list of ways."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Label(group=group, text=text, spoken=(ways,) if isinstance(ways, str) else tuple(ways))
        for group, entries in table.items()
        for text, ways in entries.items()
    )


def measure(labels: tuple[Label, ...], read: Read) -> Measured:
    """How a reader does on labels."""
    said = [(label, read(label.text)) for label in labels]
    wrong = tuple((label, words) for label, words in said if not _is_right(label, words))
    return Measured(
        total=len(labels),
        exact=len(labels) - len(wrong),
        leaks=sum(leaks(words) for _, words in said),
        wrong=wrong,
    )


def _is_right(label: Label, words: str) -> bool:
    return any(is_same(way, words) for way in label.spoken)


def by_group(labels: tuple[Label, ...]) -> Iterator[tuple[str, tuple[Label, ...]]]:
    """The labels of each group, in the order of the file."""
    groups: Mapping[str, None] = dict.fromkeys(label.group for label in labels)
    for group in groups:
        yield group, tuple(label for label in labels if label.group == group)


def is_same(one: str, other: str) -> bool:
    """Whether two texts have the same words; capitals and signs are not heard."""
    return _WORDS.findall(one.lower()) == _WORDS.findall(other.lower())


def leaks(words: str) -> bool:
    """Whether a voice is left to guess: at a figure, or at two capitals side by side."""
    capitals = any(one.isupper() and other.isupper() for one, other in pairwise(words))
    return capitals or any(map(str.isdigit, words))
