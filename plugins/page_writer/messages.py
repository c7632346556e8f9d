"""What the writer tells editors."""

from plugins.core.diagnostics import Diagnostic, Severity


def two_owners(path: str, owner: str, other: str) -> Diagnostic:
    """PW001."""
    return Diagnostic(
        code="PW001",
        severity=Severity.ERROR,
        path=owner if owner.endswith(".md") else "",
        field="slug",
        message=f"địa chỉ «{path}» đã thuộc về {other}",
        remedy="đổi slug của một trong hai",
    )


def no_address() -> Diagnostic:
    """PW002."""
    return Diagnostic(
        code="PW002",
        severity=Severity.ADVICE,
        path="",
        message="chưa khai báo địa chỉ công khai của cổng nên không có nguồn tin RSS và Atom",
        remedy="khai báo site_url trong du-lieu/co-quan.toml hoặc chạy với SITEURL=https://…",
    )
