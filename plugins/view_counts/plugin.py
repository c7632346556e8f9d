"""Joins view counts to Pelican."""

from typing import Any

from pelican import signals

from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import report
from plugins.view_counts.config import ViewCountsSettings
from plugins.view_counts.counts import ViewCount, read_view_counts
from plugins.view_counts.most_viewed import most_viewed

_NONE = ViewCount()  # one for all articles that nobody has counted


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.all_generators_finalized, attach_view_counts)


def attach_view_counts(generators: list[Any]) -> None:
    """On `all_generators_finalized`, when the slugs of all articles and their cards are known."""
    corpus = corpus_of(generators)
    counts = read_view_counts(corpus.site.content, {entry.record.slug for entry in corpus.entries})
    report(counts.diagnostics)
    by_slug = counts.by_slug
    for entry in corpus.entries:
        entry.give("view_counts", by_slug.get(entry.record.slug, _NONE))
    corpus.context["view_counts"] = most_viewed(
        [(e.card, by_slug.get(e.record.slug, _NONE)) for e in corpus.public_articles],
        corpus.site.settings_for("VIEW_COUNTS", ViewCountsSettings),
    )
