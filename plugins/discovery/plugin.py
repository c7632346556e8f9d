"""Joins discovery to Pelican."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from pelican import signals

from plugins.core.corpus import Entry
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import SiteFile, WrittenSite, report, site_files_requested
from plugins.core.site import Site
from plugins.discovery import messages
from plugins.discovery.addresses import Addresses, largest_candidate
from plugins.discovery.crawling import ROBOTS, SITEMAP, robots, sitemap
from plugins.discovery.metadata import Image, MetadataSource, PageMetadata
from plugins.discovery.structured_data import Publisher

_OWNER = "discovery"


class Discovery(Struct, frozen=True, kw_only=True):
    """What templates ask for the metadata of the page that they make."""

    source: MetadataSource

    def of_article(self, article: Entry) -> PageMetadata:
        """The metadata of an article, document or fixed page."""
        section_path = article.category.url if article.category else ""
        return self.source.of_record(article.record, section_path, _image_of(article))

    def of_page(self, title: str, description: str, path: str) -> PageMetadata:
        """The metadata of a page that a template makes alone; "" is the home page's path."""
        return self.source.of_page(title, description, path)


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.all_generators_finalized, offer_discovery)
    site_files_requested.connect(list_site_files)


def offer_discovery(generators: list[Any]) -> None:
    """On `all_generators_finalized`, before the first page is made."""
    corpus = corpus_of(generators)
    addresses = _addresses(corpus.site)
    publisher = Publisher(name=str(corpus.site.settings["SITENAME"]), url=addresses.of_path(""))
    source = MetadataSource(addresses=addresses, publisher=publisher)
    corpus.context["discovery"] = Discovery(source=source)
    if not corpus.site.url:
        report([messages.no_address()])


def list_site_files(written: WrittenSite) -> Iterable[SiteFile]:
    """On `site_files_requested`: robots.txt and, where there is an address, the site map."""
    addresses = _addresses(written.site)
    drafts = str(written.site.settings["DRAFT_URL"]).partition("{")[0]
    texts = {ROBOTS: robots(addresses, drafts)}
    if addresses.site_url:
        texts[SITEMAP] = sitemap(written.files.values(), addresses)
    for path, text in texts.items():
        yield SiteFile(path=path, content=text.encode(), owner=_OWNER)


def _addresses(site: Site) -> Addresses:
    return Addresses(site_url=site.url, link_root=site.link_root)


def _image_of(article: Entry) -> Image:
    """The picture of an article, whoever gave it; none where nobody did."""
    picture: Any = article.card.picture
    if picture is None:
        return Image()
    return Image(link=largest_candidate(picture.src, picture.srcset), alt=picture.alt)
