"""What features may ask of the register of abbreviations, without knowing who keeps it.

Everything is plain text: what a card or a feed says, what a voice reads, what a search
takes for the same.
"""

from dataclasses import dataclass
from typing import Protocol

from plugins.core.articles import ArticleRecord
from plugins.core.signals import abbreviations_requested, ask
from plugins.core.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Spellings and long forms that a search should take for each other.

    Attributes:
        forms: The short form first, then its other spellings, misspellings too.
        longs: Every meaning that it may have.
    """

    forms: tuple[str, ...]
    longs: tuple[str, ...]


class Abbreviations(Protocol):
    """Abbreviations in plain text that belongs to an article, such as its summary."""

    def first_use_expanded(self, text: str, record: ArticleRecord) -> str:
        """The text with long forms in brackets, each at its first use; nothing is taken away."""
        ...

    def spoken(self, text: str, record: ArticleRecord) -> str:
        """The text as it is read aloud: long forms instead of short ones, each said once."""
        ...

    def synonyms(self) -> tuple[Synonyms, ...]:
        """What the register takes for the same, in the order of the short forms."""
        ...


class NoAbbreviations:
    """The answers of a site on which no feature knows abbreviations."""

    def first_use_expanded(self, text: str, record: ArticleRecord) -> str:  # noqa: ARG002, D102  (the protocol's)
        return text

    def spoken(self, text: str, record: ArticleRecord) -> str:  # noqa: ARG002, D102  (the protocol's)
        return text

    def synonyms(self) -> tuple[Synonyms, ...]:  # noqa: D102  (the protocol's)
        return ()


def abbreviations_of(site: Site) -> Abbreviations:
    """The abbreviations of a site as its register has them now; ask once and keep the answer."""
    answers: list[Abbreviations] = ask(abbreviations_requested, site)
    return answers[0] if answers else NoAbbreviations()
