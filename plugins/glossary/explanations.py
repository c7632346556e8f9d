"""Whether the text around an abbreviation says its long form, or seems to say another.

Not for finding long forms, as `definitions` does: the long form is known here, and need
not share its letters with the short one.
"""

import re
from collections.abc import Iterable
from functools import cache

from plugins.core.text import slugify

# What may stand between a bracket and a short form that it introduces, without marks:
# "called in short", "hereafter abbreviated as".
_INTRODUCTION = re.compile(r"(sau-day-)?(duoc-)?((goi|viet)-tat(-la)?)?")
_NEAR = 40
# An abbreviation may end with a point: T. Name.
_NAME_AFTER = re.compile(r"\.?[ \u00a0]?")
_BRACKET_AFTER = re.compile(r"\s*\(")
_ALONE_AFTER = re.compile(r"[\s\"”’]*\)")


def is_explained(text: str, start: int, end: int, long: str) -> bool:
    """Whether the text itself says the long form right there.

    That is `long form (A&B)`, also with "called in short" and the like, and
    `A&B (long form)`. Case, marks and signs between words may differ.

    Args:
        text: The passage.
        start: Where the short form begins.
        end: Where it ends, exclusive.
        long: Its long form.
    """
    if text.find("(", max(0, start - _NEAR), end + _NEAR) < 0:
        return False
    reach = _reach(long)
    before = words_before_bracket(text, start, reach)
    if before is not None and f"-{slugify(before)}".endswith(f"-{_folded(long)}"):
        return True
    bracket = _BRACKET_AFTER.match(text, end)
    if not bracket:
        return False
    after = text[bracket.end() : bracket.end() + reach]
    return f"{slugify(after)}-".startswith(f"{_folded(long)}-")


def is_contradicted(text: str, start: int, end: int, long: str) -> bool:
    """Whether a short form alone in brackets stands behind other words than its long form."""
    if not _ALONE_AFTER.match(text, end):
        return False
    before = words_before_bracket(text, start, _reach(long))
    return bool(before and before.strip()) and not is_explained(text, start, end, long)


def stands_before(text: str, end: int, names: Iterable[str]) -> bool:
    """Whether one of some names follows a short form, with or without a point between."""
    begin = _NAME_AFTER.match(text, end)
    place = begin.end() if begin else end
    return any(
        text.startswith(name, place) and not text[place + len(name) :][:1].isalnum()
        for name in names
    )


def words_before_bracket(text: str, start: int, reach: int) -> str | None:
    """The words before the bracket that a short form opens; None where it opens none."""
    bracket = text.rfind("(", max(0, start - _NEAR), start)
    if bracket < 0:
        return None
    introduction = text[bracket + 1 : start]
    if ")" in introduction or not _INTRODUCTION.fullmatch(slugify(introduction)):
        return None
    return text[max(0, bracket - reach) : bracket]


@cache
def _folded(long: str) -> str:
    return slugify(long)


def _reach(long: str) -> int:
    """How many characters a long form may take in a text: marks and spaces may be more."""
    return 2 * len(long) + 10
