"""Joins series to Pelican."""

from collections.abc import Iterator, Sequence
from typing import Any

from pelican import signals as pelican_signals

from plugins.core import signals
from plugins.core.articles import ArticleRecord, Kind
from plugins.core.corpus import Corpus, newest_first
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pages import Page
from plugins.core.pelican import connect, corpus_of
from plugins.core.site import Site
from plugins.series import messages
from plugins.series.checks import check_series
from plugins.series.series import Series, find_series, places_in

_ARTICLES = frozenset([Kind.ARTICLE])


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    connect(pelican_signals.all_generators_finalized, attach_series)
    signals.pages_requested.connect(give_pages)


def give_header_fields(site: Site) -> tuple[HeaderField, ...]:
    """Answer `header_fields_requested`: the name of a series, and a number in it."""
    text = HeaderKind.TEXT
    return (
        HeaderField(name="series", kind=text, about=messages.ABOUT_SERIES, kinds=_ARTICLES),
        HeaderField(name="series_order", kind=text, about=messages.ABOUT_ORDER, kinds=_ARTICLES),
    )


def attach_series(generators: list[Any]) -> None:
    """On `all_generators_finalized`: every article gets a value; drafts stand in no series."""
    corpus = corpus_of(generators)
    records = [entry.record for entry in corpus.articles]
    entries = {entry.record.path: entry for entry in corpus.articles}
    for entry in corpus.articles:
        entry.give("series", None)
    found = _series_of(corpus)
    shown = tuple(each.shown_as(lambda record: entries[record.path].card) for each in found)
    for series, cards in zip(found, shown, strict=True):
        for record, place in zip(series.articles, places_in(cards), strict=True):
            entries[record.path].give("series", place)
    corpus.context["series"] = shown
    signals.report(check_series(records))


def give_pages(corpus: Corpus) -> Iterator[Page]:
    """Answer `pages_requested`: one for each series, and one of all where there are any."""
    found = _series_of(corpus)
    shown = corpus.context["series"]
    for series, cards in zip(found, shown, strict=True):
        yield _page("series", series.url, series.articles, this_series=cards)
    if found:
        every = [article for series in found for article in series.articles]
        yield _page("all_series", corpus.site.settings["ALL_SERIES_URL"], every)


def _series_of(corpus: Corpus) -> tuple[Series[ArticleRecord], ...]:
    records = (entry.record for entry in corpus.articles)
    return find_series(records, corpus.site.settings["ALL_SERIES_URL"])


def _page(template: str, url: str, articles: Sequence[ArticleRecord], **values: object) -> Page:
    return Page(
        path=f"{url}index.html",
        template=template,
        values={"page_url": url, **values},
        modified=min(articles, key=newest_first).modified,
    )
