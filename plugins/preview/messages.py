"""What the preview tells the person who works on the site, in Vietnamese."""


def address(url: str) -> str:
    """The line with the address."""
    return f"Xem thử tại {url} (bấm Ctrl-C để dừng)"


def built(seconds: float, changed: tuple[str, ...]) -> str:
    """A build passed."""
    time = f"{seconds:.2f}".replace(".", ",")
    return f"Đã dựng xong trong {time} giây{_because_of(changed)}."


def _because_of(changed: tuple[str, ...]) -> str:
    if not changed:
        return ""
    more = f" và {len(changed) - 1} tệp khác" if len(changed) > 1 else ""
    return f" (thay đổi: {changed[0]}{more})"


def passed(counted: str) -> str:
    """A build passed and found something."""
    return f"Đã dựng xong, còn điều nên xem lại: {counted}."


def failed(told: str, counted: str) -> str:
    """A build failed, with what it found."""
    return f"{told} ({counted})" if counted else told


def more(count: int) -> str:
    """How many findings are not listed, and where they are."""
    number = f"{count:,}".replace(",", ".")
    return f"Còn {number} điều nữa; xem tất cả bằng lệnh make check"


FAILED = "Chưa dựng được bản mới. Trang đang mở vẫn là bản trước. Hãy sửa lỗi rồi lưu lại."
FAILED_AT_FIRST = "Chưa dựng được trang. Hãy sửa lỗi rồi lưu lại; trang sẽ tự hiện ra."
WORDS = {"label": "Kết quả kiểm tra", "details": "Xem từng điều", "close": "Đóng"}
BUILDING = "Đang dựng trang lần đầu. Trang sẽ tự hiện ra khi xong."
NO_REPORT = "Bản dựng dừng lại mà không nói lý do."
NOT_FOUND = "Không có trang này."
STOPPED = "Đã dừng xem thử."


def port_taken(port: int) -> str:
    """The port belongs to another program."""
    return (
        f"Cổng {port} đang có chương trình khác dùng. "
        f"Hãy dừng chương trình đó, hoặc chọn cổng khác, ví dụ: make serve PORT={port + 1}"
    )


def cannot_listen(host: str, reason: str) -> str:
    """The address cannot be used at all."""
    return f"Không mở được máy chủ tại {host}: {reason}"
