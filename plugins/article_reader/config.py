"""The settings of the reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from plugins.core.articles import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReaderSettings:
    """What is read from where, and how much of it.

    Attributes:
        rooms: Which folder of the content holds which kind; the first path part decides.
        ignored: Folders and files of the content that hold no articles.
        size_limit: The largest content file, in bytes.
        summary_words: How many words of the text stand for a missing summary.
    """

    rooms: Mapping[str, Kind] = field(
        default_factory=lambda: MappingProxyType(
            {"tin-tuc": Kind.ARTICLE, "van-ban": Kind.DOCUMENT, "trang": Kind.PAGE}
        )
    )
    ignored: tuple[str, ...] = ("README.md", "du-lieu", "hinh-anh")
    size_limit: int = 1_000_000
    summary_words: int = 40
