"""A small site with the kinds of pages that the first site does not have, or that show little.

Its sections, links and terms are those of the first site, its texts are made up and say nothing.
"""

import shutil
from pathlib import Path

from tests.conftest import FIRST_SITE, article, write_files

# So many that lists have numbered pages.
_ARTICLES = 45
_IN_SERIES = 3
_PAGE = "---\ntitle: Giới thiệu\nsummary: Trang thử.\n---\n\n## Chức năng\n\nMột đoạn.\n"
MORE_PAGES = {
    "series-article": "tin-tuc/tin-thu-so-2/",
    "series": "chuyen-de/chuyen-de-thu/",
    "all-series": "chuyen-de/",
    "tag": "the/hoi-nghi/",
    "tags": "the/",
    "categories": "chuyen-muc/",
    "archives": "tin-tuc/",
    "numbered": "tin-tuc/trang-1/",
    "month": "tin-tuc/2024/03/",
    "plain-page": "gioi-thieu/",
}


def write_second_content(content: Path) -> Path:
    """Put the content of the second site into a new folder."""
    shutil.copytree(FIRST_SITE / "du-lieu", content / "du-lieu")
    texts = {f"tin-tuc/tin-thu-so-{n}.md": _article(n) for n in range(1, _ARTICLES + 1)}
    write_files(content, {**texts, "trang/gioi-thieu.md": _PAGE})
    return content


def _article(number: int) -> str:
    order = {"series": "Chuyên đề thử", "series_order": str(number)} if number <= _IN_SERIES else {}
    return article(
        title=f"Tin thử số {number}",
        date=f"{number % 28 + 1:02}/03/2024",
        summary=f"Tóm tắt của tin thử số {number}.",
        tags=f"Hội nghị, Thẻ {number % 3 + 1}",
        body=f"Đoạn đầu của tin thử số {number}.\n\n## Một mục\n\nĐoạn hai về KH&CN.",
        **order,
    )
