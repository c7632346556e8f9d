"""One content folder and the reader alone, without Pelican and without other features."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.header_schema import BASE_FIELDS
from plugins.core.dates import ZONE
from plugins.core.site import Site

ReadText = Callable[..., ReadArticle]
HEADER = "---\ntitle: Một bài\ndate: 17/03/2024\ncategory: Tin trong tỉnh\nsummary: Mở đầu.\n---\n"
BUILT_AT = datetime(2024, 4, 12, 8, tzinfo=ZONE)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one other article, one document and one picture."""
    folder = tmp_path / "content"
    for name in ("tin-tuc/2024/03/bai-khac.md", "van-ban/ket-luan.md", "hinh-anh/anh.jpg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    (tmp_path / "mat-khau.md").write_text("bí mật", encoding="utf-8")
    return folder


@pytest.fixture
def read_bytes(content: Path) -> ReadText:
    """Read the bytes of a file as if it lay in the content folder."""

    def read(source: bytes, path: str = "tin-tuc/2024/03/bai.md", url: str = "") -> ReadArticle:
        site = Site(
            content=content,
            theme=content,
            store=content,
            url=url,
            link_root="/khcn/" if url else "/",
            built_at=BUILT_AT,
            settings={},
        )
        return ArticleReading(site, ArticleReaderSettings(), BASE_FIELDS, ()).read(path, source)

    return read


@pytest.fixture
def read(read_bytes: ReadText) -> ReadText:
    """Read the text of a file as if it lay in the content folder."""

    def read(source: str, path: str = "tin-tuc/2024/03/bai.md", url: str = "") -> ReadArticle:
        return read_bytes(source.encode(), path, url)

    return read


@pytest.fixture
def body_of(read: ReadText) -> Callable[[str], str]:
    """The HTML of a body about which there is nothing to say."""

    def convert(text: str) -> str:
        article = read(f"{HEADER}\n{text}\n")
        assert article.diagnostics == ()
        return article.body

    return convert
