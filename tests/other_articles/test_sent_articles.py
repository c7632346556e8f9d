"""What is compared of an article comes to the process that compares; bodies where they must."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.errors import SiteError
from plugins.core.signals import FindBody
from plugins.other_articles.sent_articles import SentArticles, pack_articles
from plugins.other_articles.text_source import source_of

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
OTHER = replace(ARTICLE, path="tin-tuc/khác.md", title="Họp\nbáo", header={})
Send = Callable[[ArticleRecord, FindBody], SentArticles]


def no_body(_path: str, _digest: str) -> None:
    """A store in which nothing is."""


@pytest.fixture
def send(tmp_path: Path) -> Iterator[Send]:
    """Send an article as a process does."""
    with ExitStack() as opened:

        def sent(article: ArticleRecord, find: FindBody) -> SentArticles:
            file = tmp_path / "order"
            file.write_bytes(b"".join(pack_articles([OTHER, article])))
            return SentArticles(opened.enter_context(file.open("rb")), find)

        yield sent


def test_what_binds_arrives(send: Send) -> None:
    sent = send(ARTICLE, no_body).records[1]
    assert sent.header_list("related") == ("khac",)
    for part in ("path", "kind", "status", "slug", "date", "section", "tags"):
        assert getattr(sent, part) == getattr(ARTICLE, part)
    assert sent.body == "<p>Thân bài</p>"


def test_texts_are_known_by_what_was_sent_and_read_from_there(send: Send) -> None:
    sent = send(ARTICLE, no_body)
    for article, record in zip((OTHER, ARTICLE), sent.records, strict=True):
        here, there = source_of(article), sent.text_of(record)
        assert there.key == here.key
        assert there.read() == here.read()


def test_kept_bodies_are_found_and_not_sent(send: Send) -> None:
    assert "Thân bài".encode() not in b"".join(pack_articles([KEPT]))
    sent = send(KEPT, lambda path, digest: f"{path} {digest}").records[1]
    assert sent.body == "tin-tuc/đề-án.md d"


def test_a_body_that_is_kept_no_more_is_missed(send: Send) -> None:
    sent = send(KEPT, no_body).records[1]
    with pytest.raises(SiteError, match="kept no more"):
        _ = sent.body
