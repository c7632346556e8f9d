"""What the reader tells editors."""

from collections.abc import Mapping

from plugins.core.diagnostics import Diagnostic, advice, error, warning
from plugins.core.headers import Explanation

STATUS_CHOICES = (
    ("published", "published"),
    ("đăng", "published"),
    ("hidden", "hidden"),
    ("ẩn", "hidden"),
    ("draft", "draft"),
    ("nháp", "draft"),
)
YES = "yes"
YES_OR_NO = (("có", YES), (YES, YES), ("không", "no"), ("no", "no"))
UNKNOWN_DATE = ("không rõ", "chưa rõ")
OTHER_SECTION = "Tin khác"
READING = "Đọc bài"

ABOUT_TITLE = Explanation(meaning="Tiêu đề", example="Khởi động cuộc thi trực tuyến")
ABOUT_DOCUMENT_TITLE = Explanation(
    meaning="Trích yếu nội dung, không kèm tên loại",
    example="Kết luận của Bộ trưởng tại Hội nghị Giám đốc Sở",
)
ABOUT_DATE = Explanation(meaning="Ngày đăng, ngày viết trước", example="08/04/2024")
ABOUT_DOCUMENT_DATE = Explanation(
    meaning="Ngày ban hành; chưa biết thì ghi `không rõ`", example="15/05/2018"
)
ABOUT_SLUG = Explanation(
    meaning="Phần cuối của địa chỉ: ba đến tám từ không dấu; không có thì lấy tên tệp",
    example="cuoc-thi-truc-tuyen",
)
ABOUT_CATEGORY = Explanation(
    meaning="Chuyên mục; nên có; một trong những tên ở `du-lieu/chuyen-muc.toml`",
    example="Tin trong tỉnh",
)
ABOUT_TAGS = Explanation(
    meaning="Thẻ, cách nhau bằng dấu phẩy hoặc mỗi thẻ một dòng; chỉ dùng vài thẻ",
    example="Đề án 844, Hội nghị",
)
ABOUT_SUMMARY = Explanation(
    meaning="Đoạn mở đầu; nên có; hiện ở đầu bài và trong các danh sách",
    example="Cuộc thi bắt đầu từ ngày 8 tháng 4.",
)
ABOUT_AUTHOR = Explanation(meaning="Người viết bài", example="Ban biên tập")
ABOUT_SOURCE = Explanation(meaning="Nguồn tin, hiện ở cuối bài", example="Theo most.gov.vn")
ABOUT_MODIFIED = Explanation(meaning="Ngày sửa sau khi đăng", example="12/04/2024")
ABOUT_SCHEDULED = Explanation(
    meaning="`có`: hẹn đăng; không có dòng này thì ngày ở phía trước là lỗi", example="có"
)
ABOUT_STATUS = Explanation(
    meaning="`draft`: bản nháp; `hidden`: chỉ người có địa chỉ mới xem được; "
    "không có dòng này thì bài được đăng",
    example="draft",
)
ABOUT_REVIEW = Explanation(
    meaning="Ghi chú cho người biên tập, mỗi ghi chú một dòng; không bao giờ lên trang",
    example="Cần kiểm tra lại ngày họp",
)

HANDBOOK_HEAD = ("| Từ khóa | Nghĩa | Ví dụ |", "| --- | --- | --- |")
REQUIRED = "bắt buộc"
AS_IN_ARTICLES = "Những từ khóa khác dùng như ở bài viết:"

_SHOWN_OF_NAME = 60


def not_utf8(path: str, line: int, encoding: str) -> Diagnostic:
    """AR001."""
    named = f"tệp dùng bảng mã {encoding}, không phải UTF-8"
    message = named if encoding else "tệp không phải văn bản UTF-8"
    remedy = "mở tệp bằng đúng bảng mã đang dùng, rồi lưu lại với bảng mã UTF-8"
    return error("AR001", path, line, message, remedy)


def too_large(path: str, size: int, limit: int) -> Diagnostic:
    """AR002."""
    message = f"tệp nặng {size:,} byte, quá giới hạn {limit:,} byte".replace(",", ".")
    return error("AR002", path, 0, message, "tách bài thành nhiều bài ngắn hơn")


def control_character(path: str, line: int, name: str, before: str) -> Diagnostic:
    """AR003."""
    message = f"có ký tự điều khiển {name} không nhìn thấy được{_after(before)}"
    return error("AR003", path, line, message, "xóa ký tự đó, gõ lại đoạn chữ quanh nó")


def invisible_character(path: str, line: int, name: str, before: str) -> Diagnostic:
    """AR003."""
    message = f"có ký tự {name} không có bề rộng nên không nhìn thấy được{_after(before)}"
    return error("AR003", path, line, message, "xóa ký tự đó, gõ lại đoạn chữ quanh nó")


def _after(before: str) -> str:
    return f", ngay sau “{before}”" if before else ""


def header_not_closed(path: str, line: int) -> Diagnostic:
    """AR004."""
    return error(
        "AR004",
        path,
        line,
        "phần đầu bài mở bằng --- nhưng không có dòng --- đóng lại",
        "thêm một dòng --- ngay sau phần đầu bài",
    )


def yaml_mended(path: str, line: int) -> Diagnostic:
    """AR005."""
    return advice(
        "AR005",
        path=path,
        line=line,
        message="phần đầu bài không đúng cú pháp YAML nên được đọc theo từng dòng",
        remedy='đặt giá trị có dấu hai chấm trong ngoặc kép: title: "A: b"',
    )


def missing_field(path: str, field: str) -> Diagnostic:
    """AR006."""
    return error(
        "AR006", path, 1, f"thiếu {field}", f"thêm dòng “{field}: …” vào phần đầu bài", field
    )


def unknown_field(path: str, line: int, field: str, nearest: str) -> Diagnostic:
    """AR007."""
    remedy = (
        f"sửa thành “{nearest}:”" if nearest else "xóa dòng này; các khóa dùng được: xem sổ tay"
    )
    return error("AR007", path, line, f"không có khóa “{field}”", remedy, field)


def field_not_here(path: str, line: int, field: str) -> Diagnostic:
    """AR008."""
    return error(
        "AR008", path, line, f"khóa “{field}” không dùng cho loại tệp này", "xóa dòng này", field
    )


def field_twice(path: str, line: int, field: str) -> Diagnostic:
    """AR009."""
    return error("AR009", path, line, f"khóa “{field}” ghi hai lần", "giữ lại một dòng", field)


def not_one_value(path: str, line: int, field: str) -> Diagnostic:
    """AR010."""
    message = f"khóa “{field}” chỉ nhận một giá trị, không nhận danh sách"
    return error("AR010", path, line, message, "viết một giá trị trên cùng một dòng", field)


def unreadable_date(path: str, line: int, field: str, given: str) -> Diagnostic:
    """AR011."""
    return error(
        "AR011",
        path,
        line,
        f"không đọc được ngày “{given}”",
        "viết ngày trước, tháng sau, năm đủ bốn chữ số: 08/04/2024 hoặc 2024-04-08",
        field,
    )


def no_such_day(path: str, line: int, field: str, given: str) -> Diagnostic:
    """AR011."""
    message = f"lịch không có ngày “{given}”"
    remedy = "xem lại thứ, ngày, tháng, năm và giờ; viết như 08/04/2024"
    return error("AR011", path, line, message, remedy, field)


def unknown_date(path: str, line: int, field: str, given: str) -> Diagnostic:
    """AR011."""
    message = f"khóa “{field}” ở đây phải là một ngày, không ghi “{given}” được"
    remedy = "ghi ngày, ví dụ 08/04/2024; chỉ ngày của văn bản mới được ghi “không rõ”"
    return error("AR011", path, line, message, remedy, field)


def absurd_date(path: str, line: int, field: str, given: str) -> Diagnostic:
    """AR011."""
    message = f"năm của ngày “{given}” không thể đúng"
    return error("AR011", path, line, message, "xem lại năm, viết đủ bốn chữ số: 2024", field)


def unfit_slug(path: str, line: int, given: str, proposal: str) -> Diagnostic:
    """AR012."""
    if given == proposal:  # nothing is wrong with its letters
        return reserved_slug(path, line, given)
    return error(
        "AR012",
        path,
        line,
        f"địa chỉ “{given}” không dùng được",
        f"chỉ dùng chữ a-z không dấu, chữ số và gạch nối: {proposal or 'ten-bai'}",
        "slug",
    )


def reserved_slug(path: str, line: int, given: str) -> Diagnostic:
    """AR012."""
    return error(
        "AR012",
        path,
        line,
        f"địa chỉ “{given}” dành riêng cho các danh sách và tệp của trang",
        "đặt slug khác, nói rõ nội dung hơn",
        "slug",
    )


def unknown_choice(path: str, line: int, field: str, given: str, choices: str) -> Diagnostic:
    """AR013."""
    message = f"giá trị “{given}” không dùng được cho khóa “{field}”"
    return error("AR013", path, line, message, f"chọn một trong: {choices}", field)


def too_deep(path: str, line: int) -> Diagnostic:
    """AR014."""
    return error(
        "AR014", path, line, "bài lồng quá nhiều cấp nên không đọc được", "bớt các cấp lồng nhau"
    )


def misplaced_file(path: str, rooms: str) -> Diagnostic:
    """AR015."""
    return error(
        "AR015",
        path,
        0,
        "tệp bài viết nằm ngoài các thư mục được đọc nên sẽ không lên trang",
        f"chuyển tệp vào một trong các thư mục: {rooms}",
    )


def wrong_ending(path: str) -> Diagnostic:
    """AR016."""
    return error(
        "AR016", path, 0, "đuôi tệp không phải .md nên bài sẽ không lên trang", "đổi tên thành .md"
    )


def dead_link(path: str, line: int, target: str) -> Diagnostic:
    """AR017."""
    return error(
        "AR017",
        path,
        line,
        f"liên kết “{target}” không dẫn tới tệp nào của trang",
        "sửa đường dẫn, tính từ thư mục của bài này",
    )


def forbidden_link(path: str, line: int, target: str) -> Diagnostic:
    """AR018."""
    return error(
        "AR018",
        path,
        line,
        f"liên kết “{target}” không được phép",
        "chỉ dùng http, https, mailto, tel hoặc đường dẫn tới tệp trong thư mục nội dung",
    )


def no_section(path: str) -> Diagnostic:
    """AR019."""
    return warning(
        "AR019",
        path=path,
        line=1,
        field="category",
        message=f"bài chưa có chuyên mục, tạm xếp vào “{OTHER_SECTION}”",
        remedy="thêm dòng “category: …”",
    )


def not_yet(path: str, line: int, moment: str) -> Diagnostic:
    """AR020."""
    return advice(
        "AR020",
        path=path,
        line=line,
        field="date",
        message=f"bài hẹn đăng lúc {moment}, trước lúc đó chưa lên trang",
        remedy="không phải sửa nếu đúng ý; nếu không, sửa ngày",
    )


def to_review(path: str, line: int, note: str) -> Diagnostic:
    """AR021."""
    return advice(
        "AR021",
        path=path,
        line=line,
        field="review",
        message=f"cần xem lại: {note}",
        remedy="sửa xong thì xóa ghi chú này",
    )


def dead_address(path: str, line: int, target: str) -> Diagnostic:
    """AR022."""
    return error(
        "AR022",
        path,
        line,
        f"trang “{target}” không có trên cổng này",
        "sửa địa chỉ, hoặc liên kết tới tệp .md của bài",
    )


def link_to_draft(path: str, line: int, target: str) -> Diagnostic:
    """AR022: nobody but the editors has the page."""
    return error(
        "AR022",
        path,
        line,
        f"bài của liên kết “{target}” chưa đăng (bản nháp hoặc còn hẹn ngày)",
        "đăng bài ấy trước, hoặc bỏ liên kết",
    )


def dead_anchor(nearest: str, path: str, line: int, target: str) -> Diagnostic:
    """AR033: the link leads to the right page, only not to its place."""
    return warning(
        "AR033",
        path,
        line,
        f"trang của liên kết “{target}” không có chỗ nào mang tên sau dấu #",
        f"có phải là “#{nearest}”?"
        if nearest
        else "bỏ phần từ dấu #, hoặc ghi tên một đề mục của trang đó: #ten-de-muc",
    )


def unfit_name(path: str, line: int, field: str, given: str) -> Diagnostic:
    """AR024."""
    return error(
        "AR024",
        path,
        line,
        f"tên “{given}” không dùng được",
        "đặt tên có chữ cái hoặc chữ số, không có dấu < và >",
        field,
    )


def long_name(path: str, line: int, field: str, given: str, limit: int) -> Diagnostic:
    """AR024."""
    message = f"tên “{given[:_SHOWN_OF_NAME]}…” dài quá nên không làm địa chỉ được"
    return error("AR024", path, line, message, f"đặt tên ngắn hơn, tối đa {limit} ký tự", field)


def date_to_come(path: str, line: int, moment: str) -> Diagnostic:
    """AR025."""
    return error(
        "AR025",
        path,
        line,
        f"ngày đăng {moment} còn ở phía trước",
        "gõ nhầm thì sửa ngày; muốn hẹn đăng thì thêm dòng “scheduled: có”",
        "date",
    )


def modified_before(path: str, line: int, modified: str, date: str) -> Diagnostic:
    """AR026."""
    message = f"ngày sửa {modified} lại trước ngày đăng {date}"
    return warning("AR026", path, line, message, "xem lại cả hai ngày", "modified")


def no_summary(path: str) -> Diagnostic:
    """AR027."""
    return warning(
        "AR027",
        path,
        1,
        "bài chưa có đoạn mở đầu, các danh sách tạm lấy những chữ đầu của bài",
        "thêm dòng “summary: …”, một đến ba câu",
        "summary",
    )


def no_body(path: str) -> Diagnostic:
    """AR035."""
    return advice("AR035", path, 0, "bài chưa có phần thân", "viết bài dưới dòng --- thứ hai")


def nothing_to_read(path: str) -> Diagnostic:
    """AR035."""
    remedy = "viết bài dưới dòng --- thứ hai, hoặc thêm dòng “status: draft” khi chưa viết xong"
    return error("AR035", path, 0, "bài không có đoạn mở đầu cũng không có phần thân", remedy)


def address_taken(path: str, line: int, slug: str, other: str) -> Diagnostic:
    """AR028."""
    return error(
        "AR028",
        path,
        line,
        f"địa chỉ “{slug}” đã là của tệp {other}",
        "đặt slug khác cho một trong hai tệp, hoặc xóa tệp thừa",
        "slug",
    )


def names_alike(path: str, line: int, field: str, name: str, other: str, file: str) -> Diagnostic:
    """AR029."""
    message = f"“{name}” và “{other}” (trong {file}) có cùng một địa chỉ nên chung một trang"
    return warning("AR029", path, line, message, "viết một tên thống nhất", field)


def title_again(path: str, line: int, title: str, other: str) -> Diagnostic:
    """AR031."""
    message = f"tiêu đề “{title}” trùng với tệp {other}"
    return advice("AR031", path, line, message, "xem có phải một bài đăng hai lần không", "title")


def near_copies(path: str, others: Mapping[str, float], shown: int) -> Diagnostic:
    """AR032."""
    named = [f"{other} (giống chừng {int(100 * share)}%)" for other, share in others.items()]
    more = f" và {len(named) - shown} tệp khác" if len(named) > shown else ""
    message = f"nội dung gần như giống hệt {', '.join(named[:shown])}{more}"
    remedy = "một bài đăng hai lần thì xóa bớt; nếu không, không phải sửa"
    return advice("AR032", path, 1, message, remedy)


def not_a_regular_file(path: str) -> Diagnostic:
    """AR023."""
    return error(
        "AR023",
        path,
        0,
        "đây là liên kết tượng trưng hoặc tệp đặc biệt, không phải tệp thường",
        "thay bằng bản sao của tệp",
    )


def lost(path: str) -> Diagnostic:
    """AR034."""
    return error(
        "AR034",
        path,
        0,
        "tệp này không có lỗi nào mà bài lại không có trên trang",
        "báo cho người phụ trách kỹ thuật kèm nguyên văn thông báo này",
    )


def reader_broke(path: str, reason: BaseException) -> Diagnostic:
    """AR036."""
    return error(
        "AR036",
        path,
        0,
        f"trình đọc bài hỏng ở tệp này ({type(reason).__name__}: {reason})",
        "báo cho người phụ trách kỹ thuật kèm tệp này và nguyên văn thông báo",
    )


def too_costly(path: str) -> Diagnostic:
    """AR030."""
    return error(
        "AR030",
        path,
        0,
        "đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ nên phải dừng",
        "tìm đoạn lặp rất nhiều dấu như [ ( < ` * và xóa đi, hoặc tách bài thành nhiều bài",
    )
