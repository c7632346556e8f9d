"""A small web server that sends what a published site is sent with."""

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import IO

from plugins.core.security_policy import security_policy_header
from plugins.core.served_files import asked_range

# The headers of the preview but for `no-store`: it would keep pages out of the back-forward cache.
_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-cache",
        "Content-Security-Policy": security_policy_header(None),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
)


@contextmanager
def served(folder: Path, headers: Mapping[str, str] = _HEADERS) -> Iterator[str]:
    """The address of a folder that is served on this machine meanwhile; it ends in `/`."""
    sending = type("_Sending", (_Handler,), {"sent": headers})
    handler = partial(sending, directory=str(folder))
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
    sent: Mapping[str, str]

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]  # what it gives is only read
        """Send parts of files too, as every public server does: players ask for them."""
        file = Path(self.translate_path(self.path))
        size = file.stat().st_size if file.is_file() else 0
        part = asked_range(self.headers.get("Range"), size)
        if not part:
            return super().send_head()
        start, end = part
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(end - start))
        self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.end_headers()
        return BytesIO(file.read_bytes()[start:end])

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing about every request."""
