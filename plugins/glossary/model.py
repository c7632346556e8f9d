"""What the glossary gives to templates."""

from dataclasses import dataclass

from plugins.glossary.terms import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """One abbreviation of an article, in the spelling of its text.

    Attributes:
        anchor: The id of its first use in the body.
        entry: The id of its meaning in the list under the body.
    """

    short: str
    long: str
    anchor: str
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleGlossary:
    """The abbreviations that an article explains, in alphabetical order."""

    terms: tuple[TermUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryLetter:
    """One letter of the glossary page with its abbreviations, in alphabetical order."""

    letter: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The glossary page: only letters that have abbreviations, in alphabetical order."""

    letters: tuple[GlossaryLetter, ...] = ()
