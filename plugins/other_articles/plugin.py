"""Connects other articles to Pelican and to the header schema."""

from typing import Any

from pelican import signals as pelican_signals

from plugins.core import signals
from plugins.core.articles import Kind
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of
from plugins.core.site import Site
from plugins.other_articles import messages
from plugins.other_articles.checks import check_related
from plugins.other_articles.comparison import compare_articles
from plugins.other_articles.config import OtherArticlesSettings


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    connect(pelican_signals.all_generators_finalized, attach_other_articles)


def give_header_fields(site: Site) -> tuple[HeaderField, ...]:
    """Answer `header_fields_requested`: articles picked by hand, by slug."""
    return (
        HeaderField(
            name="related",
            kind=HeaderKind.LIST,
            about=messages.ABOUT_RELATED,
            kinds=frozenset([Kind.ARTICLE]),
        ),
    )


def attach_other_articles(generators: list[Any]) -> None:
    """On `all_generators_finalized`: all articles are known. Drafts get a value, too."""
    corpus = corpus_of(generators)
    limit = corpus.site.settings_for("OTHER_ARTICLES", OtherArticlesSettings).limit
    contents = {entry.record.path: entry.content for entry in corpus.articles}
    records = [entry.record for entry in corpus.articles]
    chooser = compare_articles(records, limit, corpus.site.store)
    for entry in corpus.entries:
        others = chooser.choose(entry.record)
        entry.content.other_articles = others.shown_as(lambda record: contents[record.path])
    signals.report(check_related(records, limit))
