"""Joins the statement to Pelican."""

from typing import Any

from pelican import signals

from plugins.accessibility_statement import messages
from plugins.accessibility_statement.allowed import read_allowed
from plugins.accessibility_statement.config import AccessibilityStatementSettings
from plugins.accessibility_statement.faithfulness import unfaithful_parts
from plugins.accessibility_statement.measures import read_measures
from plugins.accessibility_statement.results import read_results
from plugins.accessibility_statement.statement import Statement, compose
from plugins.core.diagnostics import Diagnostic
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import WrittenSite, checks_requested
from plugins.core.site import Site


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    connect(signals.all_generators_finalized, offer_statement)
    checks_requested.connect(check_statement)


def offer_statement(generators: list[Any]) -> None:
    """On `all_generators_finalized`, before the first page is made."""
    corpus = corpus_of(generators)
    corpus.context["accessibility_statement"] = _statement_of(corpus.site)


def check_statement(written: WrittenSite) -> list[Diagnostic]:
    """On `checks_requested`: the page says what the results say."""
    path = str(written.site.settings["ACCESSIBILITY_STATEMENT_SAVE_AS"])
    if written.site.check_only:
        return []
    markup = written.read(path).decode()
    parts = unfaithful_parts(_statement_of(written.site), markup)
    return [messages.unfaithful(path, part) for part in parts]


def _statement_of(site: Site) -> Statement:
    settings = site.settings_for("ACCESSIBILITY_STATEMENT", AccessibilityStatementSettings)
    return compose(
        read_measures(settings.goals),
        read_results(settings.results),
        read_allowed(settings.allowed),
    )
