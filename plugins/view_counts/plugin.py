"""Joins view counts to Pelican."""

from typing import Any

from pelican import signals

from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import report
from plugins.view_counts.counts import ViewCount, read_view_counts


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.all_generators_finalized, attach_view_counts)


def attach_view_counts(generators: list[Any]) -> None:
    """On `all_generators_finalized`, when the slugs of all articles are known."""
    corpus = corpus_of(generators)
    counts = read_view_counts(corpus.site.content, {entry.record.slug for entry in corpus.entries})
    report(counts.diagnostics)
    for entry in corpus.entries:
        entry.give("view_counts", counts.by_slug.get(entry.record.slug, ViewCount()))
