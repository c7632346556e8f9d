"""What features know of an article: a typed, frozen view without Pelican in it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field


class Kind(StrEnum):
    """What a content file is, decided by the folder in which it lies."""

    ARTICLE = "article"
    DOCUMENT = "document"
    PAGE = "page"


class Status(StrEnum):
    """Who can reach an article: everybody by lists, by its address only, or nobody."""

    PUBLISHED = "published"
    HIDDEN = "hidden"
    DRAFT = "draft"


class SiteLink(Struct, frozen=True, kw_only=True):
    """One link of a text to the site itself.

    Attributes:
        given: What the editor wrote.
        target: `{filename}/path.md` for a content file, else an address that begins with
            `/`, or with `?` or `#` for the same page.
        line: Where it stands in the source.
    """

    given: str
    target: str
    line: int


def _nothing(_name: str) -> None:
    """The extracts of a text of which nobody has taken any."""


class ArticleRecord(Struct, frozen=True, kw_only=True):
    """One article, document or page as it was read.

    Attributes:
        path: The source, relative to the content folder, with `/`.
        url: The address below the site's root, without a leading `/`.
        save_as: Where its page goes below the output folder; "" where it gets none.
        template: The name of the template of its page.
        section: The name of the category; "" for documents and pages.
        lead: What stands once above the body; "" where the body begins with it.
        summary: Plain text; never empty where the article has any text.
        links: The links of the text to the site itself.
        header: All header values by key, typed as the schema says.
        lines: The line of every key that the header gives.
        digest: Of the body; "" where there is none.
        is_kept: Whether `find_body_requested` finds the body by path and digest.
        find_extract: Gives what a feature took out of the text, packed, by its word; from the
            store where it can. None where it took nothing.
        read_body: Gives the body, from the store where it can.
    """

    path: str
    kind: Kind
    status: Status
    slug: str
    title: str
    url: str
    date: datetime | None
    save_as: str = ""
    template: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    lead: str = ""
    summary: str = ""
    links: tuple[SiteLink, ...] = ()
    header: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""
    is_kept: bool = False
    find_extract: Callable[[str], bytes | None] = _nothing
    read_body: Callable[[], str] = str

    @property
    def posted(self) -> datetime | None:
        """When it came to the site, as a document may say; else its own date."""
        given = self.header.get("posted")
        return given if isinstance(given, datetime) else self.date

    @property
    def modified(self) -> datetime | None:
        """When it was mended last, or posted; None where neither is known."""
        given = self.header.get("modified")
        return given if isinstance(given, datetime) else self.posted

    @property
    def body(self) -> str:
        """The HTML of the text, links to other articles not yet resolved; read at each call."""
        return self.read_body()

    def line(self, key: str) -> int:
        """The line of a header key; 1, where it would go, if it is not given."""
        return self.lines.get(key, 1)

    def header_list(self, key: str) -> tuple[str, ...]:
        """The values of a header key that holds a list; empty where it is not given."""
        values = self.header.get(key, ())
        return tuple(str(value) for value in values) if isinstance(values, tuple) else ()

    def header_text(self, key: str) -> str:
        """The value of a header key that holds text; "" where it is not given."""
        value = self.header.get(key, "")
        return value if isinstance(value, str) else ""
