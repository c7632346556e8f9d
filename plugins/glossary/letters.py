"""Whether the letters of a short form stand for the words of a long form.

Each word gives its first letter, in order. D and its stroked sister are two letters; a
plain vowel stands for those with hats and horns too, W for the horned ones, as on a
keyboard. Function words may be left out, digits may be numbers in words, an abbreviation
among the words may give all its letters, and a foreign word some from its inside.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plugins.core.syllables import is_syllable
from plugins.core.text import fold_diacritics, without_tones
from plugins.glossary.shapes import LOWER, UPPER
from plugins.glossary.wordings import WORDINGS

# Th of ThS, plain letters as in mRNA, numbers as in NV1; signs are no units.
_UNIT = re.compile(f"[{UPPER}][{LOWER}]*|[{LOWER}]|[0-9]+")
# The same where plain letters stand for words of their own, as in IoT.
_LETTER = re.compile(f"[{UPPER}{LOWER}]|[0-9]+")
_HORNED = "\u01b0\u01a1"
_LONGEST_FOREIGN_SHARE = 3
_SHORTEST_FOREIGN = 5


def count_units(short: str) -> int:
    """How many words a short form has letters for, at the least."""
    return len(_UNIT.findall(short))


def reach_of(short: str, words: Sequence[str], *, whole: bool = False) -> int:
    """How many words, from the first, a short form stands for; 0 if it does not.

    The first word and the last take part with a letter.

    Args:
        short: The short form.
        words: The words in small letters.
        whole: Whether it must be all of them.
    """
    for units in _readings_of(short):
        if reach := _Search(words, whole=whole).reach(units, 0):
            return reach
    return 0


def may_begin(short: str, word: str) -> bool:
    """Whether a long form of a short one can begin with a word in small letters."""
    return _begins(word, short[0])


@cache
def _readings_of(short: str) -> tuple[tuple[str, ...], ...]:
    units, letters = tuple(_UNIT.findall(short)), tuple(_LETTER.findall(short))
    return (units,) if units == letters else (units, letters)


class _Search:
    """One search, which enters no dead end twice: hostile texts have very many."""

    def __init__(self, words: Sequence[str], *, whole: bool) -> None:
        self._words = words
        self._whole = whole
        self._dead: set[tuple[int, int]] = set()

    def reach(self, units: tuple[str, ...], used: int) -> int:
        """How many words are used up where all units are; 0 if they never are."""
        if not units:
            return used if not self._whole or used == len(self._words) else 0
        if used == len(self._words) or (len(units), used) in self._dead:
            return 0
        word = self._words[used]
        for share in _shares(word, units):
            if reach := self.reach(units[share:], used + 1):
                return reach
        if used and word in WORDINGS.function_words and (reach := self.reach(units, used + 1)):
            return reach
        self._dead.add((len(units), used))
        return 0


def _shares(word: str, units: tuple[str, ...]) -> Iterator[int]:
    """How many units a word may account for, the likeliest first."""
    if _begins(word, units[0]):
        yield 1
        if len(units) > 1 and _is_foreign(word):
            yield from _foreign_shares(word, units)
    inner = len([sign for sign in word if sign.isalnum()])
    whole = "".join(units[:inner]).lower()
    if 1 < inner <= len(units) and whole == re.sub(r"\W", "", word):
        yield inner


def _foreign_shares(word: str, units: tuple[str, ...]) -> Iterator[int]:
    place = 0
    for share, unit in enumerate(units[1:_LONGEST_FOREIGN_SHARE], start=2):
        place = word.find(unit.lower(), place + 1)
        if place < 0:
            return
        yield share


@cache
def _begins(word: str, unit: str) -> bool:
    if unit.isdigit():
        return word == unit or (len(unit) == 1 and word == WORDINGS.numbers[int(unit)])
    letters = without_tones(unit.lower())
    place = 0
    for other in letters[1:]:
        place = fold_diacritics(word).find(other, place + 1)
        if place < 0:
            return False
    initial = without_tones(word[0])
    return _stands_for(letters[0], initial) or (letters[0] == "x" and word.startswith("ex"))


def _stands_for(letter: str, initial: str) -> bool:
    if letter == initial or (letter == "w" and initial in _HORNED):
        return True
    return letter in "aeou" and fold_diacritics(initial) == letter


@cache
def _is_foreign(word: str) -> bool:
    return len(word) >= _SHORTEST_FOREIGN and word.isascii() and not is_syllable(word)
