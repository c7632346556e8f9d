"""What open pages are told about builds."""

import json
import threading

from msgspec.structs import replace

from plugins.preview import messages
from plugins.preview.builds import BuildResult, result_of
from plugins.preview.status import Status, StatusBoard

FINDING = "content/tin-tuc/a.md:2: AR011 (lỗi) [date] không đọc được ngày “hôm nay”"
SLIP = "content/tin-tuc/a.md:9: TH001 (lời khuyên) “thảo gỡ” có thể là “tháo gỡ”"
PASSED = BuildResult(passed=True, printed="Nội dung đạt: không có lỗi.")
FOUND = replace(PASSED, findings=(SLIP,), counted="0 lỗi, 0 cảnh báo, 1 lời khuyên")
FAILED = BuildResult(
    passed=False,
    printed=FINDING,
    findings=(FINDING, SLIP),
    counted="1 lỗi, 0 cảnh báo, 1 lời khuyên",
)
BROKEN = BuildResult(passed=False, printed="article.html, dòng 3: hỏng")


def test_a_good_build_is_another_version_and_clears_what_was_told() -> None:
    failed = Status(version="1").after(FAILED, "2")
    assert failed.after(PASSED, "3") == Status(version="3")


def test_a_good_build_tells_what_it_found() -> None:
    assert Status(version="1").after(FOUND, "2") == Status(
        version="2",
        title="Đã dựng xong, còn điều nên xem lại: 0 lỗi, 0 cảnh báo, 1 lời khuyên.",
        findings=(SLIP,),
    )


def test_a_failed_build_keeps_the_version_and_tells_everything_that_it_found() -> None:
    assert Status(version="1").after(FAILED, "2") == Status(
        version="1",
        failed=True,
        title=f"{messages.FAILED} (1 lỗi, 0 cảnh báo, 1 lời khuyên)",
        findings=(FINDING, SLIP),
    )
    assert Status().after(FAILED, "2").title.startswith(messages.FAILED_AT_FIRST)


def test_of_very_many_findings_the_rest_is_counted_and_it_is_said_where_they_are() -> None:
    told = Status(version="1").after(replace(FOUND, more=89_199), "2")
    assert told.findings == (SLIP, "Còn 89.199 điều nữa; xem tất cả bằng lệnh make check")


def test_a_build_that_broke_tells_what_it_printed() -> None:
    told = Status(version="1").after(BROKEN, "2")
    assert told.title == messages.FAILED
    assert told.findings == (BROKEN.printed,)


def test_a_build_that_says_nothing_is_told_all_the_same() -> None:
    silent = BuildResult(passed=False, printed="")
    assert Status().after(silent, "2").findings == (messages.NO_REPORT,)


def test_the_event_is_one_line_whatever_was_found_and_brings_the_words() -> None:
    event = Status(version="1", title="t", findings=("một\nhai\r\n\nba",)).event().decode()
    assert event.startswith("data: ")
    assert event.endswith("\n\n")
    assert "\n" not in event[:-2]
    told = json.loads(event.removeprefix("data: "))
    assert told["findings"] == ["một\nhai\r\n\nba"]
    assert told["close"] == "Đóng"


def ended(exit_code: int, report: object = None, looks: str = "") -> str:
    return json.dumps({"exit_code": exit_code, "report": report, "looks": looks})


def test_what_the_gate_told_counts_if_the_build_ended_as_it_said() -> None:
    told = {"findings": [FINDING], "more": 0, "counted": "1 lỗi", "exit_code": 1}
    assert result_of(ended(1, told), "in ra") == BuildResult(
        passed=False, printed="in ra", findings=(FINDING,), counted="1 lỗi"
    )
    all_well = {"findings": [], "more": 0, "counted": "0 lỗi", "exit_code": 0}
    for exit_code in (1, 141, -9):
        broken_later = ended(exit_code, all_well)
        assert result_of(broken_later, "đĩa đầy") == BuildResult(passed=False, printed="đĩa đầy")


def test_a_build_without_a_report_is_told_by_what_it_printed() -> None:
    assert result_of(ended(0), "") == BuildResult(passed=True, printed="")
    assert result_of(ended(0, looks="/tam/3"), "").looks == "/tam/3"
    assert result_of(ended(1), "hỏng") == BuildResult(passed=False, printed="hỏng")
    assert result_of("", "hỏng") == BuildResult(passed=False, printed="hỏng")


def test_a_waiting_page_is_woken_and_a_late_one_is_told_at_once() -> None:
    board = StatusBoard()
    assert board.wait(Status(), seconds=0.01) is None
    threading.Timer(0.05, board.show, [Status(version="1")]).start()
    assert board.wait(Status(), seconds=5) == Status(version="1")
    assert board.wait(None, seconds=0) == Status(version="1")
