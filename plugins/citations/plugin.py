"""Joins citations to Pelican."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from markdown import Extension
from msgspec import Struct
from pelican import signals

from plugins.citations.addresses import keys_of_documents, read_outside_addresses
from plugins.citations.markdown_extension import CitationExtension
from plugins.citations.texts import FEATURE, CitedDocument, TextCitations, extraction
from plugins.core.abbreviations import abbreviations_of
from plugins.core.articles import ArticleRecord, Status
from plugins.core.corpus import Card, Entry
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import Extraction, extract_of
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import (
    ComposedSite,
    body_extensions_requested,
    corpus_checks_requested,
    extractions_requested,
)
from plugins.core.site import Site


class Cited(Struct, frozen=True, kw_only=True):
    """A cited document, as pages list it.

    Attributes:
        url: Its address below the root of the site; "" where the site does not have it.
        outside: Its full address elsewhere; "" where nobody knows one.
    """

    title: str
    url: str = ""
    outside: str = ""


class Citations(Struct, frozen=True, kw_only=True):
    """The documents that a text cites, and the public texts that cite this document."""

    cited: tuple[Cited, ...] = ()
    cited_by: tuple[Card, ...] = ()


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    body_extensions_requested.connect(make_extensions)
    extractions_requested.connect(list_extractions)
    corpus_checks_requested.connect(check_addresses)
    connect(signals.all_generators_finalized, attach_citations)


def make_extensions(_: Site) -> list[Extension]:
    """On `body_extensions_requested`: the marks of numbers in texts."""
    return [CitationExtension()]


def list_extractions(_: Site) -> list[Extraction[TextCitations]]:
    """On `extractions_requested`: the documents that texts cite."""
    return [extraction()]


def check_addresses(composed: ComposedSite) -> tuple[Diagnostic, ...]:
    """On `corpus_checks_requested`: the data file of addresses elsewhere."""
    return read_outside_addresses(composed.corpus.site.content).diagnostics


def attach_citations(generators: list[Any]) -> None:
    """On `all_generators_finalized`, when all documents are known."""
    corpus = corpus_of(generators)
    outside = read_outside_addresses(corpus.site.content)
    documents = keys_of_documents(
        [entry.record for entry in corpus.documents],
        lambda: abbreviations_of(corpus.site).synonyms(),
    )
    addresses = outside.urls | {
        key: corpus.site.link_root + record.url for key, record in documents.items()
    }
    citing = defaultdict[str, list[Entry]](list)
    listed: dict[Cited, Cited] = {}  # very many texts cite the same
    for entry in corpus.entries:
        texts = extract_of(entry.record, FEATURE, TextCitations).cited
        others = [each for each in texts if documents.get(each.key) is not entry.record]
        entry.give_cited({e.key: addresses[e.key] for e in others if e.key in addresses})
        cited = (listed.setdefault(e, e) for e in _listed(others, documents, outside.urls))
        entry.give(FEATURE, Citations(cited=tuple(cited)))
        if entry.record.status is Status.PUBLISHED:
            for path in dict.fromkeys(documents[e.key].path for e in others if e.key in documents):
                citing[path].append(entry)
    for entry in corpus.documents:
        cited_by = tuple(other.brief for other in citing[entry.record.path])
        entry.give(FEATURE, Citations(cited=entry.citations.cited, cited_by=cited_by))


def _listed(
    cited: Iterable[CitedDocument],
    documents: Mapping[str, ArticleRecord],
    outside: Mapping[str, str],
) -> tuple[Cited, ...]:
    """What a page lists: each document once, by the name that comes first."""
    found: dict[str, Cited] = {}
    for each in cited:
        record = documents.get(each.key)
        url = record.url if record else ""
        elsewhere = "" if record else outside.get(each.key, "")
        entry = Cited(title=each.name, url=url, outside=elsewhere)
        found.setdefault(url or elsewhere or each.key, entry)
    return tuple(found.values())
