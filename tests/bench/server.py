"""A generator's own server, seen from outside: how long from saving a text to its page.

Ours tells open pages when to load anew; only then the page is asked for, as a browser does.
Hugo's page is asked for again and again, which can only be sooner.
"""

import http.client
import json
import os
import queue
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from tests.bench.memory import WITHOUT_PROGRAMS, tree_megabytes
from tests.bench.site import Site

_HOST = "127.0.0.1"
_NOTICES = "/__preview__/events"
_BUILD_SECONDS = 1_800.0
_REBUILD_SECONDS = 120.0
_END_SECONDS = 30.0
_LOOK_SECONDS = 0.005
_LOOKS_AT_REST, _REST_SECONDS = 5, 0.2


class ServeError(Exception):
    """A server does not do what it is there for; the message says what."""


class Changes(Protocol):
    """How one learns that a page may be another now."""

    def forget(self) -> None:
        """Begin to wait from now on."""

    def wait(self, seconds: float) -> None:
        """Wait for a change, but no longer than that."""

    def settle(self) -> None:
        """Wait until nothing is under way any more, where that is told."""


class Looking:
    """The page is looked at again and again."""

    def forget(self) -> None:
        """Nothing is remembered."""

    def wait(self, seconds: float) -> None:
        """Give the server a moment."""
        time.sleep(min(seconds, _LOOK_SECONDS))

    def settle(self) -> None:
        """It is not told."""


class Notices:
    """What our preview tells the pages that are open in browsers."""

    def __init__(self, port: int) -> None:
        self._told: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._last = b"{}"
        threading.Thread(target=self._listen, args=(port,), daemon=True).start()

    def forget(self) -> None:
        """Drop what was told before."""
        with suppress(queue.Empty):
            while True:
                self._told.get_nowait()

    def wait(self, seconds: float) -> None:
        """Wait for the next notice."""
        with suppress(queue.Empty):
            self._last = self._told.get(timeout=seconds)

    def settle(self) -> None:
        """Wait for the build that follows a first look."""
        end = time.monotonic() + _REBUILD_SECONDS
        while json.loads(self._last).get("looked") and time.monotonic() < end:
            self.wait(_REBUILD_SECONDS)

    def _listen(self, port: int) -> None:
        connection = http.client.HTTPConnection(_HOST, port)
        # The server ends before this thread does.
        with suppress(OSError, http.client.HTTPException):
            connection.request("GET", _NOTICES)
            for line in connection.getresponse():
                if line.startswith(b"data:"):
                    self._told.put(line.removeprefix(b"data:"))


class Server:
    """A running server."""

    def __init__(self, port: int, process: int, changes: Changes) -> None:
        self._port, self._process, self._changes = port, process, changes

    def megabytes(self) -> float:
        """What it and all that it has started hold at rest, but for programs and libraries.

        Raises:
            ServeError: if the system does not tell.
        """
        looks = []
        for _ in range(_LOOKS_AT_REST):
            time.sleep(_REST_SECONDS)
            looks.append(tree_megabytes(self._process, WITHOUT_PROGRAMS))
        if not all(looks):
            message = "this system does not tell what a process holds"
            raise ServeError(message)
        return min(looks)

    def settle(self) -> None:
        """Wait until everything is built that was saved."""
        self._changes.settle()

    def reload_seconds(self, save: Callable[[], str], pages: Iterable[str]) -> float:
        """From saving a text to the moment at which all pages show what they have to.

        Args:
            save: Saves, and gives what the pages have to show then.
            pages: Their addresses.

        Raises:
            ServeError: if one never shows it.
        """
        self._changes.forget()
        began = time.perf_counter()
        shown, stale = save().encode(), list(pages)
        while stale:
            left = began + _REBUILD_SECONDS - time.perf_counter()
            if left < 0:
                message = f"after {_REBUILD_SECONDS:.0f} s /{stale[0]} does not show the change"
                raise ServeError(message)
            self._changes.wait(left)
            stale = [page for page in stale if shown not in page_of(self._port, page)]
        return time.perf_counter() - began


def page_of(port: int, page: str) -> bytes:
    """A page; b"" while there is none, or while it is being written."""
    connection = http.client.HTTPConnection(_HOST, port, timeout=_REBUILD_SECONDS)
    try:
        connection.request("GET", f"/{page}")
        answer = connection.getresponse()
        content = answer.read()
    except (ConnectionError, http.client.HTTPException):
        return b""
    finally:
        connection.close()
    return content if answer.status == http.client.OK else b""


@contextmanager
def served(site: Site) -> Iterator[Server]:
    """The site's server, once it has built the site; it ends with the block.

    Raises:
        ServeError: if it has no server, or the server does not get that far.
    """
    with socket.create_server((_HOST, 0)) as free:
        port = free.getsockname()[1]
    with _running(site, port) as process:
        end = time.monotonic() + _BUILD_SECONDS
        while not page_of(port, site.page):
            if process.poll() is not None or time.monotonic() > end:
                message = f"the server of {site.generator.name} shows no page"
                raise ServeError(message)
            time.sleep(_LOOK_SECONDS)
        changes = Notices(port) if site.generator.gives_notice else Looking()
        yield Server(port, process.pid, changes)


@contextmanager
def _running(site: Site, port: int) -> Iterator[subprocess.Popen[bytes]]:
    if site.generator.serve is None:
        message = f"{site.generator.name} has no server"
        raise ServeError(message)
    process = subprocess.Popen(
        site.generator.serve(site.places, port),
        cwd=site.folder,
        env={**os.environ, **site.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
