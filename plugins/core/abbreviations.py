"""What features may ask of the register of abbreviations, without knowing who keeps it.

Everything is plain text: what a card or a feed says, what a voice reads, what a search
takes for the same.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind
from plugins.core.body import BodyContext
from plugins.core.signals import abbreviations_requested, ask
from plugins.core.site import Site


class Synonyms(Struct, frozen=True, kw_only=True):
    """Spellings and long forms that a search should take for each other.

    Attributes:
        forms: The short form first, then its other spellings, misspellings too.
        longs: Every meaning that it may have.
    """

    forms: tuple[str, ...]
    longs: tuple[str, ...]


class SpokenPassage(Struct, frozen=True, kw_only=True):
    """A piece of text that is read aloud as one line of thought.

    Attributes:
        places: Where it stands, the narrowest place first, as the register names places; empty
            for anywhere on the site.
    """

    text: str
    places: tuple[str, ...] = ()


class SpokenForm(Struct, frozen=True, kw_only=True):
    """What is said for an abbreviation.

    Attributes:
        start: Where the stretch begins that is said otherwise.
        end: Where it ends, exclusive.
        form: The spelling as it stands there.
        spoken: The words; "" where nobody knows them, or where they have been said.
        is_repeated: Whether the text has said the long form right before, so that nothing is
            said for the short one in brackets.
    """

    start: int
    end: int
    form: str
    spoken: str = ""
    is_repeated: bool = False


def places_of(kind: Kind, section: str) -> tuple[str, ...]:
    """Where all of an article stands, the narrowest place first, as the register names places."""
    if kind is Kind.DOCUMENT:
        return ("document", "site")
    return (section_place(section), "site")


def section_place(section: str) -> str:
    """The place of all articles of a section."""
    return f"section {section}"


class Abbreviations(Protocol):
    """Abbreviations in plain text that belongs to an article, such as its summary."""

    def first_use_expanded(self, text: str, record: ArticleRecord) -> str:
        """The text with long forms in brackets, each at its first use; nothing is taken away."""
        ...

    def spoken_forms(
        self, passages: Sequence[SpokenPassage], own: Sequence[str] = ()
    ) -> tuple[tuple[SpokenForm, ...], ...]:
        """What a voice says for the abbreviations of each passage of one text, in their order.

        Args:
            passages: All of them: what one explains holds in the others.
            own: The meanings that the header of an article gives.
        """
        ...

    def note_inputs(self, texts: Iterable[str], context: BodyContext) -> None:
        """Note that what is made of a text depends on what the register says of these texts."""
        ...

    def synonyms(self) -> tuple[Synonyms, ...]:
        """What the register takes for the same, in the order of the short forms."""
        ...


class NoAbbreviations:
    """The answers of a site on which no feature knows abbreviations."""

    def first_use_expanded(self, text: str, record: ArticleRecord) -> str:  # noqa: ARG002, D102  (the protocol's)
        return text

    def spoken_forms(  # noqa: D102  (the protocol's)
        self,
        passages: Sequence[SpokenPassage],
        own: Sequence[str] = (),  # noqa: ARG002  (the protocol's)
    ) -> tuple[tuple[SpokenForm, ...], ...]:
        return tuple(() for _ in passages)

    def note_inputs(self, texts: Iterable[str], context: BodyContext) -> None:  # noqa: D102  (the protocol's)
        pass

    def synonyms(self) -> tuple[Synonyms, ...]:  # noqa: D102  (the protocol's)
        return ()


def abbreviations_of(site: Site) -> Abbreviations:
    """The abbreviations of a site as its register has them now; ask once and keep the answer."""
    answers: list[Abbreviations] = ask(abbreviations_requested, site)
    return answers[0] if answers else NoAbbreviations()
