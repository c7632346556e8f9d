"""What the server answers to an address: pure, so that every rule can be tested without it."""

import html
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, unquote

from msgspec import Struct

from plugins.core.files import inside
from plugins.core.fingerprints import digest_of
from plugins.preview import messages
from plugins.preview.status import Status

PREFIX = "/__preview__/"
EVENTS = f"{PREFIX}events"
_CLIENT = Path(__file__).parent / "client"
_HTML = "text/html; charset=utf-8"
_NO_LOOKS: Mapping[str, bytes] = MappingProxyType({})
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".html": _HTML,
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_STATUS_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="{prefix}reload.css">
</head>
<body>
<main class="preview-status">
<h1>{title}</h1>
<ol class="preview-findings">{findings}</ol>
</main>
</body>
</html>
"""


class Answer(Struct, frozen=True, kw_only=True):
    """A whole answer.

    Attributes:
        location: Where a redirect leads.
        digest: Of a page without the script.
    """

    status: HTTPStatus
    type: str = "text/plain; charset=utf-8"
    content: bytes = b""
    location: str = ""
    digest: str = ""


def answer(
    folder: Path, target: str, status: Status, looks: Mapping[str, bytes] = _NO_LOOKS
) -> Answer:
    """The answer to a request for a page or a file.

    Args:
        folder: The built site.
        target: The address as it was sent: path and query, still quoted.
        status: Of the preview; before its first good build every page shows it.
        looks: Pages that are newer than the built ones, by their paths in the folder.
    """
    path = unquote(target.partition("?")[0])
    if path.startswith(PREFIX):
        return _client_file(path.removeprefix(PREFIX))
    if not status.version:
        return _status_page(status)
    try:
        return _look(path, status, looks) or _built_answer(folder, path, status)
    except (OSError, ValueError):
        # A file that this very build takes away; a name that no file can have.
        return Answer(status=HTTPStatus.NOT_FOUND, content=messages.NOT_FOUND.encode())


def _look(path: str, status: Status, looks: Mapping[str, bytes]) -> Answer | None:
    look = looks.get(f"{path}index.html".removeprefix("/"))
    return _page(look, HTTPStatus.OK, status) if look else None


def _built_answer(folder: Path, path: str, status: Status) -> Answer:
    if file := inside(folder, f"{path}index.html" if path.endswith("/") else path):
        return _file(file, HTTPStatus.OK, status)
    if inside(folder, f"{path}/index.html"):
        return Answer(status=HTTPStatus.FOUND, location=f"/{quote(path.strip('/'))}/")
    if page := inside(folder, "404.html"):
        return _file(page, HTTPStatus.NOT_FOUND, status)
    return Answer(status=HTTPStatus.NOT_FOUND, content=messages.NOT_FOUND.encode())


def _file(file: Path, code: HTTPStatus, status: Status) -> Answer:
    kind = _TYPES.get(file.suffix, "application/octet-stream")
    content = file.read_bytes()
    if kind == _HTML:
        return _page(content, code, status)
    return Answer(status=code, type=kind, content=content)


def _page(content: bytes, code: HTTPStatus, status: Status) -> Answer:
    digest = digest_of(content)
    content = add_reload_script(content, status.version, digest)
    return Answer(status=code, type=_HTML, content=content, digest=digest)


def add_reload_script(page: bytes, version: str, digest: str) -> bytes:
    """The page with the script that reloads it when it has become another one."""
    script = (
        f'<script src="{PREFIX}reload.js" data-version="{html.escape(version)}"'
        f' data-digest="{digest}" defer></script>'
    )
    head, closing, rest = page.partition(b"</head>")
    return head + script.encode() + closing + rest


def _client_file(name: str) -> Answer:
    file = inside(_CLIENT, name)
    if file is None:
        return Answer(status=HTTPStatus.NOT_FOUND, content=messages.NOT_FOUND.encode())
    return Answer(status=HTTPStatus.OK, type=_TYPES[file.suffix], content=file.read_bytes())


def _status_page(status: Status) -> Answer:
    page = _STATUS_PAGE.format(
        title=html.escape(status.title or messages.BUILDING),
        findings="".join(f"<li>{html.escape(each)}</li>" for each in status.findings),
        prefix=PREFIX,
    )
    return Answer(
        status=HTTPStatus.SERVICE_UNAVAILABLE,
        type=_HTML,
        content=add_reload_script(page.encode(), status.version, digest=""),
    )
