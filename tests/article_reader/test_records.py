"""The folder and the status decide where a page goes, and its template."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pelican.settings import read_settings

from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.records import record_of
from plugins.core.articles import ArticleRecord
from plugins.core.site import Site
from tests.article_reader.conftest import ReadText
from tests.conftest import ROOT

SITE = Site(
    content=Path(),
    theme=Path(),
    store=Path(),
    url="",
    link_root="/",
    built_at=datetime(2024, 4, 12, tzinfo=UTC),
    settings=read_settings(str(ROOT / "pelicanconf.py")),
)


def record(read: ReadText, path: str, *header: str) -> ArticleRecord:
    lines = "\n".join(("---", "title: Một", "date: 17/03/2024", *header, "---", ""))
    return record_of(read(lines, path), SITE, ArticleReaderSettings(), str, lambda _name: None)


@pytest.mark.parametrize(
    ("path", "header", "url", "template"),
    [
        ("tin-tuc/2024/03/a.md", "", "tin-tuc/a/", "article"),
        ("tin-tuc/a.md", "status: ẩn", "tin-tuc/a/", "article"),
        ("tin-tuc/a.md", "status: nháp", "ban-nhap/a/", "article"),
        ("van-ban/a.md", "", "van-ban/a/", "document"),
        ("van-ban/a.md", "status: nháp", "ban-nhap/a/", "document"),
        ("trang/a.md", "", "a/", "page"),
        ("trang/lien-he.md", "", "lien-he/", "contact"),
        ("tin-tuc/lien-he.md", "", "tin-tuc/lien-he/", "article"),
    ],
)
def test_where_a_page_goes(read: ReadText, path: str, header: str, url: str, template: str) -> None:
    found = record(read, path, *([header] if header else []))

    assert (found.url, found.save_as, found.template) == (url, f"{url}index.html", template)
