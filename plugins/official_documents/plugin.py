"""Joins official documents to Pelican."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from markdown import Extension
from pelican import signals

from plugins.core.articles import Status
from plugins.core.corpus import Card, Corpus
from plugins.core.headers import HeaderField
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import body_extensions_requested, header_fields_requested, report
from plugins.core.site import Site
from plugins.official_documents.documents import (
    HEADER_FIELDS,
    OfficialDocuments,
    facts_of,
    find_unusable_names,
    newest_document_first,
)
from plugins.official_documents.markdown_extension import OfficialDocumentExtension


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    header_fields_requested.connect(list_header_fields)
    body_extensions_requested.connect(make_extensions)
    connect(signals.all_generators_finalized, attach_official_documents)


def list_header_fields(_: Site) -> Iterable[HeaderField]:
    """The keys of documents, and the one with which articles name them."""
    return HEADER_FIELDS


def make_extensions(_: Site) -> Iterable[Extension]:
    """The block syntax of documents."""
    return [OfficialDocumentExtension()]


def attach_official_documents(generators: list[Any]) -> None:
    """On `all_generators_finalized`, because documents and articles name each other."""
    corpus = corpus_of(generators)
    documents = {entry.record.slug: entry for entry in corpus.documents}
    report(
        find_unusable_names(
            [entry.record for entry in corpus.entries],
            {slug: entry.record for slug, entry in documents.items()},
        )
    )
    for entry in corpus.documents:
        entry.give_card(facts=facts_of(entry.record))
    naming = _articles_by_document(corpus)
    for entry in corpus.entries:
        named = (documents.get(slug) for slug in entry.record.header_list("documents"))
        facts = facts_of(entry.record)
        value = OfficialDocuments(
            facts=facts,
            documents=tuple(document.card for document in named if document),
            articles=tuple(naming[entry.record.slug]) if facts else (),
        )
        entry.give("official_documents", value)
    listed = sorted(corpus.documents, key=lambda entry: newest_document_first(entry.record))
    corpus.context["official_documents"] = tuple(
        entry.card for entry in listed if entry.record.status is Status.PUBLISHED
    )


def _articles_by_document(corpus: Corpus) -> defaultdict[str, list[Card]]:
    naming = defaultdict[str, list[Card]](list)
    for entry in corpus.public_articles:
        for slug in dict.fromkeys(entry.record.header_list("documents")):
            naming[slug].append(entry.card)
    return naming
