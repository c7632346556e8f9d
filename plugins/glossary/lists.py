"""The lists of abbreviations: those of one article and those of the site."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, product

import msgspec
from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.body import BodyContext
from plugins.core.deferred import Deferred
from plugins.core.extracts import Extraction, extract_of, packed_extract, unpack
from plugins.core.fingerprints import digest_of
from plugins.core.text import collation_key, without_tones
from plugins.core.text_checks import CheckedText
from plugins.glossary.dependence import LexiconAnswers, glossary_inputs
from plugins.glossary.downloads import CSV_PATH, JSON_PATH
from plugins.glossary.elements import uses_in
from plugins.glossary.lead import marked_lead
from plugins.glossary.markup import FEATURE
from plugins.glossary.model import (
    ArticleGlossary,
    Glossary,
    GlossaryEntry,
    GlossaryLetter,
    TermUse,
    UsingPage,
)
from plugins.glossary.plain_text import RegisterAbbreviations, expanded
from plugins.glossary.resolution import Passage
from plugins.glossary.terms import Term, lexicon_of

_DIGITS = "0–9"
# Pages named at each entry: all of them would weigh more than the register.
_NEWEST = 3


def article_glossary(
    record: ArticleRecord, abbreviations: RegisterAbbreviations
) -> ArticleGlossary:
    """The abbreviations that an article's page explains, and the summary with its own explained.

    Args:
        record: The article.
        abbreviations: Those of the site.
    """
    uses = uses_in(record.body)
    lead = record.header_text("summary") if record.kind is Kind.ARTICLE else ""
    explained = tuple(abbreviations.explained(record.summary, record))
    # Most summaries are leads; one that is not was taken from the beginning of the body.
    of_lead = explained if lead == record.summary else abbreviations.explained(lead, record)
    marked = marked_lead(lead, of_lead, uses)
    terms = sorted((*uses_in(marked), *uses), key=lambda use: collation_key(use.short))
    summary = expanded(record.summary, explained)
    return ArticleGlossary(terms=tuple(terms), summary=summary, lead=marked)


def extraction_of(terms: Sequence[Term]) -> Extraction[ArticleGlossary]:
    """What is taken out of every text, so that no build looks for its marks again.

    Args:
        terms: The register.
    """
    abbreviations, lexicon = RegisterAbbreviations(terms), lexicon_of(terms)
    answers = LexiconAnswers(lexicon)

    def extract(text: CheckedText, context: BodyContext) -> ArticleGlossary:
        record = _record_of(text)
        passage = Passage(text=f"{record.header_text('summary')}\n{record.summary}", places=())
        tokens = glossary_inputs([passage], lexicon)
        context.depends_on_register(FEATURE, tokens, answers.fingerprint(tokens))
        return article_glossary(record, abbreviations)

    return Extraction(name=FEATURE, extract=extract)


class KnownGlossary(Struct, frozen=True, kw_only=True):
    """What every build knows of the abbreviations of an article.

    Attributes:
        terms: Those that its page explains; equal ones of many articles are one object.
        summary: The summary for cards.
        whole: What its page shows.
    """

    terms: tuple[TermUse, ...]
    summary: Deferred[str]
    whole: Deferred[ArticleGlossary]


class _KeptForLists(Struct, frozen=True, kw_only=True):
    terms: tuple[msgspec.Raw, ...]
    summary: msgspec.Raw


def known_glossary(record: ArticleRecord) -> KnownGlossary:
    """What was taken out of the text of a record."""
    packed = packed_extract(record, FEATURE)
    kept = unpack(packed, _KeptForLists)
    return KnownGlossary(
        terms=tuple(_use_of(bytes(term)) for term in kept.terms),
        summary=Deferred(digest_of(b"summary " + kept.summary), _summary_of, record),
        whole=Deferred(digest_of(b"glossary " + packed), _glossary_of, record),
    )


def _glossary_of(record: ArticleRecord) -> ArticleGlossary:
    return extract_of(record, FEATURE, ArticleGlossary)


def _summary_of(record: ArticleRecord) -> str:
    return _glossary_of(record).summary


@lru_cache(maxsize=4_096)  # a site uses as many as its register has forms, more or less
def _use_of(packed: bytes) -> TermUse:
    return msgspec.json.decode(packed, type=TermUse)


def _record_of(text: CheckedText) -> ArticleRecord:
    """As much of a record as there is while its text is being read."""
    return ArticleRecord(
        path=text.path,
        kind=text.kind,
        status=Status(str(text.header["status"])),
        slug=str(text.header.get("slug", "")),
        title=str(text.header.get("title", "")),
        url="",
        date=None,
        section=str(text.header.get("category", "")),
        summary=text.summary,
        header=text.header,
        read_body=lambda: text.body,
    )


def site_glossary(
    terms: Sequence[Term], uses: Iterable[tuple[UsingPage, Iterable[TermUse]]] = ()
) -> Glossary:
    """The glossary page of a register.

    Args:
        terms: The register.
        uses: The public pages with the abbreviations that they explain, the newest first.
    """
    pages = _pages_by_term(terms, uses)
    entries = [_entry(term, pages[term.anchor]) for term in _in_order(tuple(terms))]
    letters = groupby(entries, key=lambda entry: _letter(entry.term.short))
    return Glossary(
        letters=tuple(GlossaryLetter(letter=letter, entries=tuple(e)) for letter, e in letters),
        csv=CSV_PATH,
        json=JSON_PATH,
    )


def _pages_by_term(
    terms: Iterable[Term], uses: Iterable[tuple[UsingPage, Iterable[TermUse]]]
) -> Mapping[str, list[UsingPage]]:
    """The pages that use each term, by its anchor: in any spelling, with any of its meanings."""
    owners: dict[tuple[str, str], str] = {}
    for term in terms:
        for meaning in product(term.forms, (term.long, *term.also)):
            owners.setdefault(meaning, term.anchor)
    pages: dict[str, list[UsingPage]] = defaultdict(list)
    for page, explained in uses:
        used = {owners.get((use.short, use.long), "") for use in explained}
        for anchor in used - {""}:
            pages[anchor].append(page)
    return pages


def _entry(term: Term, pages: Sequence[UsingPage]) -> GlossaryEntry:
    return GlossaryEntry(term=term, page_count=len(pages), newest=tuple(pages[:_NEWEST]))


@lru_cache(maxsize=4)  # a look at one text in a preview asks again
def _in_order(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=_order))


def _order(term: Term) -> tuple[object, object]:
    return collation_key(term.short), collation_key(term.long)


def _letter(short: str) -> str:
    """The letter of the alphabet under which a short form stands: no tone, one for digits."""
    letter = without_tones(short[0].upper())
    return _DIGITS if letter.isdigit() else letter
