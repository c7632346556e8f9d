"""What the glossary gives to templates."""

from markupsafe import Markup
from msgspec import Struct, field

from plugins.glossary.terms import Term


class TermUse(Struct, frozen=True, kw_only=True):
    """One abbreviation of an article, in the spelling of its text.

    Attributes:
        anchor: The id of its first use in the body.
        entry: The id of its meaning in the list under the body.
    """

    short: str
    long: str
    anchor: str
    entry: str


class ArticleGlossary(Struct, frozen=True, kw_only=True):
    """The abbreviations that an article explains, in alphabetical order.

    Attributes:
        summary: The summary for cards, where each has its long form at its first use.
        lead: The summary for the article's own page, with long forms hidden as in its body.
    """

    terms: tuple[TermUse, ...] = ()
    summary: str = ""
    lead: Markup = field(default_factory=Markup)


class UsingPage(Struct, frozen=True, kw_only=True):
    """A page that uses an abbreviation; its address is below the site's root."""

    title: str
    url: str


class GlossaryEntry(Struct, frozen=True, kw_only=True):
    """One entry of the register and the public pages that use it.

    Attributes:
        page_count: How many there are.
        newest: Some of them, the newest first.
    """

    term: Term
    page_count: int = 0
    newest: tuple[UsingPage, ...] = ()


class GlossaryLetter(Struct, frozen=True, kw_only=True):
    """One letter of the glossary page with its entries, in alphabetical order."""

    letter: str
    entries: tuple[GlossaryEntry, ...]


class Glossary(Struct, frozen=True, kw_only=True):
    """The glossary page: only letters that have abbreviations, in alphabetical order.

    Attributes:
        csv: The address of the register as a table, below the site's root.
        json: The same for programs.
    """

    letters: tuple[GlossaryLetter, ...] = ()
    csv: str
    json: str
