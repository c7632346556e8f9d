"""What corrections tell editors."""

from plugins.core.diagnostics import Diagnostic, error
from plugins.core.headers import Explanation

ABOUT_CORRECTIONS = Explanation(
    meaning="Đính chính, hiện ngay dưới tiêu đề bài: mỗi dòng một ngày, dấu hai chấm, rồi một câu "
    "nói điều gì sai và nay sửa thế nào",
    example='["21/03/2024: Bài đăng ngày 17/03/2024 ghi nhầm số đơn vị là 12, đúng là 21."]',
)


def unreadable(path: str, line: int, written: str) -> Diagnostic:
    """CO001."""
    return error(
        "CO001",
        path,
        line,
        field="corrections",
        message=f"đính chính “{written}” không bắt đầu bằng ngày và dấu hai chấm",
        remedy="ghi ngày đính chính, dấu hai chấm rồi nội dung, ví dụ “21/03/2024: …”",
    )


def too_early(path: str, line: int, written: str) -> Diagnostic:
    """CO002."""
    return error(
        "CO002",
        path,
        line,
        field="corrections",
        message=f"đính chính “{written}” có ngày trước ngày đăng bài",
        remedy="xem lại cả hai ngày",
    )
