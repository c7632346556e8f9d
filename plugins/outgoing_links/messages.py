"""What editors are told about outgoing links, and what `make links` prints."""

from plugins.core.diagnostics import Diagnostic, Severity, advice, error, warning

_FLAWS = {
    "NUMBER": (
        "OL003",
        "ghi máy chủ bằng số (địa chỉ IP)",
        "ghi tên máy chủ, ví dụ https://ten-co-quan.gov.vn/",
    ),
    "LOGIN": (
        "OL004",
        "có phần đứng trước dấu @, dễ lẫn tên máy chủ",
        "bỏ phần từ sau // đến dấu @, rồi xem lại máy chủ",
    ),
    "PORT": ("OL005", "ghi kèm số cổng", "bỏ dấu hai chấm và số đứng sau tên máy chủ"),
    "LETTERS": (
        "OL006",
        "có chữ giả giống chữ thường trong tên máy chủ",
        "gõ lại tên máy chủ bằng bàn phím; không rõ nguồn thì xóa liên kết",
    ),
    "SPELLING": (
        "OL007",
        "ghi tên máy chủ không đúng cách",
        "viết đủ https:// rồi đến tên máy chủ, ví dụ https://ten-co-quan.gov.vn/",
    ),
}


def unlisted_host(path: str, line: int, field: str, host: str, register: str) -> Diagnostic:
    """OL001."""
    return error(
        "OL001",
        path=path,
        line=line,
        field=field,
        message=f"liên kết dẫn tới máy chủ “{host}” chưa có trong {register}",
        remedy="xóa liên kết; nếu cần giữ thì nhờ người phụ trách xem và thêm máy chủ vào "
        f"{register}",
    )


def new_government_host(path: str, line: int, field: str, host: str, register: str) -> Diagnostic:
    """OL002."""
    return advice(
        "OL002",
        path=path,
        line=line,
        field=field,
        message=f"liên kết dẫn tới máy chủ “{host}”, là gov.vn nhưng chưa có trong {register}",
        remedy="mở thử để chắc đúng trang cần dẫn tới; hay dùng thì nhờ thêm vào danh sách",
    )


def refused_address(path: str, line: int, field: str, flaw: str, address: str) -> Diagnostic:
    """OL003 to OL007."""
    code, reason, remedy = _FLAWS[flaw]
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        path=path,
        line=line,
        field=field,
        message=f"địa chỉ “{address}” {reason}",
        remedy=remedy,
    )


def unseen_link(path: str, line: int, text: str, address: str) -> Diagnostic:
    """OL008."""
    shown = f"chỉ có chữ “{text}”" if text else "không có chữ nào"
    return error(
        "OL008",
        path=path,
        line=line,
        message=f"liên kết tới “{address}” {shown} nên người đọc không thấy",
        remedy="viết chữ nói rõ liên kết dẫn tới đâu, hoặc xóa liên kết",
    )


def link_farm(path: str, line: int, links: int, most: int, words: int) -> Diagnostic:
    """OL009."""
    return error(
        "OL009",
        path=path,
        line=line,
        message=f"bài {words} chữ có {links} liên kết ra ngoài, nhiều nhất chỉ nên {most}",
        remedy="bỏ bớt liên kết; danh sách liên kết của cơ quan thì ghi vào du-lieu/lien-ket.toml",
    )


def advertising_link(path: str, line: int, words: str, address: str) -> Diagnostic:
    """OL010, an error."""
    return _gambling(path, line, words, address, Severity.ERROR)


def gambling_link(path: str, line: int, words: str, address: str) -> Diagnostic:
    """OL010, a warning."""
    return _gambling(path, line, words, address, Severity.WARNING)


def advertising_text(path: str, line: int, words: str) -> Diagnostic:
    """OL011."""
    return warning(
        "OL011",
        path=path,
        line=line,
        message=f"có lời quảng cáo cờ bạc: “{words}”",
        remedy="xóa đoạn ấy và xem ai đã thêm; nếu là tin cảnh báo thì diễn đạt cách khác",
    )


def unusable_name(path: str, line: int, given: str) -> Diagnostic:
    """OL013."""
    return error(
        "OL013",
        path=path,
        line=line,
        field="name",
        message=f"“{given}” không phải tên máy chủ",
        remedy="chỉ ghi tên, ví dụ ten-co-quan.gov.vn; dấu chấm đứng đầu để gồm cả tên con",
    )


def name_open_to_all(path: str, line: int, given: str) -> Diagnostic:
    """OL014."""
    return error(
        "OL014",
        path=path,
        line=line,
        field="name",
        message=f"“{given}” gồm mọi tên mà ai cũng đăng ký được",
        remedy="ghi tên của từng máy chủ",
    )


def summary(links: int, hosts: int) -> str:
    """The head of what `make links` prints."""
    return f"{links} liên kết ra ngoài, {hosts} máy chủ"


def changes(revision: str, added: int, removed: int) -> str:
    """The head of the changes that `make links` prints."""
    return f"So với {revision}: thêm {added}, bớt {removed}"


def new_host() -> str:
    """The note behind an added link to a host that no link led to before."""
    return "máy chủ mới"


def refused_host() -> str:
    """What stands for the host of an address that has none to trust."""
    return "(không rõ máy chủ)"


def no_revision(revision: str) -> str:
    """Why `make links` failed: git does not know the revision."""
    return f"không đọc được bản “{revision}” của thư mục nội dung trong git"


def _gambling(path: str, line: int, words: str, address: str, severity: Severity) -> Diagnostic:
    return Diagnostic(
        code="OL010",
        severity=severity,
        path=path,
        line=line,
        message=f"liên kết tới “{address}” có chữ về cờ bạc: “{words}”",
        remedy="xóa liên kết và xem ai đã thêm; nếu dẫn tới văn bản về việc này thì viết rõ "
        "tên văn bản và nhờ thêm máy chủ vào danh sách",
    )
