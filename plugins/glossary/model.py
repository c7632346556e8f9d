"""What the glossary gives to templates."""

from dataclasses import dataclass, field

from markupsafe import Markup

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
    """The abbreviations that an article explains, in alphabetical order.

    Attributes:
        summary: The summary for cards, where each has its long form at its first use.
        lead: The summary for the article's own page, with long forms hidden as in its body.
    """

    terms: tuple[TermUse, ...] = ()
    summary: str = ""
    lead: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsingPage:
    """A page that uses an abbreviation; its address is below the site's root."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """One entry of the register and the public pages that use it.

    Attributes:
        page_count: How many there are.
        newest: Some of them, the newest first.
    """

    term: Term
    page_count: int = 0
    newest: tuple[UsingPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryLetter:
    """One letter of the glossary page with its entries, in alphabetical order."""

    letter: str
    entries: tuple[GlossaryEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The glossary page: only letters that have abbreviations, in alphabetical order.

    Attributes:
        csv: The address of the register as a table, below the site's root.
        json: The same for programs.
    """

    letters: tuple[GlossaryLetter, ...] = ()
    csv: str
    json: str
