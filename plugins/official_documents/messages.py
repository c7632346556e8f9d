"""What editors are told about official documents, and the word for what is unknown."""

from difflib import get_close_matches

from plugins.core.body import BodyContext
from plugins.core.diagnostics import Diagnostic, Severity, advice, error, warning
from plugins.core.headers import Explanation

UNKNOWN = "không rõ"
YES = "yes"
YES_OR_NO = (("có", YES), (YES, YES), ("không", "no"), ("no", "no"))
IN_FORCE, AMENDED, REPLACED = "Còn hiệu lực", "Đã được sửa đổi", "Đã bị thay thế"
_EXPIRED, _NOT_YET = "Hết hiệu lực", "Chưa có hiệu lực"
VALIDITIES = (IN_FORCE, AMENDED, REPLACED, _EXPIRED, _NOT_YET)
VALIDITY_CHOICES = (*((word.lower(), word) for word in VALIDITIES), (UNKNOWN, ""))

UNKNOWN_GROUPS = {
    "year": "Văn bản chưa rõ năm ban hành",
    "issuer": "Văn bản chưa rõ cơ quan ban hành",
    "validity": "Văn bản chưa rõ tình trạng hiệu lực",
}
CSV_COLUMNS = {
    "type": "Loại văn bản",
    "number": "Số, ký hiệu",
    "title": "Trích yếu",
    "issuer": "Cơ quan ban hành",
    "date": "Ngày ban hành",
    "validity": "Tình trạng hiệu lực",
    "url": "Địa chỉ",
}
LEVEL_WORDS = {
    "clauses": "Khoản",
    "subclauses": "Khoản",
    "points": "Điểm",
    "subpoints": "Điểm",
}
"""What speech calls an item, by the class of its list."""

ABOUT_TYPE = Explanation(
    meaning="Tên loại văn bản: Thông báo, Quyết định, Kế hoạch, Công văn…; "
    "công văn không ghi tên loại trên trang, trích yếu đứng làm tiêu đề",
    example="Nghị định",
)
ABOUT_NUMBER = Explanation(
    meaning="Số và ký hiệu; chưa biết thì ghi `không rõ`", example="70/2018/NĐ-CP"
)
ABOUT_ISSUER = Explanation(
    meaning="Cơ quan ban hành; chưa biết thì ghi `không rõ`", example="Chính phủ"
)
ABOUT_SUPERIOR = Explanation(
    meaning="Cơ quan chủ quản, đứng trên tên cơ quan ban hành", example="Ủy ban nhân dân tỉnh"
)
ABOUT_PLACE = Explanation(
    meaning="Địa danh, đứng trước ngày ban hành; chưa biết thì ghi `không rõ`", example="Hà Nội"
)
ABOUT_LETTERHEAD = Explanation(
    meaning="Ghi `có` nếu bản gốc có Quốc hiệu và Tiêu ngữ; không ghi thì trang không tự thêm",
    example="có",
)
ABOUT_POSTED = Explanation(
    meaning="Ngày đăng lên trang, nếu khác ngày ban hành; nguồn tin văn bản mới xếp theo ngày này",
    example="08/04/2024",
)
ABOUT_EFFECTIVE = Explanation(
    meaning="Ngày có hiệu lực; chưa biết thì ghi `không rõ`", example="01/07/2018"
)
ABOUT_VALIDITY = Explanation(
    meaning="Tình trạng hiệu lực: " + ", ".join(f"`{word.lower()}`" for word in VALIDITIES),
    example="còn hiệu lực",
)
ABOUT_AMENDED_BY = Explanation(
    meaning="Được sửa đổi bởi: `slug` của từng văn bản sửa đổi",
    example="quyet-dinh-sua-doi-quy-che",
)
ABOUT_REPLACED_BY = Explanation(
    meaning="Bị thay thế bởi: `slug` của văn bản mới", example="quyet-dinh-quy-che-moi"
)
ABOUT_SIGNER = Explanation(
    meaning="Người ký; thường không cần ghi, vì lấy từ phần chữ ký ở cuối văn bản",
    example="Họ và tên người ký",
)
ABOUT_CAPACITY = Explanation(
    meaning="Quyền hạn và chức vụ của người ký; thường không cần ghi, vì lấy từ phần chữ ký",
    example="[KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC]",
)
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


def unknown_document(path: str, line: int, key: str, slug: str, nearest: str) -> Diagnostic:
    """OD005."""
    return error(
        "OD005",
        path=path,
        line=line,
        field=key,
        message=f"không có văn bản nào tên là “{slug}”",
        remedy=f"sửa thành “{nearest}”" if nearest else "ghi đúng slug của tệp trong van-ban/",
    )


def draft_document(path: str, line: int, key: str, slug: str) -> Diagnostic:
    """OD006."""
    return error(
        "OD006",
        path=path,
        line=line,
        field=key,
        message=f"văn bản “{slug}” còn là bản nháp nên liên kết sẽ không mở được",
        remedy="đăng văn bản đó trước, hoặc bỏ dòng này",
    )


def unknown_type(path: str, line: int, given: str, nearest: str) -> Diagnostic:
    """OD008."""
    return error(
        "OD008",
        path=path,
        line=line,
        field="type",
        message=f"không có loại văn bản “{given}”",
        remedy=f"sửa thành “{nearest}”"
        if nearest
        else "ghi một tên loại của Nghị định 30/2020/NĐ-CP, ví dụ Thông báo, Quyết định, Công văn",
    )


def number_twice(path: str, line: int, number: str, other: str) -> Diagnostic:
    """OD009."""
    return error(
        "OD009",
        path=path,
        line=line,
        field="number",
        message=f"số “{number}” đã là của một văn bản khác: {other}",
        remedy="đối chiếu bản gốc; nếu hai tệp là một văn bản thì bỏ một tệp",
    )


def effective_before_issued(path: str, line: int, effective: str, issued: str) -> Diagnostic:
    """OD010."""
    return error(
        "OD010",
        path=path,
        line=line,
        field="effective",
        message=f"văn bản có hiệu lực ngày {effective}, trước ngày ban hành {issued}",
        remedy="xem lại cả hai ngày trên bản gốc",
    )


def posted_before_issued(path: str, line: int, posted: str, issued: str) -> Diagnostic:
    """OD016."""
    return warning(
        "OD016",
        path=path,
        line=line,
        field="posted",
        message=f"văn bản đăng ngày {posted}, trước ngày ban hành {issued}",
        remedy="xem lại cả hai ngày",
    )


def no_day(path: str, line: int) -> Diagnostic:
    """OD017."""
    return advice(
        "OD017",
        path=path,
        line=line,
        field="date",
        message="chưa rõ ngày ban hành nên văn bản không có trong nguồn tin văn bản mới",
        remedy="ghi ngày đăng lên trang, ví dụ “posted: 08/04/2024”",
    )


def replaced_in_circle(path: str, line: int, files: list[str]) -> Diagnostic:
    """OD011."""
    return error(
        "OD011",
        path=path,
        line=line,
        field="replaced_by",
        message=f"các văn bản thay thế nhau thành vòng: {' → '.join(files)}",
        remedy="bỏ replaced_by ở văn bản mới nhất",
    )


def validity_against(path: str, line: int, given: str, key: str, expected: str) -> Diagnostic:
    """OD012."""
    return error(
        "OD012",
        path=path,
        line=line,
        field="validity",
        message=f"ghi “{given.lower()}” mà lại có {key}",
        remedy=f"sửa thành “{expected.lower()}”, hoặc bỏ {key}",
    )


def symbol_of_other_type(path: str, line: int, number: str, name: str, other: str) -> Diagnostic:
    """OD013."""
    return warning(
        "OD013",
        path=path,
        line=line,
        field="number",
        message=f"ký hiệu “{number}” là của {other}, còn loại văn bản ghi là {name}",
        remedy="đối chiếu bản gốc rồi sửa type hoặc number",
    )


def report_odd_capacity(context: BodyContext, short: str, line: str) -> None:
    """OD014."""
    context.report(
        "OD014",
        Severity.WARNING,
        f"“{short}.” không phải cách ghi quyền hạn ký",
        remedy="quyền hạn ghi là TM., KT., TL., TUQ. hoặc Q.; đối chiếu bản gốc",
        near=line,
    )


def two_signers(path: str, line: int, given: str, signed: str) -> Diagnostic:
    """OD015."""
    return warning(
        "OD015",
        path=path,
        line=line,
        field="signer",
        message=f"người ký ghi là “{given}”, còn phần chữ ký là “{signed}”",
        remedy="sửa cho khớp với bản gốc, hoặc bỏ dòng signer",
    )
