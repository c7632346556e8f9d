"""The lists of abbreviations: those of one article and those of the site."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from lxml.html import HtmlElement

from plugins.core.articles import ArticleRecord
from plugins.core.errors import SiteError
from plugins.core.html import parse_fragment
from plugins.core.text import collation_key
from plugins.glossary.markup import SHORT_CLASS, Scopes, scopes_of_article, scopes_of_classes
from plugins.glossary.model import ArticleGlossary, Glossary, GlossaryLetter, TermUse
from plugins.glossary.reading import own_terms
from plugins.glossary.terms import Lexicon, Term

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_DIGITS = "0–9"


def article_glossary(record: ArticleRecord, lexicon: Lexicon) -> ArticleGlossary:
    """The abbreviations that a body explains, read from its marks.

    A body may come from a cache, so the marks are all there is to go by.

    Args:
        record: The article, its body with marks.
        lexicon: The lexicon of the site, with which they were made.

    Raises:
        SiteError: if a mark was made with another lexicon.
    """
    if SHORT_CLASS not in record.body:
        return ArticleGlossary()
    own, _ = own_terms(record.header_list("abbreviations"))
    lexicon = lexicon.overridden(own)
    first_uses = parse_fragment(record.body).xpath(f".//abbr[@class='{SHORT_CLASS}'][@id]")
    uses = [
        _use(mark, lexicon, scopes_of_article(record.kind, record.section)) for mark in first_uses
    ]
    return ArticleGlossary(terms=tuple(sorted(uses, key=lambda use: collation_key(use.short))))


def _use(mark: HtmlElement, lexicon: Lexicon, scopes: Scopes) -> TermUse:
    for outer in reversed(list(mark.iterancestors())):
        scopes = scopes_of_classes(outer.get("class", ""), scopes)
    form = mark.text_content()
    reading = lexicon.reading(form, scopes)
    if not reading:
        message = f"{form!r} is marked, but the register that marked it is another one"
        raise SiteError(message)
    return TermUse(short=reading.term.short, long=reading.term.long, anchor=str(mark.get("id")))


def site_glossary(terms: Sequence[Term]) -> Glossary:
    """The glossary page of a register."""
    ordered = sorted(terms, key=lambda term: (collation_key(term.short), collation_key(term.long)))
    letters = groupby(ordered, key=lambda term: _letter(term.short))
    return Glossary(
        letters=tuple(
            GlossaryLetter(letter=letter, terms=tuple(group)) for letter, group in letters
        )
    )


def _letter(short: str) -> str:
    """The letter of the alphabet under which a short form stands: no tone, one for digits."""
    sign = unicodedata.normalize("NFD", short[0].upper())
    bare = "".join(mark for mark in sign if mark not in _TONES)
    return _DIGITS if bare.isdigit() else unicodedata.normalize("NFC", bare)
