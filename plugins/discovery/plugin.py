"""Joins discovery to Pelican."""

from collections.abc import Iterable
from typing import Any

from pelican import signals

from plugins.core.pelican import connect, corpus_of, snapshot
from plugins.core.signals import SiteFile, WrittenSite, report, site_files_requested
from plugins.core.site import Site
from plugins.discovery import messages
from plugins.discovery.addresses import Addresses, largest_candidate
from plugins.discovery.crawling import ROBOTS, SITEMAP, robots, sitemap
from plugins.discovery.metadata import Image, MetadataSource, PageMetadata
from plugins.discovery.structured_data import Publisher

_OWNER = "discovery"


class Discovery:
    """What templates ask for the metadata of the page that they make."""

    def __init__(self, site: Site) -> None:
        """Take the address and the name of a site."""
        addresses = _addresses(site)
        publisher = Publisher(name=str(site.settings["SITENAME"]), url=addresses.of_path(""))
        self._source = MetadataSource(addresses=addresses, publisher=publisher)

    def of_article(self, article: Any) -> PageMetadata:
        """The metadata of an article, document or fixed page of Pelican's."""
        category = getattr(article, "category", None)
        section_path = str(category.url) if category else ""
        return self._source.of_record(snapshot(article), section_path, _image_of(article))

    def of_page(self, title: str, description: str, path: str) -> PageMetadata:
        """The metadata of a page that a template makes alone; "" is the home page's path."""
        return self._source.of_page(title, description, path)


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.all_generators_finalized, offer_discovery)
    site_files_requested.connect(list_site_files)


def offer_discovery(generators: list[Any]) -> None:
    """On `all_generators_finalized`, before the first page is made."""
    corpus = corpus_of(generators)
    corpus.context["discovery"] = Discovery(corpus.site)
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


def _image_of(article: Any) -> Image:
    """The picture of an article, whoever attached it; none where nobody did."""
    picture = getattr(getattr(article, "responsive_images", None), "card", None)
    if picture is None:
        return Image()
    return Image(link=largest_candidate(picture.src, picture.srcset), alt=picture.alt)
