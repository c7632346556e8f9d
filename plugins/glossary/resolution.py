"""What each abbreviation of an article means, or why nobody can say.

The article's own header comes first, then what its text defines (wherever it does: the
definition may follow the first use), then the register, narrower places before wider ones.
Where several meanings are possible none is chosen; a misspelling is never explained.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

from msgspec import Struct

from plugins.core.text import slugify
from plugins.glossary.definitions import Definition, find_definitions
from plugins.glossary.explanations import is_explained, stands_before
from plugins.glossary.mentions import Spot, find_spots
from plugins.glossary.terms import Lexicon, Place, Reading, Scope, Term


class Why(StrEnum):
    """From where a meaning is known, or why it is not."""

    HEADER = "header"
    TEXT = "text"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    DOCUMENT = "document"
    SECTION = "section"
    SITE = "site"
    SLIP = "slip"
    AMBIGUOUS = "ambiguous"
    ELSEWHERE = "elsewhere"
    UNREGISTERED = "unregistered"


class Passage(Struct, frozen=True, kw_only=True):
    """A piece of text that a reader sees as one line of thought, such as a paragraph.

    Attributes:
        text: Its words, forced line breaks as `mentions.LINE_BREAK`.
        places: Where it stands, the narrowest place first.
    """

    text: str
    places: tuple[Place, ...] = (Scope.SITE,)


class Mention(Struct, frozen=True, kw_only=True):
    """An abbreviation in a passage.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends, exclusive.
        form: The spelling as it stands there.
        term: What it means here; None where it must stay unexplained.
        why: From where the meaning is known, or why it is not.
        readings: What the register knows of the form, here or elsewhere.
        is_explained: Whether the text says the long form right there.
    """

    start: int
    end: int
    form: str
    term: Term | None
    why: Why
    readings: tuple[Reading, ...] = ()
    is_explained: bool = False


class ResolvedText(Struct, frozen=True, kw_only=True):
    """The abbreviations of an article.

    Attributes:
        mentions: Those of each passage, in order, none within another.
        definitions: What the text of each passage defines.
    """

    mentions: tuple[tuple[Mention, ...], ...]
    definitions: tuple[tuple[Definition, ...], ...]


def resolve(
    passages: Sequence[Passage], lexicon: Lexicon, own: Iterable[Term] = ()
) -> ResolvedText:
    """The abbreviations of all passages of an article, with what they mean.

    Args:
        passages: All of them: a definition holds for the whole article.
        lexicon: The lexicon of the site.
        own: The meanings that the header of the article gives.
    """
    definitions = tuple(find_definitions(passage.text) for passage in passages)
    meanings = _Meanings(lexicon, {term.short: term for term in own}, definitions)
    spots = [
        tuple(find_spots(passage.text, meanings.lexicon, passage.places)) for passage in passages
    ]
    meanings.note_told(passages, spots)
    return ResolvedText(
        mentions=tuple(
            tuple(meanings.mention(passage, spot) for spot in found)
            for passage, found in zip(passages, spots, strict=True)
        ),
        definitions=definitions,
    )


_Meaning: TypeAlias = tuple[Term | None, Why, tuple[Reading, ...]]


class _Meanings:
    """The meanings that hold in one article."""

    def __init__(
        self,
        lexicon: Lexicon,
        own: Mapping[str, Term],
        definitions: Sequence[Sequence[Definition]],
    ) -> None:
        self._own = own
        self._defined: dict[str, list[Definition]] = {}
        for definition in chain.from_iterable(definitions):
            self._defined.setdefault(definition.short, []).append(definition)
        self._site = lexicon
        self._known: dict[tuple[str, tuple[Place, ...]], _Meaning] = {}
        known = [*own.values(), *(_term(pair[0]) for pair in self._defined.values())]
        self._told: dict[str, set[str]] = {}
        self.lexicon = lexicon.extended(known) if known else lexicon

    def note_told(self, passages: Sequence[Passage], spots: Sequence[Sequence[Spot]]) -> None:
        """Note which of several meanings stand in brackets beside their form."""
        for passage, found in zip(passages, spots, strict=True):
            for spot in found:
                reading = spot.reading
                if reading and reading.is_ambiguous:
                    self._told.setdefault(spot.form, set()).update(
                        long
                        for long in (reading.term.long, *reading.term.also)
                        if is_explained(passage.text, spot.start, spot.end, long)
                    )

    def mention(self, passage: Passage, spot: Spot) -> Mention:
        question = (spot.form, passage.places)
        if question not in self._known:
            readings = tuple(self._site.readings.get(spot.form, {}).values())
            self._known[question] = (*self._meaning(*question), readings)
        term, why, readings = self._known[question]
        if why is Why.AMBIGUOUS and (reading := _reading_by_name(passage, spot)):
            term, why = _registered(reading)
        return Mention(
            start=spot.start,
            end=spot.end,
            form=spot.form,
            term=term,
            why=why,
            readings=readings,
            is_explained=term is not None
            and is_explained(passage.text, spot.start, spot.end, term.long),
        )

    def _meaning(self, form: str, places: tuple[Place, ...]) -> tuple[Term | None, Why]:
        if form in self._own:
            return self._own[form], Why.HEADER
        reading = self._site.reading(form, places)
        if reading and reading.is_unexplained:
            return None, Why.SLIP
        if form in self._defined:
            return self._defined_meaning(self._defined[form], reading)
        if reading:
            return self._told_meaning(reading) if reading.is_ambiguous else _registered(reading)
        return None, Why.ELSEWHERE if form in self._site.readings else Why.UNREGISTERED

    def _told_meaning(self, reading: Reading) -> tuple[Term | None, Why]:
        """The one of several meanings that the text says itself, though its letters differ."""
        told = self._told.get(reading.form, set())
        if len(told) != 1:
            return None, Why.AMBIGUOUS
        (long,) = told
        return Term(short=reading.form, long=long), Why.TEXT

    def _defined_meaning(
        self, definitions: Sequence[Definition], reading: Reading | None
    ) -> tuple[Term | None, Why]:
        """What the text defines; the register's entry where both say the same."""
        clear = reading if reading and not reading.is_ambiguous else None
        if clear and any(definition.has_long_form(clear.term.long) for definition in definitions):
            return clear.term, Why.TEXT
        native = [definition for definition in definitions if not definition.is_foreign]
        if clear and not native:  # the original of a name, not another meaning
            return _registered(clear)
        meanings = {slugify(definition.long): definition for definition in native or definitions}
        if len(meanings) > 1:
            return None, Why.AMBIGUOUS
        return _term((native or definitions)[0]), Why.TEXT


def _reading_by_name(passage: Passage, spot: Spot) -> Reading | None:
    """The register's reading, where a name behind the form tells which meaning it has."""
    reading = spot.reading
    is_clear = reading and stands_before(passage.text, spot.end, reading.term.before)
    return reading if is_clear else None


def _registered(reading: Reading) -> tuple[Term, Why]:
    return reading.term, Why(reading.term.scope)


def _term(definition: Definition) -> Term:
    return Term(short=definition.short, long=" ".join(definition.long.split()))
