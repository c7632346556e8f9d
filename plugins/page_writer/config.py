"""The settings of the writer."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct, field


class PageWriterSettings(Struct, frozen=True, kw_only=True):
    """Which pages every site has besides those of its articles.

    Attributes:
        own_pages: The templates that make one page alone, each with the words of the two
            settings of Pelican's kind that say where: `TAGS` for `TAGS_SAVE_AS`, `TAGS_URL`.
        per_page: How many articles a numbered page of a list holds.
        shown: How many articles a row of a section shows on a page of several sections.
        newest: Of how many articles the newest page of a section shows those of others.
    """

    own_pages: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType(
            {
                name: name.upper()
                for name in (
                    "index",
                    "archives",
                    "categories",
                    "tags",
                    "glossary",
                    "site_map",
                    "accessibility_statement",
                    "not_found",
                )
            }
        )
    )
    per_page: int = 20
    shown: int = 3
    newest: int = 6
