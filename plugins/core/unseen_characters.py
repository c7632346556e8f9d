"""Characters that nobody sees and that no text of an editor may hold."""

import re
import unicodedata

# Tab and line feed are harmless; the rest has no place in a text: Markdown marks its own
# places with some of it (STX, ETX), and no feed can hold the others (XML 1.0, 2.2). The last two
# are no characters at all, and YAML refuses them; halves of surrogate pairs stand for bytes that
# were not UTF-8.
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufffe\uffff]"
)
# Characters without width: two words that look the same differ, searching finds one of them.
INVISIBLE = re.compile(
    r"[\xad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)
_SHOWN_BEFORE = 24


def full_name(character: str) -> str:
    """What a character is called, with its number: `ZERO WIDTH SPACE (U+200B)`."""
    return f"{unicodedata.name(character, '')} (U+{ord(character):04X})".strip()


def seen_before(text: str, place: int) -> str:
    """The last letters on the line before a place, by which a person finds it."""
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line[-_SHOWN_BEFORE:].strip()
