"""What attachments tell editors."""

from msgspec import Struct

from plugins.attachments.pdf import PdfFault
from plugins.core.diagnostics import Diagnostic, error
from plugins.core.headers import Explanation
from plugins.core.targets import Absence

ABOUT_ORIGINAL = Explanation(
    meaning="Tệp bản gốc đã ký; trang dẫn tới tệp này", example="thong-bao-844-da-ky.pdf"
)
ABOUT_ATTACHMENTS = Explanation(
    meaning="Tệp kèm theo văn bản: tên tệp, dấu hai chấm, rồi tên gọi của tệp",
    example='["bieu-mau.docx: Biểu mẫu báo cáo"]',
)


class Finding(Struct, frozen=True, kw_only=True):
    """An error that has no place yet."""

    code: str
    message: str
    remedy: str


def absent_file(target: str, absence: Absence, similar: str) -> Finding:
    """There is no file that may be published."""
    if absence is Absence.OUTSIDE:
        return Finding(
            code="AT002",
            message=f"đường dẫn tệp “{target}” đi ra ngoài thư mục nội dung",
            remedy="bớt dấu ../ hoặc ghi đường dẫn từ thư mục nội dung, ví dụ /van-ban/ten-tep.pdf",
        )
    if absence is Absence.SYMBOLIC_LINK:
        return Finding(
            code="AT002",
            message=f"đường dẫn tệp “{target}” đi qua một liên kết tượng trưng",
            remedy="thay liên kết đó bằng chính tệp đính kèm",
        )
    if absence is Absence.SPECIAL:
        return Finding(
            code="AT001",
            message=f"“{target}” là thư mục hoặc tệp đặc biệt, không phải tệp đính kèm",
            remedy="sửa đường dẫn, hoặc chép chính tệp đính kèm vào đó",
        )
    return Finding(
        code="AT001",
        message=f"không có tệp đính kèm “{target}”",
        remedy=f"có phải là “{similar}”?"
        if similar
        else "sửa đường dẫn (tính từ thư mục của bài này), hoặc chép tệp vào đó",
    )


def forbidden_ending(target: str, endings: tuple[str, ...]) -> Finding:
    """The file is of a type that is not published."""
    return Finding(
        code="AT003",
        message=f"không đính kèm được tệp loại này: “{target}”",
        remedy=f"dùng một trong các loại: {' '.join(endings)}; ảnh thì viết ![mô tả](tệp ảnh)",
    )


def wrong_content(target: str, ending: str) -> Finding:
    """The bytes are not what the ending says."""
    return Finding(
        code="AT004",
        message=f"nội dung tệp “{target}” không phải loại {ending}",
        remedy="mở tệp bằng chương trình đã tạo ra nó rồi lưu lại đúng loại; "
        "chỉ đổi đuôi tệp thì chưa đủ",
    )


def empty_file(target: str) -> Finding:
    """There is nothing in the file."""
    return Finding(
        code="AT004",
        message=f"tệp “{target}” rỗng, không có byte nào",
        remedy="chép lại từ tệp gốc",
    )


def heavy_file(target: str, heaviest: int) -> Finding:
    """The file is larger than a visitor can be asked to fetch."""
    return Finding(
        code="AT006",
        message=f"tệp đính kèm “{target}” nặng quá {heaviest // 1_000_000} MB",
        remedy="nén nhỏ tệp (bản PDF quét thì giảm độ phân giải), hoặc tách thành nhiều tệp",
    )


def unreadable_file(target: str) -> Finding:
    """The system does not let the build read the file."""
    return Finding(
        code="AT005",
        message=f"không mở được tệp đính kèm “{target}”",
        remedy="kiểm tra quyền đọc tệp, hoặc chép lại tệp",
    )


_PDF_FAULTS = {
    PdfFault.BROKEN: (
        "AT004",
        "tệp “{}” không đọc được như một tệp PDF",
        "mở tệp bằng chương trình đã tạo ra nó rồi lưu lại thành PDF",
    ),
    PdfFault.ENCRYPTED: (
        "AT007",
        "tệp PDF “{}” có mật khẩu hoặc bị khóa, nên có người không mở, không nghe đọc được",
        "lưu lại tệp không có mật khẩu và không giới hạn quyền",
    ),
    PdfFault.ACTIVE: (
        "AT008",
        "tệp PDF “{}” chứa chương trình (JavaScript, lệnh chạy hoặc biểu mẫu động)",
        "in tệp ra PDF một lần nữa để chỉ còn nội dung",
    ),
}


def unfit_pdf(target: str, fault: PdfFault) -> Finding:
    """A PDF that cannot be opened by everybody, or that could do something."""
    code, message, remedy = _PDF_FAULTS[fault]
    return Finding(code=code, message=message.format(target), remedy=remedy)


def in_header(path: str, line: int, key: str, finding: Finding) -> Diagnostic:
    """A finding about a file that a header names."""
    return error(
        finding.code, path, line, field=key, message=finding.message, remedy=finding.remedy
    )


def pages_in_words(pages: int) -> str:
    """How many pages a file has, the number and its word on one line."""
    return f"{pages}\N{NO-BREAK SPACE}trang"
