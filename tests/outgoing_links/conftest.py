"""Texts read as the site reads them, with the check of outgoing links alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.header_schema import BASE_FIELDS
from plugins.core.diagnostics import Diagnostic
from plugins.core.pelican import build_instant
from plugins.core.site import Site
from plugins.outgoing_links.allowed_hosts import AllowedHosts
from plugins.outgoing_links.config import OutgoingLinksSettings
from plugins.outgoing_links.text_check import OutgoingLinksCheck

HEADER = (
    "---\ntitle: Một bài\ndate: 17/03/2024\ncategory: Tin trong tỉnh\nsummary: Tóm tắt.\n---\n\n"
)
FIRST_LINE = 1 + HEADER.count("\n")
LISTED = AllowedHosts(names=frozenset({"bao.vn"}), families=frozenset({"chinhphu.vn"}))

ReadText = Callable[..., ReadArticle]
FindInText = Callable[..., list[Diagnostic]]


@pytest.fixture(scope="session")
def read_text(tmp_path_factory: pytest.TempPathFactory) -> ReadText:
    """Read the body of an article, or of another file."""
    folder: Path = tmp_path_factory.mktemp("outgoing") / "content"
    site = Site(
        content=folder,
        theme=folder,
        store=folder,
        url="",
        link_root="/",
        built_at=build_instant(),
        settings={},
    )
    check = OutgoingLinksCheck(settings=OutgoingLinksSettings(), allowed=LISTED)
    reading = ArticleReading(site, ArticleReaderSettings(), BASE_FIELDS, (), (check,))

    def read(body: str, path: str = "tin-tuc/bai.md") -> ReadArticle:
        return reading.read(path, (HEADER + body).encode())

    return read


@pytest.fixture
def find_in(read_text: ReadText) -> FindInText:
    """The findings of the feature about a body."""

    def find(body: str, path: str = "tin-tuc/bai.md") -> list[Diagnostic]:
        article = read_text(body, path)
        return [found for found in article.diagnostics if found.code.startswith("OL")]

    return find
