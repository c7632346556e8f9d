"""How long a change takes to show, over HTTP."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.bench import server as bench_server
from tests.bench.server import Looking, Notices, ServeError, Server, page_of


class Handler(SimpleHTTPRequestHandler):
    """Files, and notices at the address at which our preview has its own."""

    folder: Path

    def __init__(self, *given: object) -> None:
        super().__init__(*given, directory=str(self.folder))  # type: ignore[arg-type]  # as given

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path != "/__preview__/events":
            super().do_GET()
            return
        self.send_response(200)
        self.end_headers()
        with suppress(ConnectionError):
            while True:
                for looked in (b"true", b"false"):
                    self.wfile.write(b': \n\ndata: {"looked": %s}\n\n' % looked)
                    time.sleep(0.01)


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(Handler, "folder", tmp_path, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http_server:
        threading.Thread(target=http_server.serve_forever).start()
        yield http_server.server_address[1]
        http_server.shutdown()


def test_a_page_that_is_not_there_is_empty(port: int) -> None:
    assert page_of(port, "khong-co/") == b""


@pytest.mark.parametrize("told", [True, False])
def test_a_change_is_seen_once_all_pages_show_it(*, told: bool, port: int, tmp_path: Path) -> None:
    changes = Notices(port) if told else Looking()

    def save() -> str:
        for name in ("mot.html", "hai.html"):
            (tmp_path / name).write_text("tiêu đề mới", encoding="utf-8")
        return "tiêu đề mới"

    server = Server(port, os.getpid(), changes)
    seconds = server.reload_seconds(save, ["mot.html", "hai.html"])
    server.settle()

    assert 0.0 < seconds < 5.0


def test_a_page_that_stays_old_is_told(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_server, "_REBUILD_SECONDS", 0.1)

    with pytest.raises(ServeError, match=r"/mot\.html does not show the change"):
        Server(port, os.getpid(), Looking()).reload_seconds(lambda: "mới", ["mot.html"])
