"""What the last look at a site tells the person who publishes, in Vietnamese."""

from plugins.core.diagnostics import Diagnostic, error


def dead_link(page: str, link: str) -> Diagnostic:
    """RC001."""
    return error(
        "RC001",
        path=page,
        line=0,
        message=f"liên kết “{link}” không dẫn đến tệp nào của trang",
        remedy="sửa liên kết trong bài hoặc trong giao diện",
    )


def dead_place(page: str, link: str) -> Diagnostic:
    """RC002."""
    return error(
        "RC002",
        path=page,
        line=0,
        message=f"liên kết “{link}” dẫn đến một chỗ không có trên trang đích",
        remedy="sửa hoặc bỏ phần sau dấu #",
    )


def secret(name: str, beginning: str) -> Diagnostic:
    """RC003: only its beginning is shown."""
    return error(
        "RC003",
        path=name,
        line=0,
        message=f"tệp chứa thứ trông như mật khẩu hoặc khóa bí mật, bắt đầu bằng “{beginning}”",
        remedy="xóa khỏi nội dung, và đổi ngay mật khẩu hoặc khóa đó",
    )


def not_for_the_public(name: str) -> Diagnostic:
    """RC004."""
    return error(
        "RC004",
        path=name,
        line=0,
        message="tệp thuộc loại không bao giờ được công khai",
        remedy="bỏ tệp khỏi nội dung",
    )


def leap_of_pages(before: int, after: int) -> Diagnostic:
    """RC005."""
    return _leap(f"bản trước có {before} trang, bản này có {after} trang")


def leap_of_bytes(before: int, after: int) -> Diagnostic:
    """RC005."""
    return _leap(f"bản trước nặng {before // 1000} kB, bản này nặng {after // 1000} kB")


def _leap(message: str) -> Diagnostic:
    return error(
        "RC005",
        path="",
        line=0,
        message=f"{message}: chênh quá một phần năm",
        remedy="xem lại có thiếu hay thừa thư mục nào không; nếu đúng là vậy thì xuất bản lại "
        "với ACCEPT=RC005",
    )


def malformed_page(name: str, fault: str) -> Diagnostic:
    """RC006."""
    return error(
        "RC006",
        path=name,
        line=0,
        message=f"trang không đúng cú pháp HTML ({fault})",
        remedy="sửa mẫu trang trong giao diện",
    )


def malformed_file(name: str, fault: str) -> Diagnostic:
    """RC007."""
    return error(
        "RC007",
        path=name,
        line=0,
        message=f"nguồn tin, sơ đồ trang hoặc dữ liệu không đúng cú pháp ({fault})",
        remedy="báo cho người phụ trách kỹ thuật",
    )


def lost_address(name: str, address: str, likely: str) -> Diagnostic:
    """RC008."""
    return error(
        "RC008",
        path=name,
        line=0,
        message=f"địa chỉ “{address}” từng công khai mà nay không còn gì",
        remedy="thêm vào du-lieu/dia-chi-cu.toml, với nơi dẫn đến đúng, hai dòng dưới mục "
        f'[[redirect]]: from = "{address}" và to = "{likely}"; hoặc gỡ bài bằng make withdraw',
    )
