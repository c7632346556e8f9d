"""Nobody waits for children whose work was given up."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context

import pytest

from plugins.core.children import begin_beside, ending_children
from plugins.core.errors import SiteError
from tests.conftest import ROOT


def nobody_is_left() -> bool:
    """Whether all children end soon: they are told at once, and go when the system gets to it."""
    give_up = time.monotonic() + 60
    while active_children() and time.monotonic() < give_up:
        time.sleep(0.01)
    return not active_children()


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
    first, second = begin_beside(os.getpid), begin_beside(lambda: ["hai"])
    assert first() != os.getpid()
    assert second() == ["hai"]


@pytest.mark.parametrize("end", [lambda: 1 // 0, lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_a_child_that_does_not_get_that_far_is_told(end: Callable[[], object]) -> None:
    with pytest.raises(SiteError, match="ended before its work was done"):
        begin_beside(end)()


def test_nobody_waits_for_a_child_whose_result_is_not_asked_for() -> None:
    program = "import time\nfrom plugins.core.children import begin_beside\n"
    program += "begin_beside(lambda: time.sleep(600))\n"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)
