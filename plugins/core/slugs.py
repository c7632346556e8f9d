"""The last part of an address: what it may be, and one made from a title."""

import re

from plugins.core.text import slugify

SLUG_LENGTH = 100
_WORDS = 8
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Addresses that the lists of the site need: /tin-tuc/2024/03/, /tin-tuc/trang-2/.
_TAKEN_SLUG = re.compile(r"\d{4}|trang-\d+")


def is_slug(text: str) -> bool:
    """Whether a text can be an address: a-z, 0-9, single hyphens, and no list has it."""
    return bool(
        _SLUG.fullmatch(text) and not _TAKEN_SLUG.fullmatch(text) and len(text) <= SLUG_LENGTH
    )


def short_slug(text: str, length: int = SLUG_LENGTH) -> str:
    """The first words of a text as an address part; no word is cut, so it may be empty."""
    parts = slugify(text).split("-")[:_WORDS]
    while len("-".join(parts)) > length:
        parts.pop()
    return "-".join(parts)
