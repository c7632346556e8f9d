"""How files of a site are served, wherever: their types, and how long they may be kept."""

import re
from collections.abc import Mapping
from types import MappingProxyType

FOR_EVER = "public, max-age=31536000, immutable"
"""For what changes its name with its bytes."""
ASK_AGAIN = "no-cache"
"""For everything else: kept, but shown only after the server said that it still holds, so that a
correction and a withdrawal are seen at once."""
NAMED_BY_CONTENT = ("giao-dien", "anh")
"""The folders of what changes its name with its bytes."""

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "avif": "image/avif",
        "css": "text/css",
        "csv": "text/csv",
        "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "gif": "image/gif",
        "html": "text/html",
        "ico": "image/x-icon",
        "jpg": "image/jpeg",
        "js": "text/javascript",
        "json": "application/json",
        "mp3": "audio/mpeg",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odt": "application/vnd.oasis.opendocument.text",
        "pdf": "application/pdf",
        "png": "image/png",
        "ppt": "application/vnd.ms-powerpoint",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "svg": "image/svg+xml",
        "txt": "text/plain",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
        "xls": "application/vnd.ms-excel",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xml": "application/xml",
        "zip": "application/zip",
    }
)
"""The type of a file by the end of its name."""
FEED_TYPES: Mapping[str, str] = MappingProxyType(
    {".atom.xml": "application/atom+xml", ".rss.xml": "application/rss+xml"}
)
TEXT_TYPES = tuple(
    kind
    for kind in (*TYPES.values(), *FEED_TYPES.values())
    if kind.startswith("text/") or kind.endswith(("json", "xml"))
)
"""What is text, and in UTF-8 here."""

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")

FOR_SERVERS = ("_headers", "_redirects", "_redirects.nginx", "web.config")
"""Files of a site that servers read and never send."""


def asked_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Which bytes a browser asks for, the end exclusive; None where it takes all.

    Players go to a place in a recording only where a server sends parts.

    Args:
        header: `Range`; forms that browsers never send for sound count as none.
        size: Of the whole file.
    """
    match = _RANGE.fullmatch(header or "")
    if not match:
        return None
    start, last = int(match[1]), int(match[2] or size)
    return (start, min(last + 1, size)) if start < size and start <= last else None
