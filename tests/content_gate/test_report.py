"""The report: lines for people, JSON for programs, and what stops a build."""

import json
from itertools import islice

import pytest
from msgspec.structs import replace

from plugins.content_gate.report import arrange, as_json, as_lines, heaviest_first, stops
from plugins.core.diagnostics import Diagnostic, PackedAdvice, Severity

DATE = Diagnostic(
    code="AR011",
    severity=Severity.ERROR,
    path="tin-tuc/b.md",
    line=3,
    field="date",
    message="không đọc được ngày “hôm nay”",
    remedy="viết ngày trước",
)
SECTION = Diagnostic(
    code="AR019",
    severity=Severity.ADVICE,
    path="tin-tuc/a.md",
    line=1,
    field="category",
    message="bài chưa có chuyên mục",
    remedy="thêm dòng “category: …”",
)
NAME = Diagnostic(
    code="SD002", severity=Severity.WARNING, path="", message="chưa khai báo tên cơ quan"
)


def test_lines_for_people() -> None:
    assert as_lines(arrange([DATE, SECTION, NAME, DATE]), "content") == (
        "content: SD002 (cảnh báo) chưa khai báo tên cơ quan\n"
        "content/tin-tuc/a.md:1: AR019 (lời khuyên) [category] bài chưa có chuyên mục\n"
        "    Cách sửa: thêm dòng “category: …”\n"
        "content/tin-tuc/b.md:3: AR011 (lỗi) [date] không đọc được ngày “hôm nay”\n"
        "    Cách sửa: viết ngày trước\n"
        "Có lỗi nên trang không được thay đổi. Sửa các lỗi trên rồi chạy lại.\n"
        "(1 lỗi, 1 cảnh báo, 1 lời khuyên)"
    )


def test_a_build_counts_advice_and_says_where_to_see_it() -> None:
    assert as_lines([SECTION], "content", advice=False) == (
        "Nội dung đạt: không có lỗi.\n"
        "(0 lỗi, 0 cảnh báo, 1 lời khuyên; xem lời khuyên bằng lệnh make check)"
    )


def test_nothing_found_is_one_line() -> None:
    assert as_lines([], "content") == "Nội dung đạt: không có lỗi."


def test_json_for_programs() -> None:
    assert json.loads(as_json([DATE])) == [
        {
            "code": "AR011",
            "severity": "error",
            "path": "tin-tuc/b.md",
            "line": 3,
            "field": "date",
            "message": "không đọc được ngày “hôm nay”",
            "remedy": "viết ngày trước",
        }
    ]
    assert "ngày" in as_json([DATE])


def test_an_object_has_these_keys_and_no_other() -> None:
    keys = {"path", "line", "code", "severity", "field", "message", "remedy"}

    assert {frozenset(found) for found in json.loads(as_json([DATE, NAME]))} == {frozenset(keys)}
    assert {severity.value for severity in Severity} == {"error", "warning", "advice"}


def test_the_heaviest_come_first_each_by_place() -> None:
    other = replace(SECTION, path="tin-tuc/c.md")

    assert list(heaviest_first([NAME, SECTION, DATE, other])) == [DATE, NAME, SECTION, other]


def test_advice_about_the_files_in_hand_comes_first_and_the_rest_stays_packed() -> None:
    unpacked: list[str] = []

    def unpack(path: str) -> list[Diagnostic]:
        unpacked.append(path)
        return [replace(SECTION, path=path), replace(SECTION, path=path, line=2)]

    paths = (f"tin-tuc/{name}.md" for name in "cab")
    advice = [PackedAdvice(path=path, count=2, unpack=unpack) for path in paths]
    others = [NAME, DATE, replace(DATE, path="tin-tuc/b.md", line=1)]
    listed = list(islice(heaviest_first(others, advice, ["tin-tuc/b.md"]), 6))
    assert [(each.code, each.path, each.line) for each in listed] == [
        ("AR011", "tin-tuc/b.md", 3),
        ("AR011", "tin-tuc/b.md", 1),
        ("SD002", "", 0),
        ("AR019", "tin-tuc/b.md", 1),
        ("AR019", "tin-tuc/b.md", 2),
        ("AR019", "tin-tuc/a.md", 1),
    ]
    assert unpacked == ["tin-tuc/b.md", "tin-tuc/a.md"]


def test_nothing_found_is_an_empty_array() -> None:
    assert as_json([]) == "[]"


def test_the_findings_of_one_file() -> None:
    assert arrange([DATE, SECTION, NAME], only="tin-tuc/b.md") == [DATE]


@pytest.mark.parametrize(
    ("findings", "stopped"),
    [([], False), ([SECTION], False), ([NAME, SECTION], False), ([SECTION, DATE], True)],
)
def test_only_errors_stop_a_build(findings: list[Diagnostic], *, stopped: bool) -> None:
    assert stops(findings) is stopped
