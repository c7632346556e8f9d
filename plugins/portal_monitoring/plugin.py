"""Joins portal monitoring to Pelican."""

from typing import Any

from pelican import signals

from plugins.core.pelican import connect, corpus_of
from plugins.core.portal_monitoring import read_data_file, read_portal_monitoring
from plugins.core.signals import report
from plugins.portal_monitoring.declaration import check_declaration


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.all_generators_finalized, offer_portal_monitoring)


def offer_portal_monitoring(generators: list[Any]) -> None:
    """On `all_generators_finalized`, when it is known which pages the site has."""
    corpus = corpus_of(generators)
    file = read_data_file(corpus.site.content, code="PM001")
    report(check_declaration(file, [entry.record for entry in corpus.pages]))
    corpus.context["portal_monitoring"] = read_portal_monitoring(corpus.site.content)
