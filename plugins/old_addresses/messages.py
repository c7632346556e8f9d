"""What editors are told about old addresses, and what `make withdraw` says."""

from collections.abc import Sequence

from plugins.core.diagnostics import Diagnostic, error


def unusable(path: str, line: int, given: str) -> Diagnostic:
    """DC002."""
    return error(
        "DC002",
        path,
        line,
        message=f"“{given}” không phải một địa chỉ của trang này",
        remedy="ghi địa chỉ bắt đầu bằng / và không có ?, #, .. hay khoảng trắng, ví dụ "
        "/khai-mac-n1234",
    )


def twice(path: str, line: int, address: str, other: int) -> Diagnostic:
    """DC003."""
    return error(
        "DC003",
        path,
        line,
        message=f"địa chỉ “{address}” đã có ở dòng {other}",
        remedy="giữ một trong hai mục",
    )


def chain(path: str, line: int, address: str, to: str, end: str) -> Diagnostic:
    """DC004."""
    remedy = f"dẫn thẳng đến “{end}”" if end and end != address else "dẫn đến một trang đang có"
    return error(
        "DC004",
        path,
        line,
        message=f"“{address}” dẫn đến “{to}”, mà “{to}” cũng là địa chỉ cũ",
        remedy=remedy,
    )


def dead_target(path: str, line: int, to: str) -> Diagnostic:
    """DC005."""
    return error(
        "DC005",
        path,
        line,
        message=f"nơi dẫn đến “{to}” không có trên trang",
        remedy="ghi địa chỉ của một trang đang có",
    )


def still_there(path: str, line: int, address: str, owner: str) -> Diagnostic:
    """DC006."""
    return error(
        "DC006",
        path,
        line,
        message=f"địa chỉ “{address}” vẫn là trang của {owner}",
        remedy="xóa mục này, hoặc xóa tệp bài",
    )


def no_such_page(address: str) -> str:
    """Nothing in the content has the address."""
    return (
        f"Không có bài, văn bản hay trang nào ở địa chỉ {address}. Hãy chép phần địa chỉ sau tên "
        "máy chủ, ví dụ ADDRESS=/tin-tuc/ten-bai/."
    )


def no_reason() -> str:
    """A withdrawal needs a reason, because readers are told one."""
    return 'Hãy ghi lý do mà người đọc sẽ thấy, ví dụ REASON="Bài có thông tin chưa chính xác."'


def took_down(source: str, changed: Sequence[str]) -> list[str]:
    """What was done to the content."""
    relinked = [f"  đã sửa liên kết trong {path}" for path in changed]
    return [f"Đã xóa {source} và ghi thông báo gỡ bài vào du-lieu/dia-chi-cu.toml.", *relinked]


def also_gone(addresses: Sequence[str]) -> list[str]:
    """What else had no page any more."""
    return [f"  địa chỉ đi cùng bài cũng được ghi: {address}" for address in addresses]


def not_built() -> str:
    """Something else stops the site from being built."""
    return (
        "Nội dung đã sửa nhưng trang chưa dựng được vì lỗi ở trên: BÀI VẪN CÒN CÔNG KHAI. Sửa lỗi "
        "rồi chạy make publish, hoặc chạy lại lệnh này sau khi đưa nội dung về như cũ."
    )


def to_purge(addresses: Sequence[str]) -> list[str]:
    """What caches in front of the server still hold."""
    return ["Cần xóa khỏi bộ nhớ đệm (CDN) các địa chỉ:", *(f"  {a}" for a in addresses)]


def redirect_comment() -> str:
    """Above redirects that a withdrawal brings along."""
    return "# Danh sách không còn bài nào sau khi gỡ bài."
