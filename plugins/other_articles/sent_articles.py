"""Articles as they are sent to the process that compares them: what a comparison needs to know.

Each is a line. Words stay in the file until a text is compared that nobody knows yet, because
of ten thousand articles few are.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from sys import intern
from typing import BinaryIO

import msgspec
from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.errors import SiteError
from plugins.core.signals import FindBody
from plugins.other_articles.terms import Text
from plugins.other_articles.text_source import TextSource, key_of_text

_RELATED = "related"
_NOTHING_PICKED: dict[str, object] = {}


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


_decoder = msgspec.json.Decoder(_Sent)
_encoder = msgspec.json.Encoder()


def pack_articles(articles: Iterable[ArticleRecord]) -> Iterator[bytes]:
    """Lines of which `SentArticles` makes records again."""
    for each in articles:
        yield _encoder.encode(_sent(each)) + b"\n"


class SentArticles:
    """Records of articles that know what binds them, and their texts, read where needed.

    Attributes:
        records: In the order in which they were sent.
    """

    def __init__(self, packed: BinaryIO, find: FindBody) -> None:
        """Unpack the records.

        Args:
            packed: A file with what `pack_articles` gave, open as long as texts are read.
            find: Finds bodies that were not sent.
        """
        self.records: list[ArticleRecord] = []
        self._texts: dict[str, _SentText] = {}
        begin = 0
        for line in packed:
            sent = _decoder.decode(line)
            key = key_of_text(sent.title, sent.summary, sent.digest)
            text = _SentText(key, packed.fileno(), begin, len(line), find)
            self.records.append(_record(sent, text))
            self._texts[sent.path] = text
            begin += len(line)

    def text_of(self, record: ArticleRecord) -> TextSource:
        """The text of one of the records."""
        text = self._texts[record.path]
        return TextSource(key=text.key, read=text.read)


class _SentText:
    """A text in the file of those that were sent."""

    __slots__ = ("_begin", "_file", "_find", "_length", "key")

    def __init__(self, key: str, file: int, begin: int, length: int, find: FindBody) -> None:
        self.key = key
        self._file, self._begin, self._length, self._find = file, begin, length, find

    def read(self) -> Text:
        sent = self._sent()
        return Text(title=sent.title, summary=sent.summary, body=_body_of(sent, self._find))

    def body(self) -> str:
        return _body_of(self._sent(), self._find)

    def _sent(self) -> _Sent:
        # Not by the file's own place, which forked children share.
        return _decoder.decode(os.pread(self._file, self._length, self._begin))


def _sent(article: ArticleRecord) -> _Sent:
    return _Sent(
        article.path,
        article.status,
        article.slug,
        _again(article.title),
        article.date,
        article.section,
        article.tags,
        _again(article.summary),
        article.digest,
        article.header_list(_RELATED),
        None if article.is_kept else article.body,
    )


def _again(text: str) -> str:
    """The same text once more: what writes one leaves it a second form, which goes with this."""
    return text.encode().decode()


def _record(sent: _Sent, text: _SentText) -> ArticleRecord:
    """What binds an article to others; its words stay where they are."""
    return ArticleRecord(
        path=sent.path,
        kind=Kind.ARTICLE,
        status=sent.status,
        slug=sent.slug,
        title="",
        url="",
        date=sent.date,
        section=intern(sent.section),
        tags=tuple(map(intern, sent.tags)),
        header={_RELATED: sent.related} if sent.related else _NOTHING_PICKED,
        read_body=text.body,
    )


def _body_of(sent: _Sent, find: FindBody) -> str:
    body = find(sent.path, sent.digest) if sent.body is None else sent.body
    if body is None:
        message = f"the body of {sent.path} is kept no more"
        raise SiteError(message)
    return body
