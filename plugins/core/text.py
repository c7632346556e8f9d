"""Vietnamese text: one form, words without marks, lines, addresses, alphabetical order.

Vietnamese letters stand in this module because they are its subject.
"""

import re
import unicodedata
from functools import lru_cache

_NOT_ADDRESS = re.compile(r"[^a-z0-9]+")
# ICU's Vietnamese order (CLDR, root and vi): signs, figures, letters; unknown ones come after.
_ORDER = (
    " _-‐–—,;:!?.·'‘’“”„«»()[]{}§@*/\\&#%‰†•`^©®+±÷×<=>|~$€₫"
    "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
)
_RANK = {sign: chr(rank) for rank, sign in enumerate(_ORDER)}
# The tones (huyền, hỏi, ngã, sắc, nặng), then marks that are part of Vietnamese letters only
# on some of them, then those of other languages.
_MARKS = "\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0308\u0327\u0304\u031b"
_TONES = frozenset(_MARKS[:5])
_PLAIN = "0"


def normalise(text: str) -> str:
    """Text in the one form that the site uses: NFC, with line feeds only."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def squeeze(text: str) -> str:
    """Text with every run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def in_small_letters(text: str) -> str:
    """Text in small letters, each in the place of its own letter.

    A few letters, as the Turkish capital I, would become two and move all behind them.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower()[:1] for letter in text)


def fold_diacritics(text: str) -> str:
    """Text as someone types it without marks: đ becomes d, case stays."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def without_tones(text: str) -> str:
    """Text without its tones; hats, breves, horns and strokes stay."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))


def slugify(text: str) -> str:
    """An address part of a-z, 0-9 and single hyphens; may be empty."""
    return "-".join(text.translate(_ADDRESS_SIGNS).split())


class _AddressSigns(dict[int, str]):
    """What each character gives to an address, a space where it parts; made when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _NOT_ADDRESS.sub(" ", fold_diacritics(chr(code)).lower())
        return self[code]


_ADDRESS_SIGNS = _AddressSigns()


def line_at(text: str, place: int) -> int:
    """The line, counted from 1, on which a place of a text lies."""
    return 1 + text.count("\n", 0, place)


def start_of_line(text: str, line: int) -> int:
    """The place at which a line, counted from 1, begins; the end where there are fewer lines."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return len(text)
    return start


def shorten(text: str, words: int) -> str:
    """The first words of a text, with an ellipsis where something was left out."""
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else " ".join(parts[:words]) + "…"


def collation_key(text: str) -> tuple[str, str, str]:
    """A sort key in ICU's Vietnamese order: by letters, then by marks, then small before capital.

    Each counts for the whole text before the next: “Tín” stands before “Tin mới”.
    """
    weights = [_weights(sign) for sign in unicodedata.normalize("NFKC", text)]
    letters, marks, cases = zip(*weights, strict=True) if weights else ((), (), ())
    return "".join(letters), "".join(marks), "".join(cases)


@lru_cache(maxsize=1024)
def _weights(sign: str) -> tuple[str, str, str]:
    """What one character adds to each part of a sort key."""
    parts = unicodedata.normalize("NFD", sign)
    if unicodedata.combining(parts[0]):
        return "", _mark_ranks(parts), ""
    case = "1" if parts[0].isupper() else _PLAIN
    tones = "".join(mark for mark in parts if mark in _TONES)
    bare = "".join(mark for mark in parts if mark not in _TONES)
    letter = unicodedata.normalize("NFC", bare.lower())
    if letter in _RANK:
        return _RANK[letter], _PLAIN + _mark_ranks(tones), case
    base = bare[0].lower()
    return _RANK.get(base, base), _PLAIN + _mark_ranks(parts[1:]), case


def _mark_ranks(marks: str) -> str:
    return "".join(chr(ord("1") + _MARKS.find(mark)) if mark in _MARKS else mark for mark in marks)
