"""Child processes that live no longer than the work that they were made for."""

import ctypes
import os
import pickle
import select
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from mmap import mmap
from typing import Any, BinaryIO, Generic, NoReturn, TypeVar, overload

from plugins.core.errors import SiteError
from plugins.core.garbage import collect_what_is_new, collecting_what_is_new
from plugins.core.progress import Progress, progress

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_A_CHILD = 100
_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_NUMBER = 8  # bytes
_LOOK_AGAIN = 0.2


def begin_child() -> None:
    """Have the system end this child when its parent dies, however that comes about.

    The children of a pool wait for work on a pipe that they hold open themselves, so those
    of a killed build would wait for ever.
    """
    collect_what_is_new()
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)


class Child(Generic[Result]):
    """A forked child that does one piece of work beside this process.

    Nobody waits for the child of a process that ends before it has asked for the result: the
    system ends it then. It leaves its result in a file in memory: into a pipe it could write
    as fast as somebody reads, and would hold all its own memory until then.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        """Begin.

        Args:
            work: Gives something that can be sent; the child inherits it.
        """
        self._result = os.fdopen(os.memfd_create("result"), "r+b")
        # Nothing is written into it: it closes when the child ends.
        reading, writing = os.pipe()
        self._number = os.fork()
        if self._number == 0:
            os.close(reading)
            _leave_result(work, self._result)
        os.close(writing)
        self._alive = os.fdopen(reading, "rb")

    def has_ended(self, seconds: float) -> bool:
        """Whether it has come to its end within a time."""
        return bool(select.select([self._alive], [], [], seconds)[0])

    def result(self) -> Result:
        """Wait, and give the result; to be called once.

        Raises:
            SiteError: if the child was ended before.
            Exception: what its work has raised.
        """
        result, fault = self._awaited()
        if fault is not None:
            raise fault
        made: Result = result
        return made

    def outcome(self) -> Result | None:
        """The same; None where the child was ended, or its work has raised something."""
        result: Result | None = self._awaited()[0]
        return result

    def _awaited(self) -> tuple[Any, Exception | None]:
        _, status = os.waitpid(self._number, 0)
        with self._alive, self._result:
            if status != 0:
                return None, SiteError("a child process ended before its work was done")
            self._result.seek(0)
            came: tuple[Any, Exception | None] = pickle.load(self._result)  # noqa: S301  (our own)
            return came

    def end(self) -> None:
        """End a child whose result nobody wants any more; one that gave it has ended."""
        if not self._alive.closed:
            self._alive.close()
            self._result.close()
            os.kill(self._number, signal.SIGKILL)
            os.waitpid(self._number, 0)


class Standby(Child[Result]):
    """A child that is forked before there is work for it: it inherits little, and gets ready.

    What its work needs to know is sent to it; it never sees what this process learns.
    """

    def __init__(self, get_ready: Callable[[], Callable[[BinaryIO], Result]]) -> None:
        """Have it get ready.

        Args:
            get_ready: Done in the child at once; gives the work, which reads the order.
        """
        # A file in memory: whoever writes into a pipe waits for the other one to read, and fails
        # where that one has ended; what went wrong is told with the result.
        self._order = os.fdopen(os.memfd_create("order"), "wb")
        self._told = os.fdopen(os.eventfd(0), "wb")
        ordered = partial(_do_as_ordered, get_ready, self._order.fileno(), self._told.fileno())
        super().__init__(ordered)

    def begin(self, order: Iterable[bytes]) -> None:
        """Have it do its work; to be called once.

        Args:
            order: Pieces of what it has to know, none of which is held here.
        """
        with self._told, self._order:
            self._order.writelines(order)
            self._order.flush()
            os.eventfd_write(self._told.fileno(), 1)

    def end(self) -> None:
        """The same as of any child; also of one that never got an order."""
        super().end()
        self._told.close()
        self._order.close()


def _do_as_ordered(
    get_ready: Callable[[], Callable[[BinaryIO], Result]], order: int, told: int
) -> Result:
    """What a child on standby does; its parent ends it where no order comes."""
    work = get_ready()
    os.eventfd_read(told)
    with os.fdopen(order, "rb") as file:
        file.seek(0)
        return work(file)


def _leave_result(work: Callable[[], object], result: BinaryIO) -> NoReturn:
    """Do the work of a child, leave what came of it, and end."""
    code = 1
    try:
        # Where somebody stops all processes of a terminal, the parent says what becomes of it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        begin_child()
        _put_outcome(work, result)
        result.flush()
        code = 0
    finally:
        os._exit(code)


def _put_outcome(work: Callable[[], object], file: BinaryIO) -> None:
    """Write the result of some work, or what it raised, which the parent raises again."""
    try:
        # The latest form copies no array before it is written.
        pickle.dump((work(), None), file, pickle.HIGHEST_PROTOCOL)
    except Exception as fault:  # noqa: BLE001  (nothing is passed over)
        fault.add_note(traceback.format_exc())
        file.seek(0)
        file.truncate()
        pickle.dump((None, _sendable(fault)), file)


def _sendable(fault: Exception) -> Exception:
    """The fault itself, or where it cannot be sent, one that says the same."""
    try:
        pickle.loads(pickle.dumps(fault))  # noqa: S301  (our own words)
    except Exception:  # noqa: BLE001  (libraries have exceptions that cannot be made again)
        return SiteError("".join(traceback.format_exception(fault)))
    return fault


def work_in_parallel(
    work: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    label: str = "",
    worth_a_child: int = _WORTH_A_CHILD,
) -> list[Result]:
    """What a piece of work makes of the shares of all items, done on all processors.

    One share is done here, the others in forked children: they inherit the work and everything
    it stands on, and send results only. How far they are, each writes into memory that all see.

    Args:
        work: Gets every n-th item; may be called in a child.
        items: What is to be done.
        label: What those who wait are told; see `core.progress`.
        worth_a_child: How many items take longer than the ten milliseconds of a child.
    """
    with progress(label, len(items)) as told:
        return work_told(work, items, told, worth_a_child)


def work_told(
    work: Callable[[Sequence[Item]], Result],
    items: Sequence[Item],
    told: Progress,
    worth_a_child: int = _WORTH_A_CHILD,
) -> list[Result]:
    """The same as a part of some work of which somebody is told as a whole."""
    if not items:
        return []
    count = max(1, min(len(os.sched_getaffinity(0)), len(items) // worth_a_child))
    shares = [items[first::count] for first in range(count)]
    done = memoryview(mmap(-1, _NUMBER * count)).cast("Q")
    children: list[Child[Result]] = []
    with collecting_what_is_new():
        try:
            for number, share in enumerate(shares[1:], start=1):
                counted = _Counted(share, partial(_count, done, number))
                children.append(Child(partial(work, counted)))
            tell = _Teller(told, done)
            own = work(_Counted(shares[0], partial(tell.count, 0)))
            return [own, *(tell.until_the_end_of(child).result() for child in children)]
        finally:
            for child in children:
                child.end()


def _count(done: memoryview, number: int) -> None:
    done[number] += 1


class _Teller:
    """Tells how far all shares are."""

    def __init__(self, told: Progress, done: memoryview) -> None:
        self._told, self._done, self._before = told, done, 0

    def count(self, number: int) -> None:
        """One more item of a share that is done here."""
        _count(self._done, number)
        self._tell()

    def until_the_end_of(self, child: Child[Result]) -> Child[Result]:
        """Go on telling until a child has come to its end."""
        while not child.has_ended(_LOOK_AGAIN):
            self._tell()
        return child

    def _tell(self) -> None:
        now = sum(self._done)
        self._told.advance(now - self._before)
        self._before = now


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
