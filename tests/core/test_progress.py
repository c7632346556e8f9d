"""Whoever waits for long work is told how far it is, and nobody else."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from plugins.core.children import work_in_parallel
from plugins.core.messages import progress_figures
from plugins.core.progress import STREAM, Lines, is_silent
from tests.conftest import ROOT

# Work of two seconds, in this process or in children.
WORK = """
import sys, time
from plugins.core.children import work_in_parallel
work_in_parallel(lambda share: [time.sleep(0.01) for _ in share], range({}), "Đọc bài")
print("xong")
"""


class Steps:
    """A clock that goes on by so much whenever it is looked at."""

    def __init__(self, seconds: float) -> None:
        """Begin at nought."""
        self.now, self._step = 0.0, seconds

    def __call__(self) -> float:
        """Give the time before the step."""
        now, self.now = self.now, self.now + self._step
        return now


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((1200, 10000, 4.0), "1.200/10.000, 300 mỗi giây, còn khoảng 29 giây"),
        ((1000, 10000, 20.0), "1.000/10.000, 50 mỗi giây, còn khoảng 3 phút 0 giây"),
        ((2, 5, 10.0), "2/5, 5 giây mỗi cái, còn khoảng 15 giây"),
    ],
)
def test_count_rate_and_time_left(figures: tuple[int, int, float], told: str) -> None:
    assert progress_figures(*figures) == told


def test_a_log_gets_a_line_every_ten_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines("Đọc bài", 25, sys.stderr, Steps(1))
    for _ in range(25):
        lines.advance()
    lines.end()

    told = capsys.readouterr().err.splitlines()
    assert told == [
        "Đọc bài: 10/25, 1 mỗi giây, còn khoảng 15 giây",
        "Đọc bài: 20/25, 1 mỗi giây, còn khoảng 5 giây",
    ]


def test_work_of_which_nothing_is_done_yet_has_no_rate(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines("Đọc bài", 5, sys.stderr, Steps(10))
    lines.advance(0)
    lines.advance(1)
    assert capsys.readouterr().err == "Đọc bài: 1/5, 20 giây mỗi cái, còn khoảng 1 phút 20 giây\n"


def test_short_work_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines("Đọc bài", 1000, sys.stderr, Steps(0.009))
    for _ in range(1000):
        lines.advance()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("flags", "silent"),
    [
        ("rs --no-print-directory", True),
        ("s", True),
        ("rs --no-print-directory -- TITLE=x", True),
        ("r --no-print-directory -- TITLE=s", False),
        (" --no-print-directory -- PUBLIC=s", False),
        ("--jobserver-auth=3,4", False),
        ("", False),
    ],
)
def test_make_says_by_its_flags_whether_to_be_silent(flags: str, silent: bool) -> None:  # noqa: FBT001  (a case)
    assert is_silent(flags) is silent


@pytest.mark.parametrize("items", [120, 380])
def test_a_terminal_shows_a_bar_while_work_goes_on(items: int) -> None:
    shown = on_a_terminal(items, "r")

    counts = [int(count) for count in re.findall(rf"(\d+)/{items}, \d+ mỗi giây", shown)]
    assert counts == sorted(counts)
    assert 0 < counts[0] < counts[-1] < items
    assert "Đọc bài" in shown
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")  # the cursor is back


def test_a_process_whose_error_stream_is_kept_shows_it_on_the_terminal_of_another() -> None:
    assert "mỗi giây" in on_a_terminal(120, "r", by_number=True)


def test_a_terminal_shows_nothing_of_short_work() -> None:
    assert on_a_terminal(20, "r") == ""


def test_make_s_shows_nothing() -> None:
    assert on_a_terminal(120, "rs") == ""


def test_work_that_is_not_for_a_terminal_prints_its_results_only() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WORK.format(120)],
        check=True,
        cwd=ROOT,
        env=os.environ | {"MAKEFLAGS": ""},
        capture_output=True,
        encoding="utf-8",
    )
    assert (ended.stdout, ended.stderr) == ("xong\n", "")


def test_children_count_what_they_have_done(capsys: pytest.CaptureFixture[str]) -> None:
    parts = work_in_parallel(lambda share: [item * 2 for item in share], range(1000), "Đọc bài")
    assert sorted(item for part in parts for item in part) == [2 * item for item in range(1000)]
    assert capsys.readouterr().err == ""


def test_a_fault_of_a_child_is_told_at_once() -> None:
    def fail(share: Iterator[int]) -> int:
        return sum(1 // item for item in share)

    with pytest.raises(ZeroDivisionError):
        work_in_parallel(fail, range(1000), "Đọc bài")  # type: ignore[arg-type]  # any iterable


def on_a_terminal(items: int, make_flags: str, *, by_number: bool = False) -> str:
    """What some work shows on a terminal: its error stream, or one that it knows by number."""
    ours, theirs = pty.openpty()
    settings = {"MAKEFLAGS": make_flags, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(
        [sys.executable, "-c", WORK.format(items)],
        cwd=ROOT,
        env=os.environ | settings | ({STREAM: str(theirs)} if by_number else {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if by_number else theirs,
        pass_fds=(theirs,) if by_number else (),
    ):
        os.close(theirs)
        return b"".join(read_to_the_end(ours)).decode()


def read_to_the_end(terminal: int) -> Iterator[bytes]:
    try:
        while part := os.read(terminal, 4096):
            yield part
    except OSError:  # how a terminal says that nobody writes to it any more
        return
    finally:
        os.close(terminal)
