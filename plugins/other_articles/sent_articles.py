"""Articles as they are sent to the process that compares them: what a comparison needs to know."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

import msgspec
from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.errors import SiteError
from plugins.core.signals import FindBody

_RELATED = "related"


class _Sent(Struct, frozen=True, array_like=True):
    """An article; `body` stands for what is not kept where everybody finds it."""

    path: str
    status: Status
    slug: str
    title: str
    date: datetime | None
    section: str
    tags: tuple[str, ...]
    summary: str
    digest: str
    related: tuple[str, ...]
    body: str | None


_decoder = msgspec.msgpack.Decoder(list[_Sent])


def pack_articles(articles: Iterable[ArticleRecord]) -> bytes:
    """What `unpack_articles` makes records of again."""
    return msgspec.msgpack.encode([_sent(each) for each in articles])


def unpack_articles(packed: bytes, find: FindBody) -> list[ArticleRecord]:
    """Records of articles that know what is compared, and nothing else.

    Args:
        packed: What `pack_articles` gave.
        find: Finds bodies that were not sent.
    """
    return [_record(each, find) for each in _decoder.decode(packed)]


def _sent(article: ArticleRecord) -> _Sent:
    return _Sent(
        article.path,
        article.status,
        article.slug,
        article.title,
        article.date,
        article.section,
        article.tags,
        article.summary,
        article.digest,
        article.header_list(_RELATED),
        None if article.is_kept else article.body,
    )


def _record(sent: _Sent, find: FindBody) -> ArticleRecord:
    return ArticleRecord(
        path=sent.path,
        kind=Kind.ARTICLE,
        status=sent.status,
        slug=sent.slug,
        title=sent.title,
        url="",
        date=sent.date,
        section=sent.section,
        tags=sent.tags,
        summary=sent.summary,
        header={_RELATED: sent.related},
        digest=sent.digest,
        read_body=partial(_body, sent, find),
    )


def _body(sent: _Sent, find: FindBody) -> str:
    body = find(sent.path, sent.digest) if sent.body is None else sent.body
    if body is None:
        message = f"the body of {sent.path} is kept no more"
        raise SiteError(message)
    return body
