"""What editors are told about official documents, and the word for what is unknown."""

from difflib import get_close_matches

from plugins.core.body import BodyContext
from plugins.core.diagnostics import Diagnostic, Severity, error
from plugins.core.headers import Explanation

UNKNOWN = "không rõ"

ABOUT_TYPE = Explanation(
    meaning="Tên loại văn bản: Thông báo, Quyết định, Kế hoạch…", example="Nghị định"
)
ABOUT_NUMBER = Explanation(
    meaning="Số và ký hiệu; chưa biết thì ghi `không rõ`", example="70/2018/NĐ-CP"
)
ABOUT_ISSUER = Explanation(meaning="Cơ quan ban hành", example="Chính phủ")
ABOUT_SIGNER = Explanation(meaning="Người ký", example="Họ và tên người ký")
ABOUT_DOCUMENTS = Explanation(
    meaning="Văn bản liên quan: `slug` của từng văn bản, mỗi văn bản một dòng",
    example="ket-luan-hoi-nghi-giam-doc-so-2024",
)


def report_unclosed_fence(context: BodyContext, name: str, near: str) -> None:
    """OD001."""
    context.report(
        "OD001",
        Severity.ERROR,
        f"khối “::: {name}” không có dòng ::: đóng lại",
        remedy="thêm một dòng chỉ có ::: ngay sau dòng cuối của khối",
        near=near,
    )


def report_unknown_fence(context: BodyContext, name: str, near: str) -> None:
    """OD002."""
    nearest = next(iter(get_close_matches(name, ("recipients", "signature"), n=1)), "")
    context.report(
        "OD002",
        Severity.ERROR,
        f"không có khối “::: {name}”" if name else "dòng ::: này không đóng khối nào",
        remedy=f"sửa thành “::: {nearest}”"
        if nearest
        else "chỉ có hai khối: "
        "“::: recipients” (Nơi nhận) và “::: signature” (chữ ký), mỗi khối đóng bằng một dòng :::",
        near=near,
    )


FENCE_ELSEWHERE = "OD007"


def report_fence_elsewhere(context: BodyContext, opening: str) -> None:
    """OD007."""
    context.report(
        FENCE_ELSEWHERE,
        Severity.WARNING,
        f"“{opening}” chỉ có nghĩa trong văn bản; ở đây nó hiện ra thành chữ",
        remedy="bỏ các dòng :::, hoặc đặt tệp vào thư mục van-ban nếu đây là một văn bản",
        near=opening,
    )


def report_doubled(context: BodyContext, mark: str, other: str, address: str, near: str) -> None:
    """OD003."""
    reading = f"có thể mục sau là “{other}”, cũng " if other else ""
    context.report(
        "OD003",
        Severity.ADVICE,
        f"có hai mục “{mark}” trong cùng một danh sách: {reading}có thể bản gốc ghi đúng như vậy",
        remedy=f"đối chiếu bản gốc; trang giữ nguyên chữ, địa chỉ của mục sau là #{address}",
        near=near,
    )


def report_out_of_order(context: BodyContext, mark: str, expected: str, near: str) -> None:
    """OD004."""
    context.report(
        "OD004",
        Severity.ADVICE,
        f"ở chỗ của “{expected}” lại là “{mark}”: có thể thiếu một mục, hoặc ghi nhầm thứ tự",
        remedy="đối chiếu bản gốc; trang giữ nguyên số và chữ như đã viết",
        near=near,
    )


def unknown_document(path: str, line: int, slug: str, nearest: str) -> Diagnostic:
    """OD005."""
    return error(
        "OD005",
        path=path,
        line=line,
        field="documents",
        message=f"không có văn bản nào tên là “{slug}”",
        remedy=f"sửa thành “{nearest}”" if nearest else "ghi đúng slug của tệp trong van-ban/",
    )


def draft_document(path: str, line: int, slug: str) -> Diagnostic:
    """OD006."""
    return error(
        "OD006",
        path=path,
        line=line,
        field="documents",
        message=f"văn bản “{slug}” còn là bản nháp nên liên kết sẽ không mở được",
        remedy="đăng văn bản đó trước, hoặc bỏ dòng này",
    )
