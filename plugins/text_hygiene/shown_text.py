"""The part of a content file that readers may get to see, each letter on its own line."""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.core.text_checks import CheckedText

# Notes between editors: they quote slips and name reasons, and never reach a page.
_NOTES = re.compile(
    r"^(?:review|personal_data_cleared)[ \t]*:.*(?:\n(?![A-Za-z][\w-]*[ \t]*:|---).*)*",
    re.MULTILINE | re.IGNORECASE,
)
_MOST = 200


def shown_text(text: CheckedText) -> str:
    """The source, with as many empty lines where the notes of editors stood."""
    start = _body_start(text)
    header = _NOTES.sub(lambda note: "\n" * note[0].count("\n"), text.source[:start])
    return header + text.source[start:]


def matches_in(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern, as many as somebody may want to read."""
    return islice(pattern.finditer(text), _MOST)


def line_at(shown: str, place: int) -> int:
    """The line of the file on which a place of the shown text lies."""
    return 1 + shown.count("\n", 0, place)


def _body_start(text: CheckedText) -> int:
    start = 0
    for _ in range(text.first_line - 1):
        start = text.source.find("\n", start) + 1
        if not start:
            return len(text.source)
    return start
