"""Which addresses an editor may write into a data file."""

import re
from urllib.parse import urlsplit

# A browser drops blanks and control characters; what it would make of the rest is unknown.
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")


def is_web_address(text: str) -> bool:
    """Whether a text is a full address on the web."""
    if _BLANK.search(text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def is_site_path(text: str) -> bool:
    """Whether a text is an address below the site's root, such as `/lien-he/`."""
    return text.startswith("/") and not text.startswith(("//", "/\\")) and not _BLANK.search(text)


def is_contact(text: str) -> bool:
    """Whether a text may stand as `Contact` in a security.txt (RFC 9116, section 2.5.3)."""
    if text.startswith("mailto:"):
        return re.fullmatch(r"mailto:[^@\s]+@[^@\s]+", text) is not None
    if text.startswith("tel:"):
        return re.fullmatch(r"tel:\+?[0-9.-]+", text) is not None
    return text.startswith("https://") and is_web_address(text)
