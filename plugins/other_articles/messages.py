"""What other articles tell editors."""

from collections.abc import Sequence

from plugins.core.articles import ArticleRecord, Status
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.headers import Explanation

ABOUT_RELATED = Explanation(
    meaning="Bài được chọn để đứng đầu mục Bài viết khác: `slug` của từng bài, mỗi bài một dòng",
    example="cuoc-thi-truc-tuyen",
)


def picked_itself(path: str, line: int, slug: str) -> Diagnostic:
    """An article names itself."""
    return _finding(
        "OA001",
        Severity.ERROR,
        path,
        line,
        message=f"bài tự chọn chính mình: “{slug}”",
        remedy="bỏ dòng này",
    )


def picked_nothing(path: str, line: int, slug: str, near: Sequence[str]) -> Diagnostic:
    """No article has this slug."""
    found = f"có phải là {' hoặc '.join(f'“{other}”' for other in near)}? " if near else ""
    return _finding(
        "OA002",
        Severity.ERROR,
        path,
        line,
        message=f"không có tin bài nào có slug “{slug}”",
        remedy=f"{found}viết đúng slug của một tin bài đã đăng, hoặc bỏ dòng này",
    )


def picked_unlisted(path: str, line: int, slug: str, other: ArticleRecord) -> Diagnostic:
    """The article exists, but readers cannot reach it."""
    state = "bản nháp" if other.status is Status.DRAFT else "bài ẩn"
    return _finding(
        "OA003",
        Severity.ERROR,
        path,
        line,
        message=f"“{slug}” là {state} ({other.path})",
        remedy="chọn bài đã đăng, hoặc đăng bài ấy trước",
    )


def picked_twice(path: str, line: int, slug: str) -> Diagnostic:
    """The same article is named more than once."""
    return _finding(
        "OA004",
        Severity.WARNING,
        path,
        line,
        message=f"“{slug}” được chọn nhiều lần; trang chỉ hiện một lần",
        remedy="giữ lại một dòng",
    )


def too_many(path: str, line: int, limit: int) -> Diagnostic:
    """More articles are picked than a page shows."""
    return _finding(
        "OA005",
        Severity.WARNING,
        path,
        line,
        message=f"chọn nhiều hơn {limit} bài; trang chỉ hiện {limit} bài đầu",
        remedy=f"giữ lại {limit} bài cần nhất, xếp theo thứ tự muốn hiện",
    )


def _finding(
    code: str, severity: Severity, path: str, line: int, *, message: str, remedy: str
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=severity,
        path=path,
        line=line,
        field="related",
        message=message,
        remedy=remedy,
    )
