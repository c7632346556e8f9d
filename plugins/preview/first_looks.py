"""Both ends of a question: what do pages show after these texts were saved?

The process that made the last good build stays and has everything in memory. It forks for
each question, so that an answer leaves nothing behind and a fault in it ends nobody else.
Pages travel in pairs of messages, path and bytes; an empty message says that these are all.
"""

import os
import traceback
from collections.abc import Collection, Mapping
from multiprocessing.connection import Client, Connection, Listener
from typing import NoReturn

from plugins.core.signals import FirstLook

# A text that keeps its reader busy is left to the build, which tells of it.
_PATIENCE_SECONDS = 3.0


def listen(address: str) -> Listener:
    """A socket at an address; questions wait there until they are answered."""
    return Listener(address, "AF_UNIX")


def answer_looks(look: FirstLook, listener: Listener) -> NoReturn:
    """Answer until this process is ended.

    Args:
        look: Of the build that was just made here, prepared.
        listener: Where questions come from.
    """
    while True:
        with listener.accept() as asked:
            child = os.fork()
            if child == 0:
                _answer(look, asked)
        os.waitpid(child, 0)


def _answer(look: FirstLook, asked: Connection) -> None:
    """Send the pages, and end this process."""
    code = 1
    try:
        paths = asked.recv_bytes().decode().split("\0")
        for path, content in look.pages_with(paths):
            asked.send_bytes(path.encode())
            asked.send_bytes(content)
        asked.send_bytes(b"")
        code = 0
    finally:
        if code:  # nobody else will hear of it
            traceback.print_exc()
        os._exit(code)


def ask_for_look(address: str, paths: Collection[str]) -> Mapping[str, bytes]:
    """The pages that show some texts as they are now, by their paths in the output.

    There are none where only a build can tell, or where nobody answers in time.

    Args:
        address: Of the socket; "" where there is none.
        paths: The texts, relative to the content folder.
    """
    if not address or not paths:
        return {}
    pages: dict[str, bytes] = {}
    try:
        with Client(address, "AF_UNIX") as asking:
            asking.send_bytes("\0".join(sorted(paths)).encode())
            while path := _next(asking):
                pages[path.decode()] = _next(asking)
    except (OSError, EOFError):
        return {}
    return pages


def _next(asking: Connection) -> bytes:
    if not asking.poll(_PATIENCE_SECONDS):
        raise EOFError
    return asking.recv_bytes()
