"""Child processes that live no longer than the work that they were made for."""

import ctypes
import os
import pickle
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from mmap import mmap
from multiprocessing import active_children, get_context
from typing import Any, NoReturn, TypeVar, overload

from plugins.core.errors import SiteError
from plugins.core.garbage import collect_what_is_new
from plugins.core.progress import Progress, progress

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_A_CHILD = 100
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_NUMBER = 8  # bytes
_LOOK_AGAIN = 0.2

_work: tuple[Callable[[Sequence[Any]], Any], memoryview] | None = None


def begin_child() -> None:
    """Have the system end this child when its parent dies, however that comes about.

    The children of a pool wait for work on a pipe that they hold open themselves, so those
    of a killed build would wait for ever.
    """
    collect_what_is_new()
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
    work: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    label: str = "",
    worth_a_child: int = _WORTH_A_CHILD,
) -> list[Result]:
    """What a piece of work makes of the shares of all items, done on all processors.

    Children are forked: they inherit the work and everything it stands on; only shares and
    results are sent. How far they are, each child writes into memory that all of them see.

    Args:
        work: Gets every n-th item.
        items: What is to be done; few are done here.
        label: What those who wait are told; see `core.progress`.
        worth_a_child: How many items take longer than the ten milliseconds of a child.
    """
    global _work  # noqa: PLW0603  (the only way into a forked child)
    children = min(len(os.sched_getaffinity(0)), len(items) // worth_a_child)
    with progress(label, len(items)) as told:
        if children < 2:  # noqa: PLR2004  (one would only be waited for)
            return [work(_Counted(items, told.advance))] if items else []
        done = memoryview(mmap(-1, _NUMBER * children)).cast("Q")
        _work = (work, done)
        try:
            with ending_children(
                ProcessPoolExecutor(
                    children, mp_context=get_context("fork"), initializer=begin_child
                )
            ) as pool:
                shares = (items[first::children] for first in range(children))
                futures = [pool.submit(_do, *numbered) for numbered in enumerate(shares)]
                _tell(futures, done, told)
                return [future.result() for future in futures]
        finally:
            _work = None


def _tell(futures: Sequence[Future[Any]], done: memoryview, told: Progress) -> None:
    """Tell how far children are until all are done or one has failed."""
    before, waiting = 0, True
    while waiting:
        ended = wait(futures, timeout=_LOOK_AGAIN, return_when=FIRST_EXCEPTION)
        now = sum(done)
        told.advance(now - before)
        before = now
        waiting = bool(ended.not_done) and not any(each.exception() for each in ended.done)


def _do(number: int, share: Sequence[Any]) -> Any:  # noqa: ANN401  (whatever the work makes)
    if _work is None:
        message = "a child must be forked while its parent is giving work"
        raise RuntimeError(message)
    work, done = _work

    def advance() -> None:
        done[number] += 1

    return work(_Counted(share, advance))


def begin_beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Have a forked child work while this process goes on with something else.

    Nobody waits for the child of a process that ends before it has asked for the result: the
    system ends it then.

    Args:
        work: Gives something that can be sent.

    Returns:
        A function to be called once: it waits, and gives the result.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _send_result(work, writing)
    os.close(writing)

    def result() -> Result:
        with os.fdopen(reading, "rb") as pipe:
            sent = pipe.read()
        os.waitpid(child, 0)
        if not sent:
            message = "a child process ended before its work was done"
            raise SiteError(message)
        made: Result = pickle.loads(sent)  # noqa: S301  (from our own child)
        return made

    return result


def _send_result(work: Callable[[], object], writing: int) -> NoReturn:
    """Do the work of a child and end it; what broke it is told where a fault of ours is."""
    code = 1
    try:
        begin_child()
        sent = pickle.dumps(work())
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(sent)
        code = 0
    finally:
        if code:  # nobody else will hear of it
            traceback.print_exc()
        os._exit(code)


class _Counted(Sequence[Item]):
    """Items that are counted as they are worked through one after the other."""

    def __init__(self, items: Sequence[Item], advance: Callable[[], None]) -> None:
        self._items, self._advance = items, advance

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            yield item
            self._advance()

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        return self._items[place]

    def __len__(self) -> int:
        return len(self._items)
