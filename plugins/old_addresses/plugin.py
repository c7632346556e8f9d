"""Joins old addresses to Pelican."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from plugins.core.articles import ArticleRecord
from plugins.core.corpus import Corpus
from plugins.core.diagnostics import Diagnostic
from plugins.core.old_addresses import OldAddress
from plugins.core.pages import Page
from plugins.core.pelican import site_of
from plugins.core.signals import (
    ComposedSite,
    WrittenSite,
    answer_of,
    checks_requested,
    corpus_checks_requested,
    old_addresses_requested,
    pages_requested,
    records_requested,
)
from plugins.core.site import Site
from plugins.old_addresses.checks import find_dead_targets, find_living
from plugins.old_addresses.reading import Entry, read_old_addresses

_SETTINGS = Path(__file__).resolve().parents[2] / "publishconf.py"


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    corpus_checks_requested.connect(check_file)
    pages_requested.connect(give_pages)
    checks_requested.connect(check_targets)
    old_addresses_requested.connect(give_old_addresses)


def check_file(composed: ComposedSite) -> list[Diagnostic]:
    """Answer `corpus_checks_requested`: what is wrong with the file."""
    corpus = composed.corpus
    reading = read_old_addresses(corpus.site.content)
    living = find_living(reading.entries, corpus.records)
    return [*reading.diagnostics, *(diagnostic for _, diagnostic in living)]


def give_pages(corpus: Corpus) -> Iterator[Page]:
    """Answer `pages_requested`: a page at every old address that can have one."""
    entries = read_old_addresses(corpus.site.content).entries
    living = [entry for entry, _ in find_living(entries, corpus.records)]
    for entry in entries:
        if entry.old.page and entry not in living:
            yield _page(entry)


def check_targets(written: WrittenSite) -> list[Diagnostic]:
    """On `checks_requested`: redirects lead somewhere."""
    return list(find_dead_targets(read_old_addresses(written.site.content).entries, written))


def give_old_addresses(site: Site) -> Iterable[OldAddress]:
    """Answer `old_addresses_requested`: for servers that can say more than a page can."""
    return [entry.old for entry in read_old_addresses(site.content).entries]


def read_records(content: Path) -> tuple[ArticleRecord, ...]:
    """Everything that a content folder holds, read as for a public build that is not made."""
    settings = read_settings(str(_SETTINGS), override={"PATH": str(content), "CHECK_ONLY": True})
    pelican = Pelican(settings)
    records: tuple[ArticleRecord, ...] = answer_of(records_requested, site_of(pelican.settings))
    return records


def _page(entry: Entry) -> Page:
    values = {"page_url": entry.old.address.removeprefix("/")}
    if entry.old.to:
        values["target"] = entry.old.to.removeprefix("/")
        return Page(path=entry.old.page, template="redirect", values=values, listed=False)
    withdrawal = {"withdrawn_on": entry.withdrawn_on, "reason": entry.reason}
    return Page(
        path=entry.old.page, template="withdrawn", values={**values, **withdrawal}, listed=False
    )
