"""Which documents a text cites, on text alone."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from plugins.citations.words import NUMBER_WORD, STOP_WORDS, YEAR_TYPES, YEAR_WORD
from plugins.core.document_types import document_type, document_types
from plugins.core.text import slugify, squeeze

_MOST_NAME_WORDS = 10
# Behind a figure or a stroke a number would be the middle of something else.
_END = r"(?![\w/-])"
_NOT_BEFORE_NUMBER = "_/.,-"
_MOST_FIGURES = 5
_SYMBOL = r"[^\W\d_a-z][^\W_]*\d{0,2}(?:-[^\W\d_a-z][^\W_]*(?:&[^\W_]+)?)*"
_NUMBER = re.compile(
    rf"(?P<number>\d{{1,{_MOST_FIGURES}}}/\s?(?:(?P<year>(?:19|20)\d\d)/\s?)?"
    rf"(?P<symbol>{_SYMBOL})){_END}"
)
_MOST_BEFORE = 40


class Citation(Struct, frozen=True, kw_only=True):
    """One place of a text that cites a document.

    Attributes:
        key: By which all citations of the document are known: `95-2014-nd-cp`.
        name: What the document is called, its type first.
        start: Where the citation begins in the text.
        number: Where its number begins; where the citation ends for a law named by its year.
        end: Where it ends.
    """

    key: str
    name: str
    start: int
    number: int
    end: int


def find_citations(text: str) -> Iterator[Citation]:
    """Every citation of a text, in its order."""
    found = list(_by_number(text))
    if any(map(text.__contains__, YEAR_TYPES)):
        found += _by_year(text)
    return iter(sorted(found, key=_start) if found else ())


def key_of(number: str) -> str:
    """The key of a number, however its blanks and capitals are typed."""
    return slugify("".join(number.split()))


def key_of_law(kind: str, name: str, year: int | str) -> str:
    """The key of a law that is cited by its name and year."""
    return slugify(f"{kind} {name} {year}")


def _start(citation: Citation) -> int:
    return citation.start


def _by_number(text: str) -> Iterator[Citation]:
    for match in _numbers_in(text):
        if _goes_on(text, match.start(), _NOT_BEFORE_NUMBER):
            continue
        start = max(0, match.start() - _MOST_BEFORE)
        before = _words_before().search(text, start, match.start())
        kind = document_type(squeeze(before["kind"] or "")) if before else None
        of_symbol = _type_of(match["symbol"])
        if not before or not _is_sure(match, before, of_symbol):
            continue
        number = "".join(match["number"].split())
        name = kind.name if kind else of_symbol
        yield Citation(
            key=key_of(number),
            name=f"{name} {number}".strip(),
            start=before.start(),
            number=match.start(),
            end=match.end(),
        )


def _numbers_in(text: str) -> Iterator[re.Match[str]]:
    """What has the form of a number, looked for at strokes: one sign is found much faster."""
    stroke = text.find("/")
    while stroke >= 0:
        start = stroke
        while start and stroke - start < _MOST_FIGURES and text[start - 1].isdecimal():
            start -= 1
        match = _NUMBER.match(text, start) if start < stroke else None
        if match:
            yield match
        stroke = text.find("/", match.end() if match else stroke + 1)


def _by_year(text: str) -> Iterator[Citation]:
    for match in _laws().finditer(text):
        name = squeeze(match["name"])
        words = name.split()
        if _goes_on(text, match.start()) or not STOP_WORDS.isdisjoint(words):
            continue
        yield Citation(
            key=key_of_law(match["kind"], name, match["year"]),
            name=squeeze(f"{match['kind']} {name} {YEAR_WORD} {match['year']}"),
            start=match.start(),
            number=match.end(),
            end=match.end(),
        )


def _goes_on(text: str, place: int, signs: str = "") -> bool:
    """Whether a place of a text is the middle of a word, or of what has signs in it.

    Asked after a match, because a pattern that begins with such a question is slow.
    """
    before = text[place - 1 : place]
    return bool(before) and (before.isalnum() or before in signs)


@cache
def _words_before() -> re.Pattern[str]:
    """The type and the word for number, as far as they end where a number begins."""
    kinds = "|".join(sorted(map(_either_case, document_types()), key=len, reverse=True))
    return re.compile(rf"(?:(?<!\w)(?P<kind>{kinds})\s+)?(?P<number_word>{NUMBER_WORD}:?\s+)?\Z")


@cache
def _laws() -> re.Pattern[str]:
    kinds = "|".join(sorted(YEAR_TYPES, key=len, reverse=True))
    word = r"[^\W_][^\s.,;:()/“”\"]*"
    return re.compile(
        rf"(?P<kind>{kinds})(?P<name>(?:\s+{word}){{0,{_MOST_NAME_WORDS}}}?)"
        rf"\s+(?:{YEAR_WORD}\s+)?(?P<year>(?:19|20)\d\d)(?![\w/.-]*\d)"
    )


def _either_case(name: str) -> str:
    kind = document_types()[name].name
    return rf"[{kind[0]}{kind[0].lower()}]{re.escape(kind[1:])}"


def _type_of(symbol: str) -> str:
    code = symbol.partition("-")[0]
    return next((each.name for each in document_types().values() if each.code == code), "")


def _is_sure(match: re.Match[str], before: re.Match[str], of_symbol: str) -> bool:
    """Whether a number can be nothing but that of a document.

    A year before the symbol, or the code of a type at its beginning, says so; without them
    the word for number has to stand before it, and for a symbol of one part the type as well.
    """
    whole = "-" in match["symbol"] or match["symbol"][-1].isdigit()
    if match["year"] or of_symbol:
        return whole
    return bool(before["number_word"] and (before["kind"] or whole))
