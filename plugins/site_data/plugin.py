"""Joins site data to Pelican."""

from collections.abc import Iterable
from typing import Any

from pelican import signals

from plugins.core.diagnostics import Diagnostic
from plugins.core.pelican import connect, corpus_of, site_of
from plugins.core.signals import (
    SiteFile,
    WrittenSite,
    checks_requested,
    report,
    site_files_requested,
)
from plugins.core.site import Site
from plugins.site_data.dead_addresses import find_dead_addresses
from plugins.site_data.reading import IDENTITY, SiteDataReading, read_site_data
from plugins.site_data.security_txt import PATH, security_txt


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.initialized, name_the_site)
    connect(signals.all_generators_finalized, offer_site_data)
    site_files_requested.connect(list_site_files)
    checks_requested.connect(check_addresses)


def name_the_site(pelican: Any) -> None:
    """On `initialized`, before anybody asks for the address: feeds need both values."""
    settings = pelican.settings
    identity = _read(site_of(settings)).site_data.identity
    settings["SITENAME"] = identity.name
    if not settings["SITEURL"]:
        settings["SITEURL"] = settings["FEED_DOMAIN"] = identity.site_url


def offer_site_data(generators: list[Any]) -> None:
    """On `all_generators_finalized`, when findings are collected and templates come next."""
    corpus = corpus_of(generators)
    reading = _read(corpus.site)
    report(reading.diagnostics)
    corpus.context["site_data"] = reading.site_data


def list_site_files(written: WrittenSite) -> Iterable[SiteFile]:
    """The emblem and the contact for security researchers."""
    reading = _read(written.site)
    if emblem := reading.emblem:
        yield SiteFile(path=emblem.path, content=emblem.content, owner=IDENTITY)
    if text := security_txt(reading.site_data.identity.security, written.site.url):
        yield SiteFile(path=PATH, content=text.encode(), owner=IDENTITY)


def check_addresses(written: WrittenSite) -> list[Diagnostic]:
    """On `checks_requested`: links to pages of the site lead somewhere."""
    return list(find_dead_addresses(_read(written.site).addresses, written))


def _read(site: Site) -> SiteDataReading:
    return read_site_data(site.content, site.link_root, site.built_at)
