"""Findings: their order, and that nobody can change one."""

import pytest

from plugins.core.diagnostics import Diagnostic, Severity


def finding(path: str = "tin-tuc/a.md", line: int = 1, code: str = "AR001") -> Diagnostic:
    return Diagnostic(code=code, severity=Severity.ERROR, path=path, line=line, message="sai")


def test_findings_are_sorted_by_file_then_line_then_code() -> None:
    ordered = [
        finding(path="", line=0),
        finding(path="tin-tuc/a.md", line=2, code="AR002"),
        finding(path="tin-tuc/a.md", line=10, code="AR001"),
        finding(path="tin-tuc/a.md", line=10, code="IM001"),
        finding(path="tin-tuc/b.md", line=1),
    ]

    given = ordered[::-1]

    assert sorted(given, key=lambda found: found.sort_key) == ordered


def test_a_finding_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        finding().line = 3  # type: ignore[misc]  # the test is that this fails


def test_equal_findings_are_one() -> None:
    assert len({finding(), finding()}) == 1


def test_severities_are_plain_words_for_programs() -> None:
    assert [f"{severity}" for severity in Severity] == ["error", "warning", "advice"]
