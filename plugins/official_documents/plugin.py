"""Joins official documents to Pelican."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markdown import Extension
from pelican import signals

from plugins.core.articles import Status
from plugins.core.corpus import Card, Corpus, Entry
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import Extraction, extract_of
from plugins.core.headers import HeaderField
from plugins.core.pages import Page
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import (
    ComposedSite,
    SiteFile,
    WrittenSite,
    body_extensions_requested,
    corpus_checks_requested,
    extractions_requested,
    header_fields_requested,
    pages_requested,
    site_files_requested,
    text_checks_requested,
)
from plugins.core.site import Site
from plugins.core.text_checks import TextCheck
from plugins.official_documents.documents import (
    OfficialDocuments,
    effective_of,
    facts_of,
    history_of,
    letterhead_of,
    newest_document_first,
    signer_of,
)
from plugins.official_documents.downloads import register_csv, register_json
from plugins.official_documents.header import HEADER_FIELDS, check_header
from plugins.official_documents.lists import Listed, list_pages
from plugins.official_documents.markdown_extension import OfficialDocumentExtension
from plugins.official_documents.standing import (
    AMENDED_BY,
    NAMED,
    REPLACED_BY,
    check_standing,
    predecessors,
    successors,
)
from plugins.official_documents.texts import FEATURE, DocumentText, extraction

# From the corpus to the pages and files of one run.
_LISTED = "OFFICIAL_DOCUMENTS_LISTED"
# Most articles name no document: one value for all of them.
_NOTHING = OfficialDocuments()


def connect_receivers() -> None:
    """Connect the receivers of this feature."""
    header_fields_requested.connect(list_header_fields)
    body_extensions_requested.connect(make_extensions)
    text_checks_requested.connect(list_text_checks)
    extractions_requested.connect(list_extractions)
    corpus_checks_requested.connect(check_documents)
    pages_requested.connect(list_pages_of_documents)
    site_files_requested.connect(list_downloads)
    connect(signals.all_generators_finalized, attach_official_documents)


def list_header_fields(_: Site) -> Iterable[HeaderField]:
    """The keys of documents, and the one with which articles name them."""
    return HEADER_FIELDS


def make_extensions(_: Site) -> Iterable[Extension]:
    """The block syntax of documents."""
    return [OfficialDocumentExtension()]


def list_text_checks(_: Site) -> Iterable[TextCheck]:
    """What the header of one document shows to be wrong."""
    return [check_header]


def list_extractions(_: Site) -> Iterable[Extraction[DocumentText]]:
    """What the text of a document tells."""
    return [extraction()]


def attach_official_documents(generators: list[Any]) -> None:
    """On `all_generators_finalized`, because documents and articles name each other."""
    corpus = corpus_of(generators)
    documents = {entry.record.slug: entry for entry in corpus.documents}
    for entry in corpus.documents:
        entry.give_card(facts=facts_of(entry.record))
    values = _Values(corpus, documents)
    for entry in corpus.entries:
        entry.give(FEATURE, values.of(entry))
    listed = tuple(
        Listed(card=e.brief, facts=e.official_documents.facts, in_feed=bool(e.record.posted))
        for e in values.public
    )
    corpus.context[FEATURE] = bool(listed)
    generators[0].settings[_LISTED] = listed


def check_documents(composed: ComposedSite) -> Iterable[Diagnostic]:
    """On `corpus_checks_requested`: how documents stand to each other."""
    corpus = composed.corpus
    documents = {entry.record.slug: entry.record for entry in corpus.documents}
    return check_standing([entry.record for entry in corpus.entries], documents)


def list_pages_of_documents(corpus: Corpus) -> Iterable[Page]:
    """On `pages_requested`: the lists."""
    return list_pages(corpus.site.settings[_LISTED], str(corpus.site.settings["DOCUMENTS_URL"]))


def list_downloads(written: WrittenSite) -> Iterable[SiteFile]:
    """On `site_files_requested`: the register, for the filter and for other programs."""
    site = written.site
    listed, address = site.settings[_LISTED], str(site.settings["DOCUMENTS_URL"])
    makers = {"van-ban.csv": register_csv, "van-ban.json": register_json}
    for name, make in makers.items():
        yield SiteFile(path=f"{address}{name}", content=make(listed, site.link_root), owner=FEATURE)


class _Values:
    """The values of all entries, from one look at who names whom."""

    def __init__(self, corpus: Corpus, documents: Mapping[str, Entry]) -> None:
        self._documents = documents
        public = [e for e in corpus.documents if e.record.status is Status.PUBLISHED]
        self.public = sorted(public, key=lambda entry: newest_document_first(entry.record))
        self._articles = _naming(corpus.public_articles)
        self._named_by = _naming(self.public)
        records = [entry.record for entry in self.public]
        self._replaces = predecessors(records, REPLACED_BY)
        self._amends = predecessors(records, AMENDED_BY)

    def of(self, entry: Entry) -> OfficialDocuments:
        record = entry.record
        named = self._cards(successors(record, NAMED))
        facts = facts_of(record)
        if facts is None:
            return OfficialDocuments(documents=named) if named else _NOTHING
        replaced_by, amended_by = self._later(entry, REPLACED_BY), self._later(entry, AMENDED_BY)
        text = extract_of(record, FEATURE, DocumentText)
        signer, capacity = signer_of(record, text.signature)
        return OfficialDocuments(
            facts=facts,
            letterhead=letterhead_of(record),
            effective=effective_of(record),
            signer=signer,
            capacity=capacity,
            documents=named,
            named_by=tuple(self._named_by[record.slug]),
            articles=tuple(self._articles[record.slug]),
            replaced_by=_cards(replaced_by),
            replaces=self._cards(self._replaces.get(record.slug, ())),
            amended_by=_cards(amended_by),
            amends=self._cards(self._amends.get(record.slug, ())),
            history=history_of(record, _with_cards(amended_by), _with_cards(replaced_by)),
            contents=text.headings,
        )

    def _later(self, entry: Entry, key: str) -> list[Entry]:
        found = (self._documents.get(slug) for slug in successors(entry.record, key))
        return [other for other in found if other]

    def _cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        return tuple(self._documents[slug].brief for slug in slugs if slug in self._documents)


def _naming(entries: Iterable[Entry]) -> defaultdict[str, list[Card]]:
    """The cards of those that name a document, by its slug."""
    naming = defaultdict[str, list[Card]](list)
    for entry in entries:
        for slug in dict.fromkeys(successors(entry.record, NAMED)):
            naming[slug].append(entry.brief)
    return naming


def _cards(entries: Iterable[Entry]) -> tuple[Card, ...]:
    return tuple(each.brief for each in entries)


def _with_cards(entries: Sequence[Entry]) -> list[tuple[Any, Card]]:
    return [(entry.record, entry.brief) for entry in entries]
