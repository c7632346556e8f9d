"""Nobody waits for children whose work was given up."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import BinaryIO

import pytest

from plugins.core.children import Child, Standby, work_in_parallel
from plugins.core.errors import SiteError
from plugins.core.executors import ending_children
from tests.conftest import ROOT


def nobody_is_left() -> bool:
    """Whether all children end soon: they are told at once, and go when the system gets to it."""
    give_up = time.monotonic() + 60
    while active_children() and time.monotonic() < give_up:
        time.sleep(0.01)
    return not active_children()


@contextmanager
def forked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the processes that are forked meanwhile."""
    children: list[int] = []
    fork = os.fork

    def fork_noted() -> int:
        child = fork()
        children.append(child)
        return child

    with monkeypatch.context() as patch:
        patch.setattr(os, "fork", fork_noted)
        yield children


def are_gone(children: Sequence[int]) -> bool:
    """Whether there were children, and none is left, not even for its end to be asked for."""
    return bool(children) and not any(Path(f"/proc/{child}").exists() for child in children)


def test_the_results_of_work_that_ends_well_are_there() -> None:
    with ending_children(ProcessPoolExecutor(2)) as pool:
        assert list(pool.map(abs, [-1, -2])) == [1, 2]
    assert nobody_is_left()


def test_an_exception_ends_children_at_work() -> None:
    def give_up() -> None:
        with ending_children(ProcessPoolExecutor(2, get_context("fork"))) as pool:
            pool.submit(time.sleep, 600)
            raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert time.monotonic() - began < 60
    assert nobody_is_left()


def test_children_that_nobody_looks_after_yet_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a signal came when they were forked, and their thread had not begun."""
    pool = ProcessPoolExecutor(2, get_context("fork"))
    launch = pool._launch_processes  # type: ignore[attr-defined]  # the moment lies inside

    def interrupted() -> None:
        launch()
        raise KeyboardInterrupt

    monkeypatch.setattr(pool, "_launch_processes", interrupted)
    with pytest.raises(KeyboardInterrupt), ending_children(pool):
        pool.submit(abs, -1)

    assert nobody_is_left()


def test_what_is_worked_beside_comes_when_it_is_asked_for() -> None:
    first, second = Child(os.getpid), Child(lambda: ["hai"])
    assert first.result() != os.getpid()
    assert second.result() == ["hai"]


def test_what_a_child_raises_is_raised_here() -> None:
    child = Child(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError) as raised:
        child.result()
    assert any("1 // 0" in note for note in raised.value.__notes__)


class _UnsendableError(Exception):
    def __init__(self, number: int) -> None:
        super().__init__(f"lỗi {number}")
        self.why = lambda: number


def test_what_cannot_be_sent_is_told() -> None:
    def fail() -> None:
        raise _UnsendableError(1)

    with pytest.raises(SiteError, match="lỗi 1"):
        Child(fail).result()
    with pytest.raises(AttributeError, match="pickle"):
        Child(lambda: lambda: 1).result()
    with pytest.raises(AttributeError, match="pickle"):
        Child(lambda: (b"." * 3_000_000, lambda: 1)).result()


def test_a_child_that_is_ended_is_told() -> None:
    child = Child(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(SiteError, match="ended before its work was done"):
        child.result()


def test_a_child_ends_before_anybody_asks_for_its_result() -> None:
    child = Child(lambda: b"." * 3_000_000)  # no pipe holds so much
    assert child.has_ended(60)
    assert len(child.result()) == 3_000_000


def test_a_child_that_nobody_wants_any_more_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    with forked(monkeypatch) as children:
        child = Child(lambda: time.sleep(600))
        child.end()
    assert are_gone(children)
    child.end()  # a second time changes nothing


def test_nobody_waits_for_a_child_whose_result_is_not_asked_for() -> None:
    program = "import time\nfrom plugins.core.children import Child\n"
    program += "Child(lambda: time.sleep(600))\n"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)


def get_ready() -> Callable[[BinaryIO], tuple[int, int]]:
    ready_in = os.getpid()
    return lambda order: (ready_in, len(order.read()))


def test_a_child_on_standby_works_as_ordered() -> None:
    child = Standby(get_ready)
    child.begin([b".", b"." * 2_999_999])  # no pipe holds so much: nobody waits until it is read
    ready_in, length = child.result()
    assert ready_in != os.getpid()
    assert length == 3_000_000


def test_a_child_on_standby_that_gets_no_order_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    with forked(monkeypatch) as children:
        child = Standby(get_ready)
        child.end()
    assert are_gone(children)
    child.end()


def test_who_cannot_get_ready_tells_why_when_the_result_is_asked_for() -> None:
    missing = "không có"

    def fail() -> Callable[[BinaryIO], object]:
        raise KeyError(missing)

    child = Standby(fail)
    assert child.has_ended(60)  # it has ended before it is told what to do
    child.begin([])
    with pytest.raises(KeyError, match="không có"):
        child.result()


def test_one_share_is_done_here_and_the_others_in_children(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 2})
    done = work_in_parallel(lambda share: (os.getpid(), list(share)), range(7), worth_a_child=2)
    assert [share for _, share in done] == [[0, 3, 6], [1, 4], [2, 5]]
    assert done[0][0] == os.getpid()
    assert len({process for process, _ in done}) == 3


@pytest.mark.parametrize(("items", "processes"), [(0, 0), (1, 1), (3, 1), (4, 2)])
def test_few_things_are_done_here(
    monkeypatch: pytest.MonkeyPatch, items: int, processes: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    done = work_in_parallel(lambda _share: os.getpid(), range(items), worth_a_child=2)
    assert len(set(done)) == processes


@pytest.mark.parametrize("where", ["here", "in a child"])
def test_a_fault_in_one_share_ends_the_others(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    parent = os.getpid()

    def work(_share: Sequence[int]) -> None:
        if (os.getpid() == parent) == (where == "here"):
            raise KeyError(where)
        if os.getpid() != parent:
            time.sleep(600)

    with forked(monkeypatch) as children, pytest.raises(KeyError, match=where):
        work_in_parallel(work, range(2), worth_a_child=1)
    assert are_gone(children)
