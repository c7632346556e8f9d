"""What responsive images tell editors."""

from msgspec import Struct

from plugins.core.diagnostics import Severity
from plugins.core.headers import Explanation
from plugins.core.targets import Absence
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.decoding import Fault

ABOUT_IMAGE = Explanation(
    meaning="Ảnh đại diện, đường dẫn tính từ thư mục `content`",
    example="hinh-anh/2024/04/cuoc-thi.jpg",
)
ABOUT_IMAGE_ALT = Explanation(
    meaning="Mô tả ảnh đại diện cho người không nhìn thấy ảnh; có ảnh thì phải có mô tả",
    example="Bìa tờ giới thiệu cuộc thi",
)
ENCODING = "Làm ảnh"
# Some programs paste a whole picture into its address.
_LONGEST_TARGET = 80


class Finding(Struct, frozen=True, kw_only=True):
    """A `Diagnostic` that has no place yet."""

    code: str
    severity: Severity = Severity.ERROR
    message: str
    remedy: str


def foreign_picture(target: str) -> Finding:
    """A picture lies on another site, or is written into its address."""
    shown = target if len(target) <= _LONGEST_TARGET else f"{target[:_LONGEST_TARGET]}…"
    return Finding(
        code="IM001",
        message=f"ảnh “{shown}” không nằm trong thư mục nội dung",
        remedy="chép tệp ảnh vào thư mục hinh-anh rồi ghi đường dẫn tới tệp đó",
    )


def absent_picture(target: str, absence: Absence, similar: str) -> Finding:
    """There is no file that may be used."""
    if absence is Absence.OUTSIDE:
        return Finding(
            code="IM003",
            message=f"đường dẫn ảnh “{target}” đi ra ngoài thư mục nội dung",
            remedy="bớt dấu ../ hoặc ghi từ thư mục nội dung, ví dụ /hinh-anh/ten-anh.jpg",
        )
    if absence is Absence.SYMBOLIC_LINK:
        return Finding(
            code="IM003",
            message=f"đường dẫn ảnh “{target}” đi qua một liên kết tượng trưng",
            remedy="thay liên kết đó bằng chính tệp ảnh",
        )
    if absence is Absence.SPECIAL:
        return Finding(
            code="IM002",
            message=f"“{target}” là thư mục hoặc tệp đặc biệt, không phải tệp ảnh",
            remedy="sửa đường dẫn, hoặc chép chính tệp ảnh vào đó",
        )
    return Finding(
        code="IM002",
        message=f"không có tệp ảnh “{target}”",
        remedy=f"có phải là “{similar}”?"
        if similar
        else "sửa đường dẫn (tính từ thư mục của bài này), hoặc chép tệp ảnh vào đó",
    )


def faulty_picture(target: str, fault: Fault, settings: ResponsiveImagesSettings) -> Finding:
    """The file cannot be used as a picture."""
    code, message, remedy = {
        Fault.WRONG_FORMAT: (
            "IM004",
            "không phải ảnh JPEG, PNG hay WebP",
            "lưu lại thành JPEG (ảnh chụp) hoặc PNG (hình vẽ); chỉ đổi đuôi tệp thì chưa đủ",
        ),
        Fault.HEIC: (
            "IM004",
            "là ảnh HEIC của điện thoại, nhiều máy không mở được",
            "lưu lại thành JPEG; trên iPhone chọn Cài đặt, Camera, Định dạng, Tương thích nhất",
        ),
        Fault.SVG: (
            "IM004",
            "là hình vẽ SVG, trong đó có thể có mã chạy",
            "xuất hình thành PNG",
        ),
        Fault.TOO_HEAVY: (
            "IM005",
            f"nặng quá {_millions(settings.heaviest)} MB",
            "thu nhỏ ảnh rồi lưu lại dạng JPEG",
        ),
        Fault.TOO_MANY_PIXELS: (
            "IM005",
            f"có quá {_millions(settings.most_pixels)} triệu điểm ảnh",
            "thu nhỏ ảnh, chiều rộng 2000 điểm ảnh là đủ",
        ),
        Fault.TOO_LONG: (
            "IM005",
            f"có cạnh dài quá {settings.longest_side} điểm ảnh",
            "thu nhỏ ảnh hoặc cắt thành nhiều ảnh",
        ),
        Fault.EMPTY: (
            "IM006",
            "rỗng, không có byte nào",
            "chép lại từ ảnh gốc",
        ),
        Fault.TOO_MANY_SCANS: (
            "IM006",
            "được nén khác thường nên mở rất lâu",
            "mở ảnh bằng chương trình sửa ảnh rồi lưu lại thành JPEG",
        ),
        Fault.BROKEN: (
            "IM006",
            "bị hỏng hoặc bị cắt cụt",
            "chép lại từ ảnh gốc; nếu ảnh gốc cũng hỏng thì thay ảnh khác",
        ),
        Fault.UNREADABLE: (
            "IM006",
            "không mở được",
            "kiểm tra quyền đọc tệp, hoặc chép lại từ ảnh gốc",
        ),
        Fault.MOVING: (
            "IM007",
            "là ảnh GIF hoặc ảnh động",
            "lưu một khung hình thành JPEG hoặc PNG",
        ),
    }[fault]
    return Finding(code=code, message=f"ảnh “{target}” {message}", remedy=remedy)


def misnamed_picture(target: str, ending: str) -> Finding:
    """The ending of the name says another format than the bytes."""
    return Finding(
        code="IM012",
        message=f"ảnh “{target}” thật ra là ảnh {ending.upper()}, đuôi tệp không đúng",
        remedy=f"đổi đuôi tệp thành .{ending}, sửa cả đường dẫn trong bài",
    )


def no_alternative(target: str) -> Finding:
    """Nobody says what is to be seen."""
    return Finding(
        code="IM008",
        message=f"ảnh “{target}” chưa có mô tả cho người không nhìn thấy ảnh",
        remedy="ghi điều thấy trong ảnh: ![Các đại biểu trong hội trường](…); "
        "với ảnh đầu bài thì ghi ở khóa image_alt",
    )


def alternative_is_caption(alt: str) -> Finding:
    """Somebody who listens hears the same sentence twice."""
    return Finding(
        code="IM009",
        severity=Severity.WARNING,
        message=f"mô tả ảnh trùng với chú thích: “{alt}”",
        remedy="mô tả ghi điều thấy trong ảnh, chú thích ghi ai, ở đâu, lúc nào",
    )


def alternative_is_file_name(alt: str) -> Finding:
    """The alternative text says nothing about the picture."""
    return Finding(
        code="IM010",
        message=f"mô tả ảnh “{alt}” chỉ là tên tệp",
        remedy="ghi điều thấy trong ảnh",
    )


def caption_in_sentence(title: str) -> Finding:
    """A picture in a sentence has no room for a caption."""
    return Finding(
        code="IM011",
        severity=Severity.WARNING,
        message=f"chú thích “{title}” không hiện được vì ảnh nằm giữa câu",
        remedy="để ảnh thành một đoạn riêng, có dòng trống ở trước và sau",
    )


def _millions(number: int) -> str:
    return f"{number / 1_000_000:g}".replace(".", ",")
