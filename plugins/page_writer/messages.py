"""What the writer tells editors."""

from plugins.core.diagnostics import Diagnostic, error


def two_owners(path: str, owner: str, other: str, line: int) -> Diagnostic:
    """PW001."""
    return error(
        "PW001",
        path=owner if line else "",
        line=line,
        field="slug",
        message=f"địa chỉ “{path}” đã thuộc về {other}",
        remedy="đổi slug của một trong hai",
    )
