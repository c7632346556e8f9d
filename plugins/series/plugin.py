"""Joins series to Pelican."""

from typing import Any

from pelican import signals as pelican_signals

from plugins.core import signals
from plugins.core.articles import Kind
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of, newest_first
from plugins.core.site import Site
from plugins.series import messages
from plugins.series.checks import check_series
from plugins.series.series import find_series, places_in

_ARTICLES = frozenset([Kind.ARTICLE])


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    connect(pelican_signals.all_generators_finalized, attach_series)
    connect(pelican_signals.article_writer_finalized, write_series)


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
    contents = {entry.record.path: entry.content for entry in corpus.articles}
    for content in contents.values():
        content.series = None
    address = corpus.site.settings["ALL_SERIES_URL"]
    found = tuple(
        series.shown_as(lambda record: contents[record.path])
        for series in find_series(records, address)
    )
    for series in found:
        for article, place in zip(series.articles, places_in(series), strict=True):
            article.series = place
    corpus.context["series"] = found
    signals.report(check_series(records))


def write_series(generator: Any, writer: Any) -> None:
    """On `article_writer_finalized`: a page for each series, and one of all where there are any."""
    every = generator.context["series"]
    for series in every:
        _write(generator, writer, "series", series.url, series.articles, this_series=series)
    if every:
        articles = [article for series in every for article in series.articles]
        _write(generator, writer, "all_series", generator.settings["ALL_SERIES_URL"], articles)


def _write(
    generator: Any, writer: Any, template: str, url: str, articles: Any, **values: Any
) -> None:
    writer.write_file(
        f"{url}index.html",
        generator.get_template(template),
        generator.context,
        articles=sorted(articles, key=newest_first),
        page_url=url,
        **values,
    )
