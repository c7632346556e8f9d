"""An abbreviation, where it holds, and how a piece of text is read as one."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct, field

from plugins.core.abbreviations import section_place
from plugins.core.text import slugify
from plugins.glossary.shapes import may_start

# Words with the signs that abbreviations have inside: R&D, A-B, a/b, X.Y.
TOKEN = re.compile(r"\w+(?:[&,/.\-–]\w+)*")


class Scope(StrEnum):
    """Where an abbreviation has its meaning."""

    SITE = "site"
    SECTION = "section"
    DOCUMENT = "document"
    SIGNATURE = "signature"
    RECIPIENTS = "recipients"


Place: TypeAlias = str
"""Where a piece of text stands: a scope, or a section of the site by `section_place`."""


class Term(Struct, frozen=True, kw_only=True):
    """One entry of the register, or of an article's header.

    Attributes:
        spoken: How it is said; "" where it is said as the long form.
        sections: The names of the sections where it holds; only with `Scope.SECTION`.
        also: Other meanings of the short form. Where there are any, the register alone
            cannot say which one a text means, and nothing is explained.
        before: Words before which the short form surely has its first meaning all the same.
        variants: Other spellings with the same meaning: explained like the short form.
        slips: Misspellings: reported to the editor, and explained only if among the variants.
        source: Where the meaning comes from.
        anchor: Its id on the glossary page; "" for an article's own.
    """

    short: str
    long: str
    spoken: str = ""
    scope: Scope = Scope.SITE
    sections: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    source: str = ""
    anchor: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every spelling that the entry knows, slips included, each once."""
        return tuple(dict.fromkeys((self.short, *self.variants, *self.slips)))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the entry holds."""
        if self.scope is Scope.SECTION:
            return tuple(section_place(section) for section in self.sections)
        return (self.scope,)


class Reading(Struct, frozen=True, kw_only=True):
    """What a spelling means in one place, and whether it is a misspelling of that."""

    form: str
    term: Term

    @property
    def is_slip(self) -> bool:
        """Whether the spelling is a known misspelling."""
        return self.form in self.term.slips

    @property
    def is_unexplained(self) -> bool:
        """Whether the spelling is so wrong that the page must not explain it."""
        return self.is_slip and self.form not in self.term.variants

    @property
    def is_ambiguous(self) -> bool:
        """Whether the register knows several meanings."""
        return bool(self.term.also) and self.form == self.term.short


class Lexicon(Struct, frozen=True, kw_only=True):
    """All readings of all spellings.

    Attributes:
        readings: By spelling, then by place.
        starts: The spellings that begin with a token, longest first.
        odd: The first tokens of spellings that do not look like abbreviations.
    """

    readings: Mapping[str, Mapping[Place, Reading]] = field(default_factory=dict)
    starts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    odd: frozenset[str] = frozenset()

    def reading(self, form: str, places: Iterable[Place]) -> Reading | None:
        """What a spelling means in the first of these places that knows it."""
        known = self.readings.get(form, {})
        for place in places:
            if place in known:
                return known[place]
        return None

    def extended(self, terms: Iterable[Term]) -> "Lexicon":
        """This lexicon with more spellings; what a place knows already stays."""
        readings = _readings(terms)
        starts = dict(self.starts)
        for form in readings:
            start = first_token(form)
            known = {form, *starts.get(start, ())}
            starts[start] = tuple(sorted(known, key=lambda form: (-len(form), form)))
            readings[form] |= self.readings.get(form, {})
        odd = frozenset(start for start in map(first_token, readings) if not may_start(start))
        return Lexicon(readings={**self.readings, **readings}, starts=starts, odd=self.odd | odd)


def lexicon_of(terms: Iterable[Term]) -> Lexicon:
    """The lexicon of a register; where two entries share a spelling, the first has it."""
    return _lexicon_of(tuple(terms))


@lru_cache(maxsize=4)  # many features ask for that of the site
def _lexicon_of(terms: tuple[Term, ...]) -> Lexicon:
    return Lexicon().extended(terms)


def _readings(terms: Iterable[Term]) -> dict[str, dict[Place, Reading]]:
    readings: dict[str, dict[Place, Reading]] = {}
    for term in terms:
        for form in term.forms:
            for place in term.places:
                known = readings.setdefault(form, {})
                known.setdefault(place, Reading(form=form, term=term))
    return readings


def first_token(form: str) -> str:
    """The token with which a spelling begins; "" where none could ever be found in a text."""
    match = TOKEN.match(form)
    return match.group() if match else ""


class Addresses:
    """Address parts for abbreviations, unique on one page and in the order of first use."""

    def __init__(self, given: Mapping[tuple[str, str], str] | None = None) -> None:
        """Begin a page with those that it has already, by short and long form."""
        self._given = dict(given or {})

    def give(self, short: str, long: str) -> str:
        """The part for an abbreviation that comes up for the first time; "" afterwards."""
        if (short, long) in self._given:
            return ""
        # Several spellings share an address part, as those with D and its stroked sister do.
        stem, taken, number = slugify(short) or "tu", set(self._given.values()), 1
        while (address := stem if number == 1 else f"{stem}-{number}") in taken:
            number += 1
        self._given[short, long] = address
        return address
