"""What is said for a stretch of a text, and the rules that say it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

# Of a long form, words that a text often says before the short one: an index, a network.
_MOST_SHARED = 4
_REACH = 60


class Doubt(StrEnum):
    """Why a reading may be wrong: a person who knows the matter should look at it."""

    SPELT = "spelt"
    FRACTION = "fraction"
    ISSUER = "issuer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is said for a stretch of a text.

    Attributes:
        start: Where the stretch begins, in characters.
        end: Where it ends, exclusive.
        spoken: The words; "" where it is silent.
        is_number: Whether a hyphen between it and another number means a range.
        doubt: Why it may be wrong; None where it is sure.
    """

    start: int
    end: int
    spoken: str
    is_number: bool = False
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule says for its match."""

    words: str
    doubt: Doubt | None = None


Say = Callable[[re.Match[str]], Said | str | None]
"""Gives the words for a match, or None where the rule does not hold there."""


Lookup = Callable[[str], str]
"""Gives the spoken form of an abbreviation of the register; "" where it has none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what is said for it.

    Attributes:
        is_number: Whether its readings may be the ends of a range.
    """

    pattern: re.Pattern[str]
    say: Say
    is_number: bool = False


def rule(pattern: str, say: Say, *, is_number: bool = False) -> Rule:
    """A rule whose pattern may be written over several lines."""
    return Rule(re.compile(pattern, re.VERBOSE), say, is_number)


def not_said_before(before: str, words: str) -> str:
    """Words of a long form without those that the text has just said itself."""
    said, split = before[-_REACH:].lower().split()[-_MOST_SHARED:], words.split()
    for count in range(min(len(said), len(split)), 0, -1):
        if said[-count:] == [word.lower() for word in split[:count]]:
            return " ".join(split[count:])
    return words


def end_of_sentence_before(text: str, place: int) -> int:
    """Where the sentence that holds a place begins, near enough to look back to."""
    return max(text.rfind(sign, 0, place) for sign in (". ", "; ", "\n", "? ", "! ")) + 1
