"""A small web server that sends what a published site is sent with."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.core.security_policy import SECURITY_POLICY_HEADER

# The headers of the preview but for `no-store`: it would keep pages out of the back-forward cache.
_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": SECURITY_POLICY_HEADER,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder that is served on this machine meanwhile; it ends in `/`."""
    handler = partial(_Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of visitors who left before the answer was sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # the stub is too narrow


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing about every request."""
