"""A small site with the kinds of pages that the first site does not have, or that show little.

Its sections, links and terms are those of the first site, its texts are made up and say nothing.
"""

import shutil
from datetime import date
from pathlib import Path

from plugins.accessibility_statement import AccessibilityStatementSettings
from plugins.accessibility_statement.results import Extent, Figure, Results, written
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
    "statement": "tuyen-bo-ve-kha-nang-tiep-can/",
}
# Their words are those of an audit that never was.
_GOALS = """
[[measure]]
name = "met"
goal = 1
title = "Lượt mở trang có lỗi"
how = "Công cụ thử"
sample = "lượt mở trang"
at_most = 0

[[measure]]
name = "unmet"
goal = 2
title = "Điểm thử"
how = "Công cụ thử"
unit = "điểm"
at_least = 98

[[measure]]
name = "unmeasured"
goal = 3
title = "Phép thử chưa làm"
how = "Chưa có"
at_most = 0
"""
_DAY = date(2024, 3, 17)
_RESULTS = Results(
    day=_DAY,
    extent=Extent.SAMPLE,
    pages=10,
    visits=110,
    combinations=2200,
    tools={"Công cụ thử": "1.0"},
    figures={"met": Figure(value=0, over=110), "unmet": Figure(value=97)},
    open_since={"unmet": _DAY},
)


def write_statement(folder: Path) -> AccessibilityStatementSettings:
    """Put the files of a statement into a folder; the settings that name them."""
    goals, results = folder / "goals.toml", folder / "results.json"
    goals.write_text(_GOALS, encoding="utf-8")
    results.write_text(written(_RESULTS), encoding="utf-8")
    return AccessibilityStatementSettings(goals=goals, results=results)


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
