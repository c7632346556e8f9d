"""What editors are told about view counts."""

from plugins.core.diagnostics import Diagnostic, error, warning


def unknown_article(path: str, line: int, slug: str, nearest: str) -> Diagnostic:
    """VC002."""
    return warning(
        "VC002",
        path=path,
        line=line,
        field="slug",
        message=f"không có bài nào tên là “{slug}” nên số lượt xem này không hiện ở đâu",
        remedy=f"sửa thành “{nearest}”" if nearest else "ghi đúng slug của bài, hoặc xóa mục này",
    )


def counted_twice(path: str, line: int, slug: str, first_line: int) -> Diagnostic:
    """VC003."""
    return error(
        "VC003",
        path=path,
        line=line,
        field="slug",
        message=f"bài “{slug}” đã có số lượt xem ở dòng {first_line}",
        remedy="giữ lại một mục",
    )
