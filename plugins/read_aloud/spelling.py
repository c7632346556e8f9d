"""Letters one by one, and words in capitals told from abbreviations."""

import re
from functools import cache, lru_cache
from unicodedata import normalize

from plugins.core.syllables import has_marked_vowel, is_syllable
from plugins.read_aloud.numerals import cardinal, digit_by_digit
from plugins.read_aloud.vocabulary import VOCABULARY


def _letters(kind: str) -> str:
    """All Latin letters of a kind that text in NFC can have, as in a character class."""
    signs = (chr(code) for code in range(0x1F00) if code < 0x0250 or code >= 0x1E00)  # noqa: PLR2004  (the Latin blocks)
    return "".join(sign for sign in signs if getattr(sign, kind)())


UPPER = _letters("isupper")
LOWER = _letters("islower")
_RUN_OF_CAPITALS = re.compile(f"[{UPPER}]{{2,}}")
_PIECES = re.compile(r"\d+|\w", re.UNICODE)
_LONGEST_UNMARKED = 3
# Between two syllables as many as in "ng" and "ph".
_SPEAKABLE = re.compile("[^aeiouy]{0,3}[aeiouy]+(?:[^aeiouy]{1,4}[aeiouy]+)*[^aeiouy]{0,2}")
_SHORTEST_NAME = 6
_SHORTEST_SPEAKABLE = 3


def spelt(form: str) -> str:
    """A form letter by letter, its figures as numbers; signs that join its parts are silent."""
    return " ".join(map(_piece, _PIECES.findall(normalize("NFKC", form))))


def letter(sign: str) -> str:
    """The name of a letter; the sign itself where it has none."""
    return VOCABULARY.letters.get(sign.lower(), sign.lower())


@lru_cache(maxsize=4096)
def name_said(name: str) -> str:
    """A name that is no Vietnamese word: as it is known, else with its capitals spelt.

    Capitals that stand apart make a name such as PowerPoint, which is left as it is.
    """
    if name in VOCABULARY.foreign:
        return VOCABULARY.foreign[name]
    if not name.isalpha() or not any(map(str.islower, name)):
        return spelt(name)
    return " ".join(_RUN_OF_CAPITALS.sub(lambda run: f" {spelt(run[0])} ", name).split())


@cache
def is_word_in_capitals(word: str) -> bool:
    """Whether capitals are an ordinary word: a marked or long syllable, or a speakable name."""
    if is_syllable(word):
        return has_marked_vowel(word) or len(word) > _LONGEST_UNMARKED
    return len(word) >= _SHORTEST_NAME and word.isalpha() and is_speakable(word)


def is_speakable(word: str) -> bool:
    """Whether plain letters can be said as a word: a few consonants between vowels, no more."""
    return len(word) >= _SHORTEST_SPEAKABLE and bool(_SPEAKABLE.fullmatch(word.lower()))


def _piece(piece: str) -> str:
    if not piece.isdecimal():
        return letter(piece)
    return digit_by_digit(piece) if piece.startswith("0") else cardinal(int(piece))
