"""What the head of a page says about it to search engines and to those who share it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup
from msgspec import Struct, field

from plugins.core.articles import ArticleRecord, Kind
from plugins.core.document_types import full_title
from plugins.core.text import shorten
from plugins.discovery.addresses import Addresses
from plugins.discovery.structured_data import (
    Crumb,
    Publisher,
    Subject,
    breadcrumbs,
    digital_document,
    json_ld,
    news_article,
    website,
)

# A little more than search engines and social networks show.
_DESCRIPTION_WORDS = 50


class PageMetadata(Struct, frozen=True, kw_only=True):
    """The values of a page's head; "" where there is nothing to say.

    Attributes:
        description: What a search engine shows: the first words of the summary.
        canonical: The full address.
        image: The full address of the picture that stands for the page.
        type: What Open Graph calls the page.
        published: The moment of publication in ISO 8601.
        json_ld: The finished text of one `application/ld+json` script.
    """

    title: str
    description: str
    canonical: str = ""
    image: str = ""
    image_alt: str = ""
    type: str = "website"
    published: str = ""
    modified: str = ""
    json_ld: Markup = field(default_factory=Markup)


class Image(Struct, frozen=True, kw_only=True):
    """The picture that stands for an article, as pages link it."""

    link: str = ""
    alt: str = ""


class MetadataSource(Struct, frozen=True, kw_only=True):
    """Makes the metadata of the pages of one site."""

    addresses: Addresses
    publisher: Publisher

    def of_record(self, record: ArticleRecord, section_path: str, image: Image) -> PageMetadata:
        """The metadata of an article, document or fixed page.

        Args:
            record: What it is about.
            section_path: The path of the list of its section; "" where it has none.
            image: Its picture, if any.
        """
        if record.kind is Kind.PAGE:
            return self.of_page(record.title, record.summary, record.url)
        subject = Subject(
            title=full_title(record),
            description=shorten(record.summary, _DESCRIPTION_WORDS),
            address=self.addresses.of_path(record.url),
            section=record.section,
            image=self.addresses.of_link(image.link),
            published=_iso(record.date),
            modified=_iso(record.header.get("modified")),
        )
        section = [(record.section, section_path)] if section_path else []
        way = self._way([*section, (record.title, record.url)])
        return PageMetadata(
            title=subject.title,
            description=subject.description,
            canonical=subject.address,
            image=subject.image,
            image_alt=image.alt if subject.image else "",
            type="article",
            published=subject.published,
            modified=subject.modified,
            json_ld=json_ld([self._term(record, subject), *way]),
        )

    def of_page(self, title: str, description: str, path: str) -> PageMetadata:
        """The metadata of a page that is no article; the path "" is the home page."""
        terms = self._way([(title, path)]) if path else [website(self.publisher)]
        return PageMetadata(
            title=title,
            description=shorten(description, _DESCRIPTION_WORDS),
            canonical=self.addresses.of_path(path),
            json_ld=json_ld(terms),
        )

    def _term(self, record: ArticleRecord, subject: Subject) -> dict[str, object]:
        if record.kind is Kind.DOCUMENT:
            return digital_document(subject)
        return news_article(subject, self.publisher)

    def _way(self, steps: Sequence[tuple[str, str]]) -> list[dict[str, object]]:
        """The way from the home page; a list of full addresses, so none without a site's."""
        if not self.addresses.site_url:
            return []
        home = (self.publisher.name, "")
        crumbs = [
            Crumb(name=name, address=self.addresses.of_path(path)) for name, path in (home, *steps)
        ]
        return [breadcrumbs(crumbs)]


def _iso(moment: object) -> str:
    return moment.isoformat() if isinstance(moment, datetime) else ""
