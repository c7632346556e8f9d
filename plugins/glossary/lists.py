"""The lists of abbreviations: those of one article and those of the site."""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

from plugins.core.articles import ArticleRecord
from plugins.core.text import collation_key
from plugins.glossary.elements import uses_in
from plugins.glossary.model import ArticleGlossary, Glossary, GlossaryLetter
from plugins.glossary.terms import Term

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_DIGITS = "0–9"


def article_glossary(record: ArticleRecord) -> ArticleGlossary:
    """The abbreviations that a body explains, in alphabetical order."""
    uses = sorted(uses_in(record.body), key=lambda use: collation_key(use.short))
    return ArticleGlossary(terms=tuple(uses))


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
