"""The settings of the reader."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field

from plugins.core.articles import Kind


class ArticleReaderSettings(Struct, frozen=True, kw_only=True):
    """What is read from where, and how much of it.

    Attributes:
        rooms: Which folder of the content holds which kind; the first path part decides.
        page_templates: The fixed pages that have a template of their own, by slug; a
            header cannot name a template, because it would name a file.
        own_addresses: What lies at the root of the site and belongs to no fixed page:
            lists, files of features, and names that are kept for them.
        ignored: Folders and files of the content that hold no articles.
        size_limit: The largest content file, in bytes.
        seconds: The processor time that one file may cost.
        megabytes: The memory that reading may cost, beyond that of the program.
        summary_words: How many words of the text stand for a missing summary.
    """

    rooms: Mapping[str, Kind] = field(
        default_factory=lambda: MappingProxyType(
            {"tin-tuc": Kind.ARTICLE, "van-ban": Kind.DOCUMENT, "trang": Kind.PAGE}
        )
    )
    page_templates: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(
            {"ho-tro-tiep-can": "support", "lien-he": "contact", "quyen-rieng-tu": "privacy"}
        )
    )
    own_addresses: tuple[str, ...] = (
        "anh",
        "ban-nhap",
        "bieu-trung",
        "chuyen-muc",
        "doc-bai",
        "feeds",
        "giao-dien",
        "so-do-trang",
        "tep",
        "the",
        "tim-kiem",
        "tin-moi",
        "tin-tuc",
        "tu-viet-tat",
        "tuyen-bo-ve-kha-nang-tiep-can",
        "van-ban",
    )
    ignored: tuple[str, ...] = ("README.md", "du-lieu", "hinh-anh")
    size_limit: int = 1_000_000
    seconds: float = 5.0
    megabytes: int = 512
    summary_words: int = 40
