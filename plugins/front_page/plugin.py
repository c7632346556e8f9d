"""Connects the home page to Pelican."""

from typing import Any

from pelican import signals as pelican_signals

from plugins.core.corpus import Corpus, Group
from plugins.core.pelican import connect, corpus_of
from plugins.front_page.composition import compose
from plugins.front_page.config import FrontPageSettings


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    connect(pelican_signals.all_generators_finalized, add_front_page)


def add_front_page(generators: list[Any]) -> None:
    """On `all_generators_finalized`: articles and the order of sections are known."""
    corpus = corpus_of(generators)
    cards = {entry.record.path: entry.card for entry in corpus.public_articles}
    categories = {category.name: category for category in _ordered_categories(corpus)}
    page = compose(
        [entry.record for entry in corpus.public_articles],
        categories,
        corpus.site.settings_for("FRONT_PAGE", FrontPageSettings),
    )
    corpus.context["front_page"] = page.shown_as(
        lambda name: categories[name], lambda record: cards[record.path]
    )


def _ordered_categories(corpus: Corpus) -> list[Group]:
    """The sections as the site data order them, or by slug where no site data are."""
    categories = [grouped.group for grouped in corpus.categories]
    if "site_data" in corpus.context:
        return list(corpus.context["site_data"].order(categories))
    return categories
