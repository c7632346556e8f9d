"""The bytes of a content file as text, or the reasons why they cannot be used."""

import re
import unicodedata

from plugins.article_reader import messages
from plugins.article_reader.encodings import is_wide, probable_encoding
from plugins.core.diagnostics import Diagnostic
from plugins.core.text import normalise

# Tab, line feed and form feed are harmless; the rest has no place in a text, and some
# of it (STX, ETX) is what Markdown marks its own places with.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
# Characters without width: two words that look the same differ, searching finds one of them.
_INVISIBLE = re.compile(
    r"[\xad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)
_SHOWN_BEFORE = 24


def decode_source(content: bytes, path: str, limit: int) -> str | Diagnostic:
    """The text of a file in NFC with line feeds, or what is wrong with the file."""
    if len(content) > limit:
        return messages.too_large(path, len(content), limit)
    if is_wide(content):
        return messages.not_utf8(path, 1, probable_encoding(content))
    try:
        text = normalise(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = 1 + content[: error.start].count(b"\n")
        return messages.not_utf8(path, line, probable_encoding(content))
    if match := _CONTROL.search(text):
        return messages.control_character(path, *_place(text, match))
    if match := _INVISIBLE.search(text):
        return messages.invisible_character(path, *_place(text, match))
    return text


def _place(text: str, match: re.Match[str]) -> tuple[int, str, str]:
    """The line of a character, its name, and what stands before it on the line."""
    name = f"{unicodedata.name(match[0], '')} (U+{ord(match[0]):04X})".strip()
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = text[max(line_start, match.start() - _SHOWN_BEFORE) : match.start()]
    return 1 + text.count("\n", 0, match.start()), name, before.strip()
