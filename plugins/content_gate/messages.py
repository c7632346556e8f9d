"""What the gate itself tells editors, and how it counts."""

from plugins.core.diagnostics import Diagnostic, Severity, error, warning

_NAMES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.ADVICE: "lời khuyên"}
LOOKING = "Soát trang"
ALL_WELL = "Nội dung đạt: không có lỗi."
STOPPED = "Có lỗi nên trang không được thay đổi. Sửa các lỗi trên rồi chạy lại."
SEE_ADVICE = "; xem lời khuyên bằng lệnh make check"
GITHUB_SHOWS_TEN = "; GitHub chỉ hiện 10 chú thích đầu của mỗi loại, nhật ký này có đủ"
NO_FOLDER = "không có thư mục nội dung này; kiểm tra lại tên sau CONTENT="
NO_FILE = "không có tệp này trong thư mục nội dung; kiểm tra lại tên sau FILE="
INTERRUPTED = "Đã dừng theo yêu cầu. Trang giữ nguyên như trước."
REMEDY = "Cách sửa"

_AGAIN = "rồi chạy lại"
DISK_FULL = ("đĩa đã đầy", f"giải phóng chỗ trên đĩa {_AGAIN}")
FILE_LIMIT = ("hệ thống không cho ghi tệp lớn như vậy", f"nới giới hạn cỡ tệp {_AGAIN}")
NO_RIGHT = ("không có quyền đọc hoặc ghi ở đây", f"xin quyền với thư mục này {_AGAIN}")
READ_ONLY = ("chỗ này chỉ cho đọc, không cho ghi", f"chọn thư mục khác, hoặc mở quyền ghi {_AGAIN}")
LINK_OUT = ("đây là liên kết tượng trưng, dẫn ra ngoài thư mục xuất", f"xóa liên kết ấy {_AGAIN}")
TWO_BUILDS = ("một lượt dựng khác đang ghi vào thư mục này", f"đợi lượt đó xong {_AGAIN}")
TOO_MANY_OPEN = ("hệ thống không cho mở thêm tệp", f"đóng bớt chương trình {_AGAIN}")
BAD_DISK = ("đĩa không đọc hoặc không ghi được", f"kiểm tra đĩa {_AGAIN}")


def fault(cause: tuple[str, str], path: str) -> str:
    """What the system refused, where, and what to do."""
    what, remedy = cause
    return f"{path}: {what}. Trang giữ nguyên như trước.\n    {REMEDY}: {remedy}"


def broken(reason: str) -> str:
    """The build broke for a reason of its own."""
    return (
        f"Bộ dựng trang hỏng giữa chừng ({reason}). Trang giữ nguyên như trước.\n"
        f"    {REMEDY}: báo cho người phụ trách kỹ thuật kèm nguyên văn thông báo này"
    )


def severity_name(severity: Severity) -> str:
    """The word for a severity."""
    return _NAMES[severity]


def counted(numbers: dict[Severity, int]) -> str:
    """How many findings there are of each severity."""
    return ", ".join(f"{numbers.get(severity, 0)} {name}" for severity, name in _NAMES.items())


def from_pelican(path: str, said: str) -> Diagnostic:
    """CG001."""
    return error(
        "CG001",
        path=path,
        line=0,
        message=f"bộ dựng trang báo: {said}",
        remedy="báo cho người phụ trách kỹ thuật nếu thông báo này không rõ",
    )


_PLAIN = "bỏ thẻ này và viết chữ thường"
_VIDEO = "đặt liên kết tới nơi có nội dung đó: [Xem video](https://…)"
_INSTEAD = {
    "a": "viết liên kết: [chữ](địa chỉ)",
    "b": "viết **chữ đậm**",
    "strong": "viết **chữ đậm**",
    "i": "viết *chữ nghiêng*",
    "em": "viết *chữ nghiêng*",
    "br": "kết thúc dòng bằng hai dấu cách, hoặc để một dòng trống",
    "p": "để một dòng trống giữa hai đoạn",
    "img": "viết ảnh: ![mô tả](/hinh-anh/…)",
    "ul": "bắt đầu mỗi dòng bằng -",
    "ol": "bắt đầu mỗi dòng bằng 1.",
    "li": "bắt đầu mỗi dòng bằng -",
    "hr": "viết --- giữa hai dòng trống",
    "table": "viết bảng bằng dấu |",
    "blockquote": "bắt đầu mỗi dòng bằng >",
    "iframe": _VIDEO,
    "frame": _VIDEO,
    "embed": _VIDEO,
    "object": _VIDEO,
    "video": _VIDEO,
    "audio": _VIDEO,
    "form": "đặt liên kết tới biểu mẫu: [Gửi ý kiến](https://…)",
    "input": "đặt liên kết tới biểu mẫu: [Gửi ý kiến](https://…)",
    "!--": "bỏ ghi chú này; ghi chú cho người soạn viết ở khóa review",
} | {f"h{level}": "viết ## trước đề mục" for level in range(1, 7)}


def active_html(path: str, line: int, field: str, tried: str, name: str) -> Diagnostic:
    """CG010: in a header it is a warning, because there it is text in every case."""
    return Diagnostic(
        code="CG010",
        severity=Severity.WARNING if field else Severity.ERROR,
        path=path,
        line=line,
        field=field,
        message=f"không được dùng HTML có thể chạy trong bài: “{tried}”",
        remedy=_INSTEAD.get(name, "bỏ đoạn này; nếu cần nêu mã làm ví dụ, đặt nó giữa hai dấu `"),
    )


def plain_html(path: str, line: int, field: str, tried: str, name: str) -> Diagnostic:
    """CG011."""
    return warning(
        "CG011",
        path=path,
        line=line,
        field=field,
        message=f"bài không dùng HTML nên “{tried}” hiện nguyên trên trang",
        remedy=_INSTEAD.get(name, _PLAIN),
    )


def attribute_list(path: str, line: int, field: str, tried: str, _name: str) -> Diagnostic:
    """CG012."""
    return warning(
        "CG012",
        path=path,
        line=line,
        field=field,
        message=f"không có cách ghi thuộc tính nên “{tried}” hiện nguyên trên trang",
        remedy="bỏ phần trong ngoặc nhọn; đề mục tự có địa chỉ, ảnh và bảng tự có kiểu",
    )


def entity(path: str, line: int, field: str, tried: str, _name: str) -> Diagnostic:
    """CG013."""
    return warning(
        "CG013",
        path=path,
        line=line,
        field=field,
        message=f"bài không dùng mã ký tự của HTML nên “{tried}” hiện nguyên trên trang",
        remedy="gõ thẳng ký tự đó, ví dụ & hoặc một dấu cách",
    )


def canary_alive(found: str) -> Diagnostic:
    """CG014."""
    return error(
        "CG014",
        path="",
        line=0,
        message=f"phần bảo vệ trang không hoạt động: bài thử cho ra “{found}”",
        remedy="báo ngay cho người phụ trách kỹ thuật; đừng công bố trang bằng cách khác",
    )


def active_page(path: str, file: str, owner: str, found: str) -> Diagnostic:
    """CG015."""
    return error(
        "CG015",
        path=path,
        line=0,
        message=f"tệp {file} của trang, làm từ {owner}, có chỗ có thể chạy hoặc hỏng: “{found}”",
        remedy="báo cho người phụ trách kỹ thuật: giao diện hoặc một phần mở rộng đã viết ra nó",
    )
