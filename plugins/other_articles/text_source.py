"""Texts by name, without their words."""

from collections.abc import Callable

from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.core.fingerprints import fingerprint_of
from plugins.other_articles.terms import Text


class TextSource(Struct, frozen=True, kw_only=True):
    """A text that is read only where what is known of it is not remembered.

    Attributes:
        key: Changes with the text.
        read: Gives it.
    """

    key: str
    read: Callable[[], Text]


def source_of(record: ArticleRecord) -> TextSource:
    """The text of an article."""
    return TextSource(
        key=key_of_text(record.title, record.summary, record.digest),
        read=lambda: Text(title=record.title, summary=record.summary, body=record.body),
    )


def key_of_text(title: str, summary: str, digest: str) -> str:
    """The key of a text, by the digest of its body."""
    return fingerprint_of((title, summary, digest))
