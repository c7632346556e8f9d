"""What editors are told about the data files of the site, and the neutral defaults."""

from datetime import date

from plugins.core.dates import date_short
from plugins.core.diagnostics import Diagnostic, advice, error, warning

UNNAMED = "Cơ quan chưa khai báo tên"


def no_name(path: str, line: int) -> Diagnostic:
    """SD002."""
    return warning(
        "SD002",
        path=path,
        line=line,
        field="name",
        message=f"chưa khai báo tên cơ quan, trang tạm ghi “{UNNAMED}”",
        remedy=f'thêm dòng name = "…" vào tệp {path}',
    )


def not_given(path: str, keys: str) -> Diagnostic:
    """SD003."""
    return advice(
        "SD003",
        path=path,
        line=1,
        message=f"chưa khai báo: {keys}; trang không hiện các mục này",
        remedy="ghi giá trị vào giữa hai dấu ngoặc kép",
    )


def bad_address(path: str, line: int, field: str, given: str) -> Diagnostic:
    """SD004."""
    return error(
        "SD004",
        path=path,
        line=line,
        field=field,
        message=f"địa chỉ “{given}” không dùng được",
        remedy="ghi địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://"
        + ("" if field == "site_url" else ", hay địa chỉ trong trang này bắt đầu bằng /"),
    )


def no_address(path: str, line: int, text: str) -> Diagnostic:
    """SD005."""
    return advice(
        "SD005",
        path=path,
        line=line,
        field="url",
        message=f"liên kết “{text}” chưa có địa chỉ nên hiện thành chữ thường",
        remedy='ghi địa chỉ vào dòng url = "…"',
    )


def unusable_emblem(path: str, line: int, given: str, limit: int) -> Diagnostic:
    """SD006."""
    return error(
        "SD006",
        path=path,
        line=line,
        field="emblem",
        message=f"biểu trưng “{given}” không dùng được",
        remedy="ghi đường dẫn, tính từ thư mục nội dung, của một tệp ảnh PNG, JPEG hoặc WebP "
        f"nặng không quá {limit // 1000} kB và không bị hỏng; không dùng SVG",
    )


def bad_contact(path: str, line: int, given: str) -> Diagnostic:
    """SD007."""
    return error(
        "SD007",
        path=path,
        line=line,
        field="contact",
        message=f"địa chỉ báo lỗi bảo mật “{given}” không dùng được",
        remedy="ghi mailto:…, https://… hoặc tel:…",
    )


def contact_expired(path: str, line: int, expires: date) -> Diagnostic:
    """SD008."""
    return error(
        "SD008",
        path=path,
        line=line,
        field="expires",
        message=f"thông tin báo lỗi bảo mật đã hết hạn ngày {date_short(expires)}",
        remedy="kiểm tra địa chỉ liên hệ rồi ghi ngày hết hạn mới, trong vòng một năm",
    )


def contact_expires_soon(path: str, line: int, expires: date) -> Diagnostic:
    """SD009."""
    return warning(
        "SD009",
        path=path,
        line=line,
        field="expires",
        message=f"thông tin báo lỗi bảo mật sắp hết hạn, ngày {date_short(expires)}",
        remedy="kiểm tra địa chỉ liên hệ rồi ghi ngày hết hạn mới, trong vòng một năm",
    )


def contact_without_expiry(path: str) -> Diagnostic:
    """SD010."""
    return advice(
        "SD010",
        path=path,
        line=1,
        field="expires",
        message="chưa có ngày hết hạn của thông tin báo lỗi bảo mật nên trang không có "
        "tệp security.txt",
        remedy="thêm mục [security] với dòng expires = năm-tháng-ngày",
    )


def dead_address(path: str, line: int, field: str, given: str) -> Diagnostic:
    """SD011."""
    return error(
        "SD011",
        path=path,
        line=line,
        field=field,
        message=f"trang “{given}” không có trên cổng này hoặc chưa đăng",
        remedy="sửa địa chỉ, hoặc để trống",
    )


def dead_anchor(path: str, line: int, field: str, given: str, nearest: str) -> Diagnostic:
    """SD012: the link leads to the right page, only not to its place."""
    return warning(
        "SD012",
        path=path,
        line=line,
        field=field,
        message=f"trang “{given}” không có chỗ nào mang tên sau dấu #",
        remedy=f"có phải là “#{nearest}”?" if nearest else "bỏ phần từ dấu #",
    )


def old_counter(path: str, line: int, label: str, taken_on: date) -> Diagnostic:
    """SD013."""
    return advice(
        "SD013",
        path=path,
        line=line,
        field="taken_on",
        message=f"số liệu “{label}” lấy ngày {date_short(taken_on)}, đã quá 30 ngày",
        remedy="lấy số liệu mới rồi sửa cả con số lẫn ngày lấy số liệu",
    )
