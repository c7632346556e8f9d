"""When Python looks for objects that only hold each other, and the system gets memory back."""

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


@contextmanager
def collecting_what_is_new() -> Iterator[None]:
    """Look for garbage among what comes into being meanwhile: work that makes and drops much."""
    kept = not gc.isenabled()
    if kept:
        collect_what_is_new()
    try:
        yield
    finally:
        if kept:
            gc.disable()
            gc.unfreeze()


def give_back_memory() -> None:
    """Let the system have what was used and is free, before much more is asked for.

    Between arrays that stay, free memory is kept for small things, which may never come:
    malloc_trim(3) of the GNU C library. Others have no such function, and more memory.
    """
    import ctypes  # noqa: PLC0415  (few ask for it)

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
