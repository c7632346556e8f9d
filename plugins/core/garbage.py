"""When Python looks for objects that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keeping_everything() -> Iterator[None]:
    """Look for no garbage: a command makes very much that stays until it ends.

    Looking through it again and again takes a quarter of the time of a build.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def collect_what_is_new() -> None:
    """In a forked child: leave what it inherited alone, and shared, and look through the rest."""
    gc.freeze()
    gc.enable()
