"""Joins corrections to Pelican."""

from typing import Any

from pelican import signals as pelican_signals

from plugins.core import signals
from plugins.core.articles import Kind
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of
from plugins.core.site import Site
from plugins.corrections import messages
from plugins.corrections.correction import KEY, check_corrections, corrections_of


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    signals.header_fields_requested.connect(give_header_fields)
    connect(pelican_signals.all_generators_finalized, attach_corrections)


def give_header_fields(site: Site) -> tuple[HeaderField, ...]:
    """Answer `header_fields_requested`: what was put right."""
    about, kinds = messages.ABOUT_CORRECTIONS, frozenset([Kind.ARTICLE, Kind.DOCUMENT])
    return (HeaderField(name=KEY, kind=HeaderKind.TEXTS, about=about, kinds=kinds),)


def attach_corrections(generators: list[Any]) -> None:
    """On `all_generators_finalized`: every article and document gets its corrections."""
    corpus = corpus_of(generators)
    entries = (*corpus.articles, *corpus.documents)
    for entry in entries:
        entry.give("corrections", corrections_of(entry.record))
    signals.report(found for entry in entries for found in check_corrections(entry.record))
