"""What other articles tell editors."""

from collections.abc import Sequence

from plugins.core.articles import ArticleRecord, Status
from plugins.core.dates import date_short
from plugins.core.diagnostics import Diagnostic, error, warning
from plugins.core.headers import Explanation

ABOUT_RELATED = Explanation(
    meaning="Bài được chọn để đứng đầu mục Bài viết khác: `slug` của từng bài, mỗi bài một dòng",
    example="cuoc-thi-truc-tuyen",
)
COMPARING = "So sánh bài"
COUNTING = "Đếm từ"


def picked_itself(path: str, line: int, slug: str) -> Diagnostic:
    """An article names itself."""
    return error(
        "OA001",
        path,
        line,
        message=f"bài tự chọn chính mình: “{slug}”",
        remedy="bỏ dòng này",
        field="related",
    )


def picked_nothing(path: str, line: int, slug: str, near: Sequence[str]) -> Diagnostic:
    """No article has this slug."""
    found = f"có phải là {' hoặc '.join(f'“{other}”' for other in near)}? " if near else ""
    return error(
        "OA002",
        path,
        line,
        message=f"không có tin bài nào có slug “{slug}”",
        remedy=f"{found}viết đúng slug của một tin bài đã đăng, hoặc bỏ dòng này",
        field="related",
    )


def picked_unlisted(path: str, line: int, slug: str, other: ArticleRecord) -> Diagnostic:
    """The article exists, but readers cannot reach it."""
    state = "bản nháp" if other.status is Status.DRAFT else "bài ẩn"
    return error(
        "OA003",
        path,
        line,
        message=f"“{slug}” là {state} ({other.path})",
        remedy="chọn bài đã đăng, hoặc đăng bài ấy trước",
        field="related",
    )


def picked_twice(path: str, line: int, slug: str) -> Diagnostic:
    """The same article is named more than once."""
    return warning(
        "OA004",
        path,
        line,
        message=f"“{slug}” được chọn nhiều lần; trang chỉ hiện một lần",
        remedy="giữ lại một dòng",
        field="related",
    )


def too_many(path: str, line: int, limit: int) -> Diagnostic:
    """More articles are picked than a page shows."""
    return warning(
        "OA005",
        path,
        line,
        message=f"chọn nhiều hơn {limit} bài; trang chỉ hiện {limit} bài đầu",
        remedy=f"giữ lại {limit} bài cần nhất, xếp theo thứ tự muốn hiện",
        field="related",
    )


CHOSEN = "Được chọn, nhiều điểm trước (trên trang thì bài mới nhất ở trước):"
NOT_CHOSEN = "Đã xét mà không chọn:"
COPY = "nội dung gần như giống hệt nên không chọn"
POINTS = (
    "Cách tính điểm: mỗi phần trăm chữ giống nhau 1 điểm; cùng chuyên mục 5; mỗi thẻ chung 8; "
    "mỗi văn bản hoặc chương trình, đề án cùng nhắc 10; mỗi địa danh cùng nhắc 3 (mỗi loại tính "
    "nhiều nhất hai); đăng cách nhau không quá 1, 2, 4, 12 tuần, một năm: 5, 4, 3, 2, 1. "
    "Muốn chọn bài khác thì ghi slug của bài ấy ở `related`."
)
_PARTS = {
    "text": "chữ giống {about}%",
    "section": "cùng chuyên mục “{about}”",
    "tags": "chung thẻ: {about}",
    "documents": "cùng nhắc văn bản: {about}",
    "programmes": "cùng nhắc: {about}",
    "places": "cùng địa danh: {about}",
    "time": "đăng cách nhau {about} ngày",
}


def no_such_article(name: str, near: Sequence[str]) -> str:
    """Nobody knows the article that is asked about."""
    hint = f" Có phải là {' hoặc '.join(near)}?" if near else ""
    return f"Không có tin bài nào có slug hay đường dẫn “{name}”.{hint}"


def reasons_of(article: ArticleRecord) -> str:
    """The head of the reasons."""
    return f"Bài viết khác của “{article.title}” ({article.path})"


def picked_by_hand(article: ArticleRecord) -> str:
    """An article that the header names."""
    return f"Chọn tay ở `related`: {_named(article)}"


def candidate(points: int, article: ArticleRecord) -> str:
    """An article that was looked at."""
    return f"{points:4} điểm  {_named(article)}"


def part(name: str, about: str, points: int) -> str:
    """A part of the points."""
    return f"{_PARTS[name].format(about=about)} (+{points})"


def _named(article: ArticleRecord) -> str:
    day = date_short(article.date) if article.date else ""
    return f"{article.title} ({article.slug}, {day})"


def no_texts(folder: str) -> str:
    """A folder without texts."""
    return f"Không có tệp .md hay .txt nào trong {folder}."
