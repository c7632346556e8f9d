"""The web server of the preview: this machine only, nothing kept by browsers."""

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.core.portal_monitoring import read_portal_monitoring
from plugins.core.security_policy import security_policy_header
from plugins.core.served_files import asked_range
from plugins.preview.pages import EVENTS, Answer, answer
from plugins.preview.status import Status, StatusBoard

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_KEEP_ALIVE_SECONDS = 15.0


class PreviewServer(ThreadingHTTPServer):
    """Serves a folder that is being rebuilt.

    Attributes:
        folder: The built site.
        content: Its content folder.
        board: Tells open pages about builds.
    """

    daemon_threads = True

    def __init__(self, address: tuple[str, int], folder: Path, content: Path) -> None:
        """Take the port.

        Raises:
            OSError: if the address cannot be had.
        """
        self.folder, self.content = folder, content
        self.board = StatusBoard()
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """The address of the site, without a trailing `/`."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of visitors who left before the answer was sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # the stub is too narrow


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; the base class refuses every other method with 501."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        if self.path == EVENTS:
            self._send_events()
        else:
            self._send(self._answer(), with_content=True)

    def do_HEAD(self) -> None:
        self._send(self._answer(), with_content=False)

    def log_message(self, *_: object) -> None:
        """Print no line for each request: the terminal is for reports of builds."""

    def _answer(self) -> Answer:
        return answer(self.server.folder, self.path, *self.server.board.shown)

    def _send(self, page: Answer, *, with_content: bool) -> None:
        part = asked_range(self.headers.get("Range"), len(page.content))
        start, end = part or (0, len(page.content))
        self.send_response(HTTPStatus.PARTIAL_CONTENT if part else page.status)
        headers = {
            "Content-Type": page.type,
            "Content-Length": str(end - start),
            "Accept-Ranges": "bytes",
        }
        if part:
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(page.content)}"
        if page.digest:
            headers["ETag"] = f'"{page.digest}"'
        if page.location:
            headers["Location"] = page.location
        self._end_headers(headers)
        if with_content:
            self.wfile.write(page.content[start:end])

    def _end_headers(self, headers: dict[str, str]) -> None:
        # As published: what the policy would block there must fail here too.
        policy = security_policy_header(read_portal_monitoring(self.server.content))
        headers = _HEADERS | {"Content-Security-Policy": policy} | headers
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _send_events(self) -> None:
        """Tell one page the status, and every later one, until it leaves."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._end_headers({"Content-Type": "text/event-stream", "Connection": "close"})
        seen: Status | None = None
        while True:
            status = self.server.board.wait(seen, _KEEP_ALIVE_SECONDS)
            # Only by writing does one learn that the page has gone.
            self.wfile.write(status.event() if status else b": \n\n")
            seen = status or seen
