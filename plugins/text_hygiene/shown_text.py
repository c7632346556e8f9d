"""The part of a content file that readers may get to see, each letter on its own line."""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.core.text import start_of_line
from plugins.core.text_checks import CheckedText

# Notes between editors: they quote slips and name reasons, and never reach a page.
_NOTES = re.compile(
    r"^(?:review|personal_data_cleared)[ \t]*:.*(?:\n(?![A-Za-z][\w-]*[ \t]*:|---).*)*",
    re.MULTILINE | re.IGNORECASE,
)
_MOST = 200


def shown_text(text: CheckedText) -> str:
    """The source, with as many empty lines where the notes of editors stood."""
    start = start_of_line(text.source, text.first_line)
    header = _NOTES.sub(lambda note: "\n" * note[0].count("\n"), text.source[:start])
    return header + text.source[start:]


def matches_in(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern, as many as somebody may want to read."""
    return islice(pattern.finditer(text), _MOST)
