"""The bytes of a content file as text, or the reasons why they cannot be used."""

import re

from plugins.article_reader import messages
from plugins.article_reader.encodings import is_wide, probable_encoding
from plugins.core.diagnostics import Diagnostic
from plugins.core.text import line_at, normalise
from plugins.core.unseen_characters import CONTROL, INVISIBLE, full_name, seen_before


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
    if match := CONTROL.search(text):
        return messages.control_character(path, *_place(text, match))
    if match := INVISIBLE.search(text):
        return messages.invisible_character(path, *_place(text, match))
    return text


def _place(text: str, match: re.Match[str]) -> tuple[int, str, str]:
    """The line of a character, its name, and what stands before it on the line."""
    return line_at(text, match.start()), full_name(match[0]), seen_before(text, match.start())
