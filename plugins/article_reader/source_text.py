"""The bytes of a content file as text, or the reasons why they cannot be used."""

import re
import unicodedata

from plugins.article_reader import messages
from plugins.core.diagnostics import Diagnostic
from plugins.core.text import normalise

# Tab, line feed and form feed are harmless; the rest has no place in a text, and some
# of it (STX, ETX) is what Markdown marks its own places with.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


def decode_source(content: bytes, path: str, limit: int) -> str | Diagnostic:
    """The text of a file in NFC with line feeds, or what is wrong with the file."""
    if len(content) > limit:
        return messages.too_large(path, len(content), limit)
    try:
        text = normalise(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return messages.not_utf8(path, 1 + content[: error.start].count(b"\n"))
    if match := _CONTROL.search(text):
        line = 1 + text[: match.start()].count("\n")
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}")
        return messages.control_character(path, line, name)
    return text
