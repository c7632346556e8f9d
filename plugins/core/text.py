"""Vietnamese text: one form, words without marks, addresses, alphabetical order.

Vietnamese letters stand in this module because they are its subject.
"""

import re
import unicodedata

_NOT_ADDRESS = re.compile(r"[^a-z0-9]+")
_SPACE = re.compile(r"\s+")
# The order of the alphabet and of the tones in Vietnamese dictionaries:
# ngang, huyền, hỏi, ngã, sắc, nặng.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
# In the last plane of Unicode, so that digits and signs keep their own, lower places.
_RANK = {letter: chr(0x100000 + rank) for rank, letter in enumerate(_ALPHABET)}


def normalise(text: str) -> str:
    """Text in the one form that the site uses: NFC, with line feeds only."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def squeeze(text: str) -> str:
    """Text with every run of white space made one space, and none at the ends."""
    return _SPACE.sub(" ", text).strip()


def fold_diacritics(text: str) -> str:
    """Text as someone types it without marks: đ becomes d, case stays."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def slugify(text: str) -> str:
    """An address part of a-z, 0-9 and single hyphens; may be empty."""
    return _NOT_ADDRESS.sub("-", fold_diacritics(text).lower()).strip("-")


def shorten(text: str, words: int) -> str:
    """The first words of a text, with an ellipsis where something was left out."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else " ".join(parts[:words]) + "…"


def collation_key(text: str) -> tuple[tuple[str, str], ...]:
    """A sort key in Vietnamese dictionary order, word by word: letters first, then tone.

    Digits and signs come before letters; case does not matter.
    """
    return tuple(_word_key(word) for word in normalise(text).lower().split())


def _word_key(word: str) -> tuple[str, str]:
    letters, tones = [], []
    for sign in word:
        parts = unicodedata.normalize("NFD", sign)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
        bare = unicodedata.normalize("NFC", "".join(m for m in parts if m not in _TONES))
        letters.append(_RANK.get(bare, bare))
        tones.append(str(tone))
    return "".join(letters), "".join(tones)
