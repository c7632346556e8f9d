"""What series tell editors."""

from plugins.core.diagnostics import Diagnostic, error, warning
from plugins.core.headers import Explanation

ABOUT_SERIES = Explanation(
    meaning="Chuyên đề: các bài ghi cùng một tên nối với nhau và có một trang chung",
    example="Chuyển đổi số ở cơ sở",
)
ABOUT_ORDER = Explanation(
    meaning="Bài thứ mấy của chuyên đề; không có thì xếp theo ngày đăng, bài cũ trước",
    example="2",
)


def no_number(path: str, line: int, written: str) -> Diagnostic:
    """SE001."""
    return error(
        "SE001",
        path,
        line,
        field="series_order",
        message=f"“{written}” không phải số thứ tự",
        remedy="ghi một số nguyên từ 1 trở lên, hoặc bỏ dòng này để xếp theo ngày",
    )


def number_without_series(path: str, line: int) -> Diagnostic:
    """SE002."""
    return warning(
        "SE002",
        path,
        line,
        field="series_order",
        message="có số thứ tự mà không có tên chuyên đề",
        remedy="thêm dòng “series: …” hoặc bỏ dòng này",
    )


def number_taken(path: str, line: int, number: int, other: str) -> Diagnostic:
    """SE003."""
    return warning(
        "SE003",
        path,
        line,
        field="series_order",
        message=f"bài thứ {number} của chuyên đề này đã là tệp {other}",
        remedy="ghi số khác cho một trong hai bài",
    )


def names_alike(path: str, line: int, name: str, other: str, file: str) -> Diagnostic:
    """SE004."""
    return warning(
        "SE004",
        path,
        line,
        field="series",
        message=f"“{name}” và “{other}” (trong {file}) có cùng một địa chỉ nên chung một trang",
        remedy="viết một tên thống nhất",
    )


def unfit_name(path: str, line: int, name: str) -> Diagnostic:
    """SE005."""
    return error(
        "SE005",
        path,
        line,
        field="series",
        message=f"tên chuyên đề “{name}” không có chữ cái hay chữ số nào",
        remedy="đặt tên bằng chữ",
    )
