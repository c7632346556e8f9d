"""What the writer tells editors."""

from plugins.core.diagnostics import Diagnostic, error

RENDERING = "Dựng trang"


def applied(made: int, reused: int) -> str:
    """What the last line of a build says."""
    return (
        f"Đã dựng {_count(made + reused)} trang: làm mới {_count(made)}, dùng lại {_count(reused)}."
    )


def _count(number: int) -> str:
    """A number as Vietnamese writes it."""
    return f"{number:,}".replace(",", ".")


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
