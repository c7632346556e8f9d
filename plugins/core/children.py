"""Child processes that live no longer than the work that they were made for."""

import ctypes
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_A_CHILD = 100
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)

_work: Callable[[Sequence[Any]], Any] | None = None


def end_with_parent() -> None:
    """Have the system end this child when its parent dies, however that comes about.

    The children of a pool wait for work on a pipe that they hold open themselves, so those
    of a killed build would wait for ever.
    """
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)


@contextmanager
def ending_children(pool: ProcessPoolExecutor) -> Iterator[ProcessPoolExecutor]:
    """The pool; whoever leaves it by an exception ends its children.

    A signal may come between the forking of the children and the thread that looks after
    them: nobody would tell them to stop, and Python waits for them before it ends.
    """
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            child.kill()
        raise
    finally:
        pool.shutdown()


def work_in_children(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item]
) -> list[Result]:
    """What a piece of work makes of the shares of all items, done on all processors.

    Children are forked: they inherit the work and everything it stands on; only shares and
    results are sent.

    Args:
        work: Gets every n-th item.
        items: What is to be done; few are done here.
    """
    global _work  # noqa: PLW0603  (the only way into a forked child)
    children = min(len(os.sched_getaffinity(0)), len(items) // _WORTH_A_CHILD)
    if children < 2:  # noqa: PLR2004  (one would only be waited for)
        return [work(items)] if items else []
    _work = work
    try:
        with ending_children(
            ProcessPoolExecutor(
                children, mp_context=get_context("fork"), initializer=end_with_parent
            )
        ) as pool:
            return list(pool.map(_do, [items[first::children] for first in range(children)]))
    finally:
        _work = None


def _do(share: Sequence[Any]) -> Any:  # noqa: ANN401  (whatever the work makes)
    if _work is None:
        message = "a child must be forked while its parent is giving work"
        raise RuntimeError(message)
    return _work(share)
