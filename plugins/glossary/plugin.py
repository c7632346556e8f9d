"""Connects the glossary to Pelican and to the questions of other features."""

from collections.abc import Iterable, Iterator
from typing import Any

from markdown import Extension
from pelican import signals as pelican_signals

from plugins.core import signals
from plugins.core.abbreviations import Abbreviations
from plugins.core.articles import ArticleRecord, Status
from plugins.core.body_inputs import RegisterAnswers
from plugins.core.corpus import Corpus, Entry, newest_first
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import Extraction
from plugins.core.fingerprints import fingerprint_of
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import SiteFile, WrittenSite
from plugins.core.site import Site
from plugins.glossary import messages
from plugins.glossary.dependence import LexiconAnswers
from plugins.glossary.downloads import CSV_PATH, JSON_PATH, register_csv, register_json
from plugins.glossary.kept_register import register_of
from plugins.glossary.lists import extraction_of, known_glossary, site_glossary
from plugins.glossary.markup import FEATURE, GlossaryExtension
from plugins.glossary.model import ArticleGlossary, TermUse, UsingPage
from plugins.glossary.plain_text import RegisterAbbreviations
from plugins.glossary.reading import REGISTER, own_terms
from plugins.glossary.terms import Term, lexicon_of


def connect_receivers() -> None:
    """Connect every receiver of the feature."""
    signals.header_fields_requested.connect(give_header_fields)
    signals.body_extensions_requested.connect(give_body_extensions)
    signals.register_answers_requested.connect(give_register_answers)
    signals.extractions_requested.connect(give_extractions)
    signals.abbreviations_requested.connect(give_abbreviations)
    signals.site_files_requested.connect(list_downloads)
    connect(pelican_signals.all_generators_finalized, attach_glossary)


def give_header_fields(site: Site) -> tuple[HeaderField, ...]:
    """Answer `header_fields_requested`: an article may give meanings of its own."""
    about = messages.ABOUT_ABBREVIATIONS
    return (HeaderField(name="abbreviations", kind=HeaderKind.TEXTS, about=about),)


def give_body_extensions(site: Site) -> tuple[Extension, ...]:
    """Answer `body_extensions_requested`."""
    return (GlossaryExtension(lexicon_of(register_of(site).terms)),)


def give_register_answers(site: Site) -> tuple[RegisterAnswers, ...]:
    """Answer `register_answers_requested`: a new entry changes the texts that hold its form."""
    terms = register_of(site).terms
    answers = LexiconAnswers(lexicon_of(terms))
    whole = fingerprint_of(terms)
    return (RegisterAnswers(name=FEATURE, whole=whole, answer=answers.fingerprint),)


def give_extractions(site: Site) -> tuple[Extraction[ArticleGlossary], ...]:
    """Answer `extractions_requested`: what pages and cards explain of a text."""
    return (extraction_of(register_of(site).terms),)


def give_abbreviations(site: Site) -> Abbreviations:
    """Answer `abbreviations_requested`: plain text for cards, feeds, voices and searches."""
    return RegisterAbbreviations(register_of(site).terms)


def attach_glossary(generators: list[Any]) -> None:
    """On `all_generators_finalized`: the bodies are made, so their marks can be read."""
    corpus = corpus_of(generators)
    register = register_of(corpus.site)
    sections = {entry.record.section for entry in corpus.entries}
    signals.report(register.diagnostics)
    signals.report(_empty_sections(register.terms, sections))
    signals.report(d for entry in corpus.entries for d in _header_findings(entry.record))
    if corpus.site.check_only:  # no page asks for a list
        return
    terms: dict[str, tuple[TermUse, ...]] = {}
    for entry in corpus.entries:
        known = known_glossary(entry.record)
        entry.give(FEATURE, known.whole)
        entry.give_card(summary=known.summary)
        terms[entry.record.path] = known.terms
    uses = [
        (UsingPage(title=entry.title, url=entry.url), terms[entry.record.path])
        for entry in _public(corpus)
    ]
    corpus.context["glossary"] = site_glossary(register.terms, uses)


def list_downloads(written: WrittenSite) -> tuple[SiteFile, ...]:
    """Answer `site_files_requested`: the register, for other tools than a browser."""
    terms = register_of(written.site).terms
    return (
        SiteFile(path=CSV_PATH, content=register_csv(terms), owner=REGISTER),
        SiteFile(path=JSON_PATH, content=register_json(terms), owner=REGISTER),
    )


def _public(corpus: Corpus) -> list[Entry]:
    """What lists may name, the newest first; pages without a date come last."""
    public = (entry for entry in corpus.entries if entry.record.status is Status.PUBLISHED)
    return sorted(public, key=lambda entry: newest_first(entry.record)[0])


def _empty_sections(terms: Iterable[Term], known: set[str]) -> Iterator[Diagnostic]:
    for term in terms:
        for section in term.sections:
            if section not in known:
                yield messages.section_without_articles(REGISTER, term, section)


def _header_findings(record: ArticleRecord) -> Iterator[Diagnostic]:
    _, broken = own_terms(record.header_list("abbreviations"))
    for value in broken:
        line = record.line("abbreviations")
        yield messages.broken_abbreviation(record.path, line, value)
