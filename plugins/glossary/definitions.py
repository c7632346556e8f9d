"""Finds where a text explains its abbreviations itself.

`long form (A&B)`, `A&B (long form)`, and both with words such as "called in short" or
"hereafter abbreviated as", in brackets or without. Only where the letters of the short
form stand for the words is it a definition: brackets hold much else, and a wrong
explanation is worse than none. The long form begins and ends exactly where the letters do.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from msgspec import Struct

from plugins.core.syllables import has_marked_vowel, is_syllable
from plugins.core.text import fold_diacritics, slugify
from plugins.glossary.letters import count_units, may_begin, reach_of
from plugins.glossary.terms import TOKEN
from plugins.glossary.wordings import WORDINGS

_WORD = re.compile(r"\w+(?:&\w+)*")
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n\u2028]{1,300})[)\]]")
_TELLING = re.compile("|".join(WORDINGS.tellings), re.IGNORECASE)
# Each of them ends with one of these words; most texts have none.
_TELLING_ENDS = frozenset(
    write(telling.split()[-1])
    for telling in WORDINGS.tellings
    for write in (str.lower, str.capitalize, str.upper)
)
# What may stand between the words of a long form; a comma only in long ones.
_JOINT = re.compile(r"[ \u00a0\t]*\n?[ \u00a0\t]*[,/\-–]?[ \u00a0\t]*\n?[ \u00a0\t]*")
_QUOTES = "\"'“”‘’«»"
_SPACE = " \t\u00a0\n"
_LOOSE = f"{_SPACE}{_QUOTES},;:-–"
_LONG_ENDS = re.compile(r"[ \t\u00a0]*(?:\Z|[\n\u2028)\].,;:!?…–\"”’»]|-\s)")
_SHORT_ENDS = re.compile(rf"[{_SPACE}{_QUOTES}]*(?:[)\],;.:–-]|\Z)")
_VOWELS = re.compile("[aeiou]")
_LEAST_WEIGHT = 2
_LEAST_UNITS_WITH_COMMA = 3
# How many more words a long form may have than letters.
_SPARE_WORDS = 8
_MOST_WORDS = 20
_FEW_WORDS = 5
# The room for one word, as a rule and at the most; more would be read in vain.
_WORD_LENGTHS = (7, 12)
_WORD_REACH = 240


class Definition(Struct, frozen=True, kw_only=True):
    """A pair of a short and a long form that a text gives, with their places."""

    short: str
    long: str
    start: int
    end: int
    long_start: int
    long_end: int

    @property
    def is_foreign(self) -> bool:
        """Whether the long form has no Vietnamese mark, as a name in English has none."""
        return not has_marked_vowel(self.long)

    def has_long_form(self, long: str) -> bool:
        """Whether it says the same as a long form, but for case, marks and signs."""
        return slugify(self.long) == slugify(long)


class _Span(Struct, frozen=True, kw_only=True):
    text: str
    start: int
    end: int


def find_definitions(text: str) -> tuple[Definition, ...]:
    """The definitions in a block of text, in the order of their short forms."""
    has_brackets = "(" in text or "[" in text
    may_tell = any(map(text.__contains__, _TELLING_ENDS))
    if not has_brackets and not may_tell:
        return ()
    found = chain(_in_brackets(text), _told(text) if may_tell else ())
    unique = {(each.start, each.long_start): each for each in found if _is_worth_it(each)}
    return tuple(unique[place] for place in sorted(unique))


def _is_worth_it(definition: Definition) -> bool:
    """Whether it says more than the short form, and in small letters more than one word."""
    short, long = definition.short, definition.long
    if short.lower() == long.lower():
        return False
    return not short.islower() or len(_WORD.findall(long)) > 1


def _in_brackets(text: str) -> Iterator[Definition]:
    for bracket in _BRACKETS.finditer(text):
        shorts = [s for s in _shorts(text, bracket.start(1), bracket.end(1)) if _ends(text, s)]
        found = [d for short in shorts if (d := _long_before(text, short, bracket.start()))]
        yield from found
        if not found and (short := _short_ending(text, bracket.start())):
            yield from _long_after(text, short, bracket.start(1))


def _told(text: str) -> Iterator[Definition]:
    """Definitions without brackets: the words tell that a short form or a long one follows."""
    for telling in _TELLING.finditer(text):
        place = _after_introduction(text, telling.end())
        token = TOKEN.match(text, place)
        short = _short(text, *token.span()) if token else None
        if short and _ends(text, short) and (found := _long_before(text, short, -1)):
            yield found
        before = _before_introduction(text, telling.start())
        if short := _short_ending(text, before):
            yield from _long_after(text, short, telling.end())


def _ends(text: str, short: _Span) -> bool:
    return bool(_SHORT_ENDS.match(text, short.end))


def _shorts(text: str, start: int, end: int) -> Iterator[_Span]:
    for token in TOKEN.finditer(text, start, end):
        if short := _short(text, *token.span()):
            yield short


def _short(text: str, start: int, end: int) -> _Span | None:
    """A token that could be a short form: two capitals or digits, and no more small letters."""
    form = text[start:end]
    if form.islower():
        return _Span(text=form, start=start, end=end) if _is_short_in_small(form) else None
    capitals = sum(map(str.isupper, form))
    weight = capitals + sum(map(str.isdigit, form))
    if weight < _LEAST_WEIGHT or not capitals or 2 * weight < len(form):
        return None
    return _Span(text=form, start=start, end=end)


@cache
def _is_short_in_small(form: str) -> bool:
    """Whether a word in small letters may be a short form: no syllable, and mostly consonants."""
    letters = [sign for sign in form if sign.isalpha()]
    vowels = _VOWELS.findall(fold_diacritics(form))
    return (
        len(letters) >= _LEAST_WEIGHT
        and 2 * len(vowels) <= len(letters)
        and not (is_syllable(form))
    )


def _short_ending(text: str, place: int) -> _Span | None:
    """The short form that stands right before a place."""
    while place and text[place - 1] in _SPACE + _QUOTES:
        place -= 1
    start = place
    while start and (text[start - 1].isalnum() or text[start - 1] in "&,/.-–"):
        start -= 1
    token = TOKEN.match(text, start)
    return _short(text, start, place) if token and token.end() == place else None


def _long_before(text: str, short: _Span, bracket: int) -> Definition | None:
    """The long form before a short one: in its bracket, or before that.

    Between them stand words of introduction, or the very words before the long form.
    """
    end = _before_introduction(text, short.start)
    if end <= bracket + 1:
        return _long_ending(text, short, bracket)
    if bracket < 0:
        return _long_ending(text, short, end)
    inside = _long_ending(text, short, end, bracket + 1)
    return inside or _behind_its_own_words(text, short, bracket)


def _behind_its_own_words(text: str, short: _Span, bracket: int) -> Definition | None:
    """`Ministry of A and B (in short the Ministry of A&B)`; or a name in another language."""
    found = _long_ending(text, short, bracket)
    if not found:
        return None
    between = [word[0].lower() for word in _WORD.finditer(text, bracket, short.start)]
    own = [word for word in between if word not in WORDINGS.introductions]
    before = [word[0].lower() for word in _words_before(text, found.long_start)]
    if own and own == before[-len(own) :]:
        return found
    return found if all(word.isascii() for word in own) and not found.is_foreign else None


def _long_ending(text: str, short: _Span, end: int, limit: int = 0) -> Definition | None:
    units = count_units(short.text)
    words = _words_before(text, end, limit, most=units + _SPARE_WORDS, commas=_commas(units))
    lowered = [word[0].lower() for word in words]
    for first in range(len(words) - 1, -1, -1):
        begins = may_begin(short.text, lowered[first])
        if begins and reach_of(short.text, lowered[first:], whole=True):
            return _definition(text, short, words[first].start(), words[-1].end())
    return None


def _long_after(text: str, short: _Span, place: int) -> Iterator[Definition]:
    """The long form that begins at a place, if all of it stands for the letters.

    Words of introduction may stand before it, or those that stand before the short form.
    """
    said = [word[0].lower() for word in _words_before(text, short.start)]
    for start in _starts_after(text, place, said):
        words = _words_after(text, start, commas=_commas(count_units(short.text)))
        reach = reach_of(short.text, [word[0].lower() for word in words])
        if reach and _LONG_ENDS.match(text, words[reach - 1].end()):
            yield _definition(text, short, words[0].start(), words[reach - 1].end())
            return


def _starts_after(text: str, place: int, said: list[str]) -> Iterator[int]:
    """Where a long form may begin: at a place, and behind each word that may precede it."""
    before: list[str] = []
    while True:
        while place < len(text) and text[place] in _LOOSE:
            place += 1
        introduced = all(word in WORDINGS.introductions for word in before)
        if introduced or before == said[-len(before) :]:
            yield place
        word = _WORD.match(text, place)
        if not word or len(before) == _MOST_WORDS:
            return
        before.append(word[0].lower())
        place = word.end()


def _definition(text: str, short: _Span, start: int, end: int) -> Definition:
    return Definition(
        short=short.text,
        long=text[start:end],
        start=short.start,
        end=short.end,
        long_start=start,
        long_end=end,
    )


def _commas(units: int) -> bool:
    return units >= _LEAST_UNITS_WITH_COMMA


def _words_before(
    text: str, end: int, limit: int = 0, *, most: int = _FEW_WORDS, commas: bool = True
) -> list[re.Match[str]]:
    """The words that run up to a place without a break, in order."""
    while end > limit and text[end - 1] in _LOOSE:
        end -= 1
    near = _last_words(text, limit, end, most)
    follows = end
    for place, word in reversed(list(enumerate(near))):
        between = text[word.end() : follows]
        if between != " " and not _joins(between, commas=commas):
            return near[place + 1 :]
        follows = word.start()
    return near


def _last_words(text: str, limit: int, end: int, most: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    for length in _WORD_LENGTHS:
        words = list(_WORD.finditer(text, max(limit, end - most * length), end))
        if len(words) > most:  # so the first of them, which may be cut, is not needed
            break
    return words[-most:]


def _words_after(text: str, start: int, *, commas: bool) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start, start + _WORD_REACH):
        behind = words[-1].end() if words else start
        if len(words) == _MOST_WORDS or not _joins(text[behind : word.start()], commas=commas):
            break
        words.append(word)
    return words


@cache
def _joins(between: str, *, commas: bool) -> bool:
    return bool(_JOINT.fullmatch(between)) and (commas or "," not in between)


def _before_introduction(text: str, place: int) -> int:
    """Where the words of introduction before a place begin."""
    while True:
        while place and text[place - 1] in _LOOSE:
            place -= 1
        start = place
        while start and text[start - 1].isalnum():
            start -= 1
        if start == place or text[start:place].lower() not in WORDINGS.introductions:
            return place
        place = start


def _after_introduction(text: str, place: int) -> int:
    """Where the words of introduction after a place end."""
    while True:
        while place < len(text) and text[place] in _LOOSE:
            place += 1
        word = _WORD.match(text, place)
        if not word or word[0].lower() not in WORDINGS.introductions:
            return place
        place = word.end()
