"""What editors are told about view counts."""

from datetime import date

from plugins.core.dates import date_short
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


def too_early(newest: date) -> str:
    """The last count is not a week old."""
    return f"Số lượt xem đã lấy đến hết ngày {date_short(newest)}; mỗi tuần chỉ cập nhật một lần."


def uncountable(reason: str) -> str:
    """GoAccess or a log is missing."""
    return f"Không đếm được nhật ký: {reason}. Cần gói goaccess và quyền đọc tệp nhật ký."


def counted(reads: int, until: date) -> str:
    """The file was written."""
    return f"Đã cộng thêm {reads} lượt xem, đến hết ngày {date_short(until)}."
