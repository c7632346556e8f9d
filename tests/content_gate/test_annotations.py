"""Findings in the formats of GitHub and GitLab, with whatever editors may have typed."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.content_gate.annotations import as_github, as_gitlab
from plugins.core.diagnostics import Diagnostic, Severity

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
    code="AR019", severity=Severity.ADVICE, path="tin-tuc/a.md", message="bài chưa có chuyên mục"
)
NAME = Diagnostic(
    code="SD002", severity=Severity.WARNING, path="", message="chưa khai báo tên cơ quan"
)


def test_a_command_for_github_per_finding_errors_first_then_how_many_there_are() -> None:
    assert as_github([NAME, SECTION, DATE], "content") == (
        "::error file=content/tin-tuc/b.md,line=3,title=AR011::"
        "content/tin-tuc/b.md:3: AR011 (lỗi) [date] không đọc được ngày “hôm nay”"
        "%0A    Cách sửa: viết ngày trước\n"
        "::warning title=SD002::content: SD002 (cảnh báo) chưa khai báo tên cơ quan\n"
        "::notice file=content/tin-tuc/a.md,title=AR019::"
        "content/tin-tuc/a.md: AR019 (lời khuyên) bài chưa có chuyên mục\n"
        "Có lỗi nên trang không được thay đổi. Sửa các lỗi trên rồi chạy lại.\n"
        "(1 lỗi, 1 cảnh báo, 1 lời khuyên; "
        "GitHub chỉ hiện 10 chú thích đầu của mỗi loại, nhật ký này có đủ)"
    )


def test_nothing_found_is_one_plain_line_for_github() -> None:
    assert as_github([], "content") == "Nội dung đạt: không có lỗi."


def test_what_github_would_read_as_syntax_is_escaped() -> None:
    odd = replace(DATE, path="a,b:c%.md", message="50%\r\n::error::x", remedy="")

    assert as_github([odd], "content").splitlines()[0] == (
        "::error file=content/a%2Cb%3Ac%25.md,line=3,title=AR011::"
        "content/a,b:c%25.md:3: AR011 (lỗi) [date] 50%25%0D%0A::error::x"
    )


@given(st.text(), st.text())
def test_no_text_can_give_github_a_command_of_its_own(path: str, message: str) -> None:
    told = as_github([replace(DATE, path=path, message=message, remedy=message)], "content")
    # GitHub reads lines as .NET does.
    command, *rest = re.split(r"\r\n|\r|\n", told)

    assert command.startswith("::error ")
    assert len(rest) == 2
    assert not [line for line in rest if line.startswith("::")]


def test_an_entry_for_gitlab() -> None:
    (entry,) = json.loads(as_gitlab([DATE], "content"))
    fingerprint = entry.pop("fingerprint")

    assert entry == {
        "description": "AR011 [date] không đọc được ngày “hôm nay”. Cách sửa: viết ngày trước",
        "check_name": "AR011",
        "severity": "critical",
        "location": {"path": "content/tin-tuc/b.md", "lines": {"begin": 3}},
    }
    assert re.fullmatch(r"[0-9a-f]{64}", fingerprint)


def test_gitlab_needs_a_place_for_everything() -> None:
    assert [
        (entry["severity"], entry["location"])
        for entry in json.loads(as_gitlab([NAME, SECTION], "c"))
    ] == [
        ("minor", {"path": "c", "lines": {"begin": 1}}),
        ("info", {"path": "c/tin-tuc/a.md", "lines": {"begin": 1}}),
    ]


def fingerprints(*findings: Diagnostic, folder: str = "content") -> list[str]:
    return [entry["fingerprint"] for entry in json.loads(as_gitlab(findings, folder))]


def test_gitlab_knows_a_finding_again_on_another_line() -> None:
    assert fingerprints(DATE) == fingerprints(replace(DATE, line=9, severity=Severity.WARNING))


def test_no_two_findings_have_one_fingerprint() -> None:
    twins = [DATE, replace(DATE, line=9), replace(DATE, line=20)]
    others = [replace(DATE, path="tin-tuc/c.md"), replace(DATE, code="AR012"), NAME, SECTION]

    assert len(set(fingerprints(*twins, *others))) == len(twins) + len(others)
    assert fingerprints(*twins[:2]) == fingerprints(*twins)[:2]


def test_nothing_found_is_an_empty_array_for_gitlab() -> None:
    assert as_gitlab([], "content") == "[]"
