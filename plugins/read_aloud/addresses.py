"""E-mail and web addresses: parts that can be said as words stay, others are spelt."""

import re

from plugins.read_aloud.numerals import digit_by_digit
from plugins.read_aloud.places import matches, words
from plugins.read_aloud.readings import rule
from plugins.read_aloud.spelling import is_speakable, spelt
from plugins.read_aloud.vocabulary import VOCABULARY

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_PIECES = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_LONGEST_SPELT = 2
_DOMAINS = "vn|com|net|org|edu|gov|info|io|asia|eu|uk|fr|de|jp|cn|kr"


def _address(match: re.Match[str]) -> str:
    written = _SCHEME.sub("", match[0]).rstrip("/")
    return " ".join(filter(None, map(_part, _PIECES.findall(written))))


def _part(piece: str) -> str:
    if piece.isdecimal():
        return digit_by_digit(piece)
    if not piece.isalpha():
        return VOCABULARY.addresses.get(piece, "")
    if len(piece) > _LONGEST_SPELT and is_speakable(piece):
        return piece.lower()
    return spelt(piece)


RULES = (
    rule(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", _address, needs=words("@")),
    rule(r"https?://[^\s<>“”\"()]*[\w/]", _address, begins=words(["http"])),
    rule(
        rf"""(?<![\w.@/-]) (?:[a-zA-Z0-9-]+\.)+(?:{_DOMAINS})
        (?![\w]) (?:/[\w/.?=&%~+-]*[\w/])?""",
        _address,
        needs=matches(rf"\.(?:{_DOMAINS})(?!\w)", words(".")),
    ),
)
