"""When Python looks for objects that only hold each other, and the system gets memory back."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_M_MMAP_THRESHOLD = -3
_LARGE = 128 * 1024  # bytes; what the library begins with


@contextmanager
def keeping_everything() -> Iterator[None]:
    """Look for no garbage: a command makes very much that stays until it ends.

    Looking through it again and again takes a quarter of the time of a build.
    """
    _give_back_large_blocks()
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _give_back_large_blocks() -> None:
    """Have the system get each large block back as soon as it is free.

    The GNU C library begins so, but once a block was freed it keeps those of its size for later,
    up to 32 MB: mallopt(3). Others have no such function, and more memory.
    """
    choose = getattr(ctypes.CDLL(None), "mallopt", None)
    if choose is not None:
        choose(_M_MMAP_THRESHOLD, _LARGE)


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
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
