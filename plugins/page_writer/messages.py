"""What the writer tells editors."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, error

RENDERING = "Dựng trang"
DOCUMENTS = "Văn bản"
_PARTS = {
    "absolute": "địa chỉ của trang web",
    "accessibility_toolbar": "Tùy chọn đọc",
    "asset": "tệp kiểu chữ và kịch bản",
    "body": "phần thân",
    "card": "thẻ giới thiệu của chính bài",
    "code": "mã nguồn của chương trình",
    "discovery": "phần dành cho máy tìm kiếm",
    "glossary": "từ viết tắt",
    "header": "phần đầu",
    "link": "cách ghi liên kết",
    "listed": "việc có tên trong danh sách",
    "listing": "các bài trong danh sách",
    "navigation": "trình đơn",
    "official_documents": "văn bản",
    "other_articles": "các bài ở mục Bài viết khác",
    "rendering": "cấu hình của bộ dựng trang",
    "responsive_images": "hình ảnh",
    "security_policy": "chính sách an toàn",
    "series": "chuyên đề",
    "site": "cấu hình của trang",
    "site_data": "dữ liệu chung của trang (thư mục du-lieu)",
    "t": "câu chữ của giao diện",
    "template": "mẫu trang",
    "view_counts": "lượt xem",
}
NEVER_MADE = "Chưa lần dựng nào làm trang này: lần dựng tới sẽ làm mới."
MADE_FROM = "\nTrang được làm từ:"


def applied(made: int, reused: int) -> str:
    """What the last line of a build says."""
    return (
        f"Đã dựng {_count(made + reused)} trang: làm mới {_count(made)}, dùng lại {_count(reused)}."
    )


def _count(number: int) -> str:
    """A number as Vietnamese writes it."""
    return f"{number:,}".replace(",", ".")


def two_owners(path: str, owner: str, other: str, line: int) -> Diagnostic:
    """PW001."""
    return error(
        "PW001",
        path=owner if line else "",
        line=line,
        field="slug",
        message=f"địa chỉ “{path}” đã thuộc về {other}",
        remedy="đổi slug của một trong hai",
    )


def page_of(path: str) -> str:
    """Which page is told about."""
    return f"Trang {path}"


def no_such_page(path: str) -> str:
    """The site has no page there."""
    return f"Trang này không có trong bản dựng: {path}"


def made_before(builds_since: int, changed: Iterable[str]) -> str:
    """When a page was made last, and because of what."""
    told = _listed(changed)
    why = f"vì đã đổi: {told}" if told else "vì khi ấy kho chưa có trang này"
    if builds_since:
        return (
            "Lần dựng gần nhất dùng lại trang đã có; "
            f"trang được làm mới trước đó {builds_since} lần dựng, {why}."
        )
    return f"Lần dựng gần nhất làm mới trang này, {why}."


def would_be_made(changed: Iterable[str]) -> str:
    """What a build would do with a page now."""
    told = _listed(changed)
    if told:
        return f"Nếu dựng bây giờ: làm mới, vì đã đổi: {told}."
    return "Nếu dựng bây giờ: dùng lại, vì không có gì thay đổi."


def part(name: str) -> str:
    """Something from which a page is made."""
    known = _PARTS.get(name.rpartition(".")[2])
    return f"{known} ({name})" if known else name


def _listed(parts: Iterable[str]) -> str:
    return "; ".join(map(part, parts))
