"""Jobs for workers elsewhere, which import them from here."""

import os
import time


def times(tools: int, item: int) -> int:
    """The item as many times as the tools say."""
    return tools * item


def worker_after(tools: float, item: int) -> tuple[int, int]:
    """The item, and the process that had it for a while."""
    time.sleep(tools)
    return item, os.getpid()


def die_of(deadly: int, item: int) -> int:
    """The item, unless it ends the worker."""
    if item == deadly:
        os._exit(9)
    return item
