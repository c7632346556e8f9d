"""Finds abbreviations in running text: known spellings, and what looks like one.

A wrong explanation is worse than none: a spelling counts only as a whole token, never
in a sentence of capitals (where every word looks like an abbreviation), never in the
number of a document.
"""

import re
from bisect import bisect
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from plugins.core.syllables import is_syllable
from plugins.glossary.shapes import START, UPPER, is_roman, looks_abbreviated, may_be_roman
from plugins.glossary.terms import TOKEN, Lexicon, Place, Reading, Scope
from plugins.glossary.wordings import WORDINGS

LINE_BREAK = "\u2028"
# A sign before or after that makes a token part of something longer.
_GLUED_BEFORE = frozenset("&/@#:=?%_")
# Behind a whole token: the name of a mailbox, or the scheme of an address.
_ADDRESS_AFTER = re.compile(r"@\w|://")
_GLUED_AFTER = re.compile(r"[&/\-–.,]?\w|[@=]\w|://")
# Numbers of documents, of the State (95/2014/A-B, 12/A-Bc) and of the Party (25-A/B).
_CITATION = re.compile(
    r"\d+[a-z\u0111]?(?:\s*/\s*\d{4})?(?:\s*/\s*|-[^\W\d_]+\s*/\s*)[^\W\d_a-z][\w&]*(?:[-–/.][^\W\d_a-z][\w&]*)*"
)
# What each of them holds; a search for it is quick, for it begins with one sign.
_CITATION_SIGN = re.compile(r"/\s*[^\W\d_a-z]")
# It begins with a class of signs, because a search for those alone is quick.
_SENTENCE_END = re.compile(rf"[.!?…;:\n{LINE_BREAK}](?:(?<=[\n{LINE_BREAK}])|\s+)")
_CAPITALS = re.compile(f"[{UPPER}]{{2,}}")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_WORDS_BEFORE = re.compile(r"(?:([^\W\d_]+) )?([^\W\d_]+) \Z")
_NUMBER_BEFORE = re.compile(r"\d[ \u00a0]?\Z")
_REACH = 24
_JOINING = frozenset("&,/.-–")
# Signs at which a token that is no abbreviation as a whole falls into parts.
_SIGNS = ("/", ",", ".", "-", "–")
_OF_CAPITALS = (Scope.SIGNATURE, Scope.RECIPIENTS)


class Spot(Struct, frozen=True, kw_only=True):
    """A piece of text that is an abbreviation, or looks like one.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends, exclusive.
        form: The spelling as it stands there.
        reading: What the lexicon knows of it; None where it only looks like one.
    """

    start: int
    end: int
    form: str
    reading: Reading | None = None


def find_spots(
    text: str, lexicon: Lexicon, places: Sequence[Place] = (Scope.SITE,)
) -> tuple[Spot, ...]:
    """The abbreviations in a block of text, in order, none within another.

    Args:
        text: The words of one paragraph or the like, forced line breaks as `LINE_BREAK`.
        lexicon: The known spellings.
        places: Where the text stands, the narrowest place first.
    """
    tokens = _hot_tokens(text, lexicon.odd)
    if not tokens:
        return ()
    search = _Search(text, lexicon, places)
    found: list[Spot] = []
    end = 0
    for token in tokens:
        if token.start() >= end:
            found += search.spots(token.start(), token.end())
            end = found[-1].end if found else 0
    if _has_other_capitals(tokens, found):
        return tuple(_outside_capitals(text, found))
    return tuple(found)


def hot_tokens(text: str, odd: frozenset[str]) -> Iterator[str]:
    """The tokens of a text in which abbreviations are looked for."""
    return (token[0] for token in _hot_tokens(text, odd))


def pieces_of(token: str) -> Iterator[str]:
    """A token, and everything that is read alone where the token is no abbreviation."""
    yield token
    sign = next((sign for sign in _SIGNS if sign in token), "")
    for part in token.split(sign) if sign else ():
        yield from pieces_of(part)


# A text is asked for its spots, and for what it depends on.
@lru_cache(maxsize=256)
def _hot_tokens(text: str, odd: frozenset[str]) -> tuple[re.Match[str], ...]:
    tokens: list[re.Match[str]] = []
    for hit in _hits(text, odd):
        inside_last = tokens and hit < tokens[-1].end()
        if not inside_last and (token := TOKEN.match(text, _token_start(text, hit))):
            tokens.append(token)
    return tuple(tokens)


def _hits(text: str, odd: frozenset[str]) -> list[int]:
    """Where to look for abbreviations, in order."""
    hits = [hit.start() for hit in START.finditer(text)]
    # A sign is found much faster than a word, and half of the odd tokens have this one.
    has_slash = "/" in text
    present = [token for token in odd if (has_slash or "/" not in token) and token in text]
    for token in present:
        hits += [hit.start() for hit in _whole(token).finditer(text)]
    return sorted(hits) if present else hits


@cache
def _whole(token: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(token)}(?!\w)")


def _token_start(text: str, place: int) -> int:
    """Where the token begins that holds a place: signs count with a letter before them."""
    while True:
        while place and (text[place - 1].isalnum() or text[place - 1] == "_"):
            place -= 1
        if place < 2 or text[place - 1] not in _JOINING or not text[place - 2].isalnum():  # noqa: PLR2004  (a sign and a letter)
            return place
        place -= 1


class _Search:
    """One search through one text."""

    def __init__(self, text: str, lexicon: Lexicon, places: Sequence[Place]) -> None:
        self._text = text
        self._lexicon = lexicon
        self._places = places
        numbers = _CITATION.finditer(text) if _CITATION_SIGN.search(text) else ()
        self._citations = [number.span() for number in numbers]

    def spots(self, start: int, end: int) -> tuple[Spot, ...]:
        """The abbreviations of one token."""
        glued = start and self._text[start - 1] in _GLUED_BEFORE
        if glued or _ADDRESS_AFTER.match(self._text, end):
            return ()
        if self._is_cited(start) or "_" in self._text[start:end]:
            return ()
        return self._spots(start, end)

    def _is_cited(self, place: int) -> bool:
        if not self._citations:
            return False
        after = bisect(self._citations, (place, len(self._text)))
        return after > 0 and place < self._citations[after - 1][1]

    def _spots(self, start: int, end: int) -> tuple[Spot, ...]:
        """The token as a whole, known or not; else what its parts are."""
        spot = self._known(start, end) or self._unknown(start, end)
        return (spot,) if spot else tuple(self._spots_of_parts(start, end))

    def _spots_of_parts(self, start: int, end: int) -> Iterator[Spot]:
        form = self._text[start:end]
        sign = next((sign for sign in _SIGNS if sign in form), "")
        if not sign or _GLUED_AFTER.match(self._text, end) or not _may_fall_apart(form, sign):
            return
        for part in form.split(sign):
            if part:
                yield from self._spots(start, start + len(part))
            start += len(part) + 1

    def _known(self, start: int, end: int) -> Spot | None:
        for form in self._lexicon.starts.get(self._text[start:end], ()):
            stop = start + len(form)
            ends_well = stop == end or not _GLUED_AFTER.match(self._text, stop)
            if ends_well and self._text.startswith(form, start):
                reading = self._lexicon.reading(form, self._places)
                if reading and not self._is_other(start, stop, form):
                    return Spot(start=start, end=stop, form=form, reading=reading)
        return None

    def _unknown(self, start: int, end: int) -> Spot | None:
        form = self._text[start:end]
        if not looks_abbreviated(form) or self._is_other(start, end, form):
            return None
        return Spot(start=start, end=end, form=form)

    def _is_other(self, start: int, end: int, form: str) -> bool:
        """Whether it is a Roman number or a unit here, or a syllable of several in capitals."""
        if not _may_be_other(form):
            return False
        if form.upper() in WORDINGS.units and _NUMBER_BEFORE.search(self._text, 0, start):
            return True
        if is_syllable(form) and self._is_among_capitals(start, end):
            return True
        return may_be_roman(form) and (is_roman(form) or self._is_numbering(start))

    def _is_among_capitals(self, start: int, end: int) -> bool:
        before = _WORD_BEFORE.search(self._text, max(0, start - _REACH), start)
        after = _WORD_AFTER.match(self._text, end)
        neighbours = [match[1] for match in (before, after) if match]
        return any(len(word) > 1 and word.isupper() and is_syllable(word) for word in neighbours)

    def _is_numbering(self, start: int) -> bool:
        words = _WORDS_BEFORE.search(self._text[max(0, start - _REACH) : start].lower())
        if not words:
            return False
        return words[2] in WORDINGS.numbered or f"{words[1]} {words[2]}" in WORDINGS.numbered


@cache
def _may_be_other(form: str) -> bool:
    return is_syllable(form) or may_be_roman(form) or form.upper() in WORDINGS.units


def _may_fall_apart(form: str, sign: str) -> bool:
    """Whether the parts of a token may be read alone.

    At a hyphen only beside ordinary words: two abbreviations make a third that is unknown.
    """
    if sign not in "-–":
        return True
    others = [part for part in form.split(sign) if not looks_abbreviated(part)]
    return bool(others) and all(part.islower() or is_syllable(part) for part in others)


def _outside_capitals(text: str, spots: Sequence[Spot]) -> Iterator[Spot]:
    """The spots outside sentences of capitals; a document's blocks are made of capitals."""
    waiting = deque(spots)
    for start, end in _sentences(text):
        inside = []
        while waiting and waiting[0].start < end:
            inside.append(waiting.popleft())
        if inside and _is_in_capitals(text, start, end, inside):
            inside = [s for s in inside if s.reading and s.reading.term.scope in _OF_CAPITALS]
        yield from inside


def _has_other_capitals(tokens: Sequence[re.Match[str]], spots: Sequence[Spot]) -> bool:
    """Whether a word in capitals stands outside the spots; most texts have none.

    Two capitals side by side are always in a token at which the search stops.
    """
    begins = [spot.start for spot in spots]
    whole = {(spot.start, spot.end) for spot in spots}
    for token in tokens:
        if token.span() in whole:
            continue
        for word in _CAPITALS.finditer(token.string, *token.span()):
            before = bisect(begins, word.start())
            if not before or spots[before - 1].end < word.end():
                return True
    return False


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _is_in_capitals(text: str, start: int, end: int, spots: Sequence[Spot]) -> bool:
    """Whether a sentence has other words than abbreviations, and all of them in capitals."""
    others = False
    for stop, onward in zip(
        (*(spot.start for spot in spots), end), (*(spot.end for spot in spots), end), strict=True
    ):
        for word in _LETTERS.finditer(text, start, stop):
            if not word[0].isupper():
                return False
            others = True
        start = onward
    return others
