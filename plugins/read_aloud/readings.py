"""What is said for a stretch of a text, and the rules that say it."""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from plugins.read_aloud.places import Places, SeenText

# Of a long form, words that a text often says before the short one: an index, a network.
_MOST_SHARED = 4
_REACH = 60
_LONGEST_SENTENCE = 2000


class Doubt(StrEnum):
    """Why a reading may be wrong: a person who knows the matter should look at it."""

    SPELT = "spelt"
    FRACTION = "fraction"
    ISSUER = "issuer"


class Reading(Struct, frozen=True, kw_only=True):
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


class Said(Struct, frozen=True):
    """What a rule says for its match."""

    words: str
    doubt: Doubt | None = None


Say = Callable[[re.Match[str]], Said | str | None]
"""Gives the words for a match, or None where the rule does not hold there."""


Lookup = Callable[[str], str]
"""Gives the spoken form of an abbreviation of the register; "" where it has none."""


class Rule(Struct, frozen=True):
    """A pattern and what is said for it.

    Attributes:
        is_number: Whether its readings may be the ends of a range.
        begins: All places at which the pattern may begin; None for any place.
        needs: Without one of these a text holds nothing for the rule; None for any text.
    """

    pattern: re.Pattern[str]
    say: Say
    is_number: bool = False
    begins: Places | None = None
    needs: Places | None = None

    def found_in(self, text: SeenText) -> Iterable[re.Match[str]]:
        """What the pattern finds, as if it were tried at every place."""
        if self.needs is not None and not text[self.needs]:
            return ()
        if self.begins is None:
            return self.pattern.finditer(text.text)
        return _tried(self.pattern, text.text, text[self.begins])


def _tried(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What a pattern finds at these places, none of it within another."""
    done = 0
    for place in places:
        if place >= done and (match := pattern.match(text, place)):
            yield match
            done = match.end()


def rule(
    pattern: str,
    say: Say,
    *,
    is_number: bool = False,
    begins: Places | None = None,
    needs: Places | None = None,
) -> Rule:
    """A rule whose pattern may be written over several lines."""
    return Rule(re.compile(pattern, re.VERBOSE), say, is_number, begins, needs or begins)


def not_said_before(text: str, place: int, words: str) -> str:
    """Words of a long form without those that the text has just said itself."""
    before = text[max(0, place - _REACH) : place]
    said, split = before.lower().split()[-_MOST_SHARED:], words.split()
    for count in range(min(len(said), len(split)), 0, -1):
        if said[-count:] == [word.lower() for word in split[:count]]:
            return " ".join(split[count:])
    return words


def end_of_sentence_before(text: str, place: int) -> int:
    """Where the sentence that holds a place begins, near enough to look back to."""
    begin = max(0, place - _LONGEST_SENTENCE)
    ends = (text.rfind(sign, begin, place) for sign in (". ", "; ", "\n", "? ", "! "))
    return max(begin, *(end + 1 for end in ends))
