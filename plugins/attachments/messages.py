"""What attachments tell editors."""

from dataclasses import dataclass

from plugins.core.targets import Absence


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
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


def unreadable_file(target: str) -> Finding:
    """The system does not let the build read the file."""
    return Finding(
        code="AT005",
        message=f"không mở được tệp đính kèm “{target}”",
        remedy="kiểm tra quyền đọc tệp, hoặc chép lại tệp",
    )
