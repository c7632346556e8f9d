"""What open pages are told about builds."""

import json
import threading

from plugins.preview import messages
from plugins.preview.builds import BuildResult
from plugins.preview.status import Status, StatusBoard

PASSED = BuildResult(passed=True, report="")
FAILED = BuildResult(passed=False, report="tin-tuc/a.md:2: AR003 ngày “hôm nay” không đọc được")


def test_a_good_build_is_another_version_and_clears_the_report() -> None:
    failed = Status(version="1").after(FAILED, "2")
    assert failed.after(PASSED, "3") == Status(version="3")


def test_a_failed_build_keeps_the_version_and_tells_the_report() -> None:
    assert Status(version="1").after(FAILED, "2") == Status(
        version="1", title=messages.FAILED, report=FAILED.report
    )
    assert Status().after(FAILED, "2").title == messages.FAILED_AT_FIRST


def test_a_build_that_says_nothing_is_reported_all_the_same() -> None:
    silent = BuildResult(passed=False, report="")
    assert Status().after(silent, "2").report == messages.NO_REPORT


def test_the_event_is_one_line_whatever_the_report() -> None:
    event = Status(version="1", title="t", report="một\nhai\r\n\nba").event().decode()
    assert event.startswith("data: ")
    assert event.endswith("\n\n")
    assert "\n" not in event[:-2]
    assert json.loads(event.removeprefix("data: "))["report"] == "một\nhai\r\n\nba"


def test_a_waiting_page_is_woken_and_a_late_one_is_told_at_once() -> None:
    board = StatusBoard()
    assert board.wait(Status(), seconds=0.01) is None
    threading.Timer(0.05, board.show, [Status(version="1")]).start()
    assert board.wait(Status(), seconds=5) == Status(version="1")
    assert board.wait(None, seconds=0) == Status(version="1")
