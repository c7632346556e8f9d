"""What is compared of an article comes to the process that compares; bodies where they must."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.errors import SiteError
from plugins.other_articles.sent_articles import pack_articles, unpack_articles

ARTICLE = ArticleRecord(
    path="tin-tuc/đề-án.md",
    kind=Kind.ARTICLE,
    status=Status.HIDDEN,
    slug="de-an",
    title="Đề án 844",
    url="tin-tuc/de-an/",
    date=datetime(2024, 3, 1, 7, 30, tzinfo=UTC),
    section="Tin trong tỉnh",
    tags=("khởi nghiệp", "đổi mới"),
    summary="Tóm tắt",
    header={"related": ("khac",), "author": "Ban biên tập"},
    digest="d",
    read_body=lambda: "<p>Thân bài</p>",
)
KEPT = replace(ARTICLE, is_kept=True)


def no_body(_path: str, _digest: str) -> None:
    """A store in which nothing is."""


def test_what_is_compared_arrives() -> None:
    (sent,) = unpack_articles(pack_articles([ARTICLE]), no_body)
    assert sent.header_list("related") == ("khac",)
    for part in ("path", "kind", "status", "slug", "title", "date", "section", "tags", "digest"):
        assert getattr(sent, part) == getattr(ARTICLE, part)
    assert sent.body == "<p>Thân bài</p>"


def test_kept_bodies_are_found_and_not_sent() -> None:
    packed = pack_articles([KEPT])
    assert "Thân bài".encode() not in packed
    (sent,) = unpack_articles(packed, lambda path, digest: f"{path} {digest}")
    assert sent.body == "tin-tuc/đề-án.md d"


def test_a_body_that_is_kept_no_more_is_missed() -> None:
    (sent,) = unpack_articles(pack_articles([KEPT]), no_body)
    with pytest.raises(SiteError, match="kept no more"):
        _ = sent.body
