"""Letters beside numbers, Roman numbers, words in capitals, letters of points, silent signs."""

import re
from unicodedata import normalize

from plugins.core.syllables import is_syllable
from plugins.read_aloud.contexts import stands_before, words_pattern
from plugins.read_aloud.numerals import cardinal, digit_by_digit, ordinal, roman
from plugins.read_aloud.readings import Doubt, Lookup, Rule, Said, rule
from plugins.read_aloud.spelling import UPPER, is_word_in_capitals, letter, name_said, spelt
from plugins.read_aloud.vocabulary import VOCABULARY

_NUMERALS = VOCABULARY.numerals
_STANDARD = words_pattern("standards")
_STANDARDS = rf"(?:{_STANDARD})(?:[/\s](?:{_STANDARD}))*"
_ROADS = "|".join(VOCABULARY.roads)
_CAPITALS_BEFORE = re.compile(rf"([{UPPER}]{{2,}})[\s,]+\Z")
_CAPITALS_BEHIND = re.compile(rf"[\s,]+([{UPPER}]{{2,}})(?!\w)")
_POINT = words_pattern("points")
_LINKED = rf"(?:\s?[-–,/]\s?|\s+(?:{words_pattern('joiners')})\s+)"
_ROMAN_RUN = re.compile(
    rf"(?<!\w)(?:{words_pattern('before_roman')})\s+(?:[IVXLCDM]+{_LINKED})*\Z", re.IGNORECASE
)
_LETTER_RUN = re.compile(
    rf"(?<!\w)(?:{words_pattern('before_letter')})\s+(?:(?:{_POINT}){_LINKED}+)*\Z", re.IGNORECASE
)


class _Standards:
    """Says the numbers of standards: their name, their number, their year."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def say(self, match: re.Match[str]) -> str:
        """A standard; one of several bodies has several names."""
        words = [self._name(name) for name in re.split(r"[/\s]", match["name"])]
        words += map(_part, re.findall(r"\d+|[A-Z]+|[.]", match["number"]))
        if match["year"]:
            words += [VOCABULARY.dates["year"], cardinal(int(match["year"]))]
        if match["issuer"]:
            words += [VOCABULARY.documents.of, self._issuer(match["issuer"])]
        return " ".join(words)

    def _name(self, name: str) -> str:
        return VOCABULARY.standards.get(name) or self._lookup(name) or spelt(name)

    def _issuer(self, code: str) -> str:
        return VOCABULARY.documents.issuers.get(code) or self._lookup(code) or spelt(code)


def _road(match: re.Match[str]) -> str:
    said = [VOCABULARY.roads[match["name"]], cardinal(int(match["number"]))]
    return " ".join([*said, *([letter(match["branch"])] if match["branch"] else [])])


def _code(match: re.Match[str]) -> str | None:
    """Letters and figures grown together: G7, F0, H5N1, 3G, B1.2."""
    form = normalize("NFKC", match[0])
    if form in VOCABULARY.whole:
        return VOCABULARY.whole[form]
    said = [_part(piece) for piece in re.findall(r"\d+|[^\W\d_]+|\.", form)]
    return " ".join(filter(None, said))


def _part(piece: str) -> str:
    if piece.isdecimal():
        return digit_by_digit(piece) if len(piece) > 5 else cardinal(int(piece))  # noqa: PLR2004  (a serial number)
    if piece == ".":
        return _NUMERALS.point
    return letter(piece) if len(piece) == 1 else name_said(piece)


def _roman(match: re.Match[str]) -> str | None:
    letters, before = match[0], match.string[: match.start()]
    value = roman(letters)
    counted = _ROMAN_RUN.search(before[-60:])
    alone = len(letters) > 1 and set(letters) <= set("IVX")
    begins = not before.rsplit("\n", maxsplit=1)[-1].strip(" *#")
    at_line = (
        set(letters) <= set("IVX") and begins and match.string[match.end() :][:1] in set("./)")
    )
    if not value or not (counted or alone or at_line):
        return None
    if stands_before(match.string, match.start(), "only_ordinal"):
        return ordinal(value)
    return cardinal(value)


def _letter_of_point(match: re.Match[str]) -> str | None:
    if not _LETTER_RUN.search(match.string[max(0, match.start() - 60) : match.start()]):
        return None
    return letter(match[0])


def _is_among_words(match: re.Match[str]) -> bool:
    """Whether a short syllable in capitals stands beside ordinary words in capitals."""
    before = _CAPITALS_BEFORE.search(match.string[: match.start()])
    after = _CAPITALS_BEHIND.match(match.string, match.end())
    neighbours = [each[1] for each in (before, after) if each]
    return is_syllable(match[0]) and any(map(is_word_in_capitals, neighbours))


class _Capitals:
    """Says words with two capitals side by side."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def say(self, match: re.Match[str]) -> Said | str:
        """A word of a heading, an abbreviation of the register, a name, or letters."""
        form = match[0]
        if known := self._lookup(form):
            return known
        if form.isupper() and (is_word_in_capitals(form) or _is_among_words(match)):
            return form.lower()
        return Said(name_said(form), None if form in VOCABULARY.foreign else Doubt.SPELT)


def capital_rules(lookup: Lookup) -> tuple[Rule, ...]:
    """The rules for capitals side by side, which come last."""
    return (rule(rf"(?<!\w)(?=\w*[{UPPER}]{{2}})[^\W\d_]+(?!\d)", _Capitals(lookup).say),)


def name_rules(lookup: Lookup) -> tuple[Rule, ...]:
    """The rules for standards and roads, which come before the register."""
    return (
        rule(
            rf"""(?<!\w)(?P<name>{_STANDARDS})\s?[-:]?\s?
            (?P<number>(?:[A-Z]+\s)?\d+(?:[-.]\d+)*)(?:\s?[:-]\s?(?P<year>(?:19|20)\d\d))?
            (?:/(?P<issuer>[{UPPER}]{{2,}}))?(?!\w)""",
            _Standards(lookup).say,
        ),
        rule(
            rf"(?<!\w)(?P<name>{_ROADS})[.\s-]?(?P<number>\d{{1,3}})(?P<branch>[A-Z]?)(?!\w)", _road
        ),
    )


def _end_of_document(match: re.Match[str]) -> str:
    return "" if match.string[: match.start()].endswith(".") else "."


_FOREIGN = "|".join(sorted(map(re.escape, VOCABULARY.foreign), key=len, reverse=True))
_CLAUSES = "|".join(map(re.escape, VOCABULARY.clauses))
_TITLES = "|".join(sorted(map(re.escape, VOCABULARY.titles), key=len, reverse=True))
_SHORTENED = "|".join(sorted(map(re.escape, VOCABULARY.shortened), key=len, reverse=True))
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")

FIRST = (
    # What ends a document says nothing: "./.", or a sign that was typed for it.
    rule(r"\s?\.\s?/\s?\.|/\./\.?|\s?/s/", _end_of_document),
    rule(r"\*{2,}|_{2,}|-{3,}|\.{4,}", lambda _: ""),
    rule(r"(?m)^\s*[+*\u2022-]\s+(?=\w)", lambda _: ""),
    rule(words_pattern("silent"), lambda _: ""),
    rule(rf"(?<!\w)(?:{_FOREIGN})(?!\w)", lambda match: VOCABULARY.foreign[match[0]]),
    rule(rf"(?<![\w.])(?:{_SHORTENED})(?!\w)", lambda match: VOCABULARY.shortened[match[0]]),
    rule(
        rf"(?<![\w.])(?:{_TITLES})(?=\s?[{UPPER}][^\W{UPPER}])",
        lambda match: f"{VOCABULARY.titles[match[0]]} ",
    ),
    rule(rf"(?<!\w)(?:{_CLAUSES})(?=\s?\d)", lambda match: f"{VOCABULARY.clauses[match[0]]} "),
)

ROMANS = (rule(r"(?<![\w&])(?:[IVXLCDM]+)(?![\w&])", _roman, is_number=True),)

RULES = (
    rule(
        rf"""(?<!\w)(?:[{UPPER}]\w*[-.]?\d\w*(?:\.\d+)*|\d+(?:[{UPPER}]+\d*)+|\d+(?:{_POINT})(?=[\s,;.)]|\Z))
        (?!\w)""",
        _code,
    ),
    rule(rf"(?<![\w'])(?:{_POINT})(?![\w')])", _letter_of_point),
    rule(rf"(?m)^(?P<mark>\s*)(?:{_POINT})(?=\))", lambda m: m["mark"] + letter(m[0].strip())),
)


def _raised(figures: str) -> str:
    return cardinal(int(figures.translate(_RAISED)))


LAST = (
    rule("[" + re.escape("".join(VOCABULARY.signs)) + "]", lambda m: f" {VOCABULARY.signs[m[0]]} "),
    rule(
        r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[⁰¹⁴⁵⁶⁷⁸⁹]+",
        lambda match: f" {VOCABULARY.powers['to']} {_raised(match[0])}",
    ),
    rule("[²³]", lambda match: f" {VOCABULARY.powers[match[0]]}"),
    rule("[₀₁₂₃₄₅₆₇₈₉]+", lambda match: f" {_raised(match[0])}"),
    rule(r"\s?/\s?", lambda _: ", "),
    rule(f"[{UPPER}]{{2,}}", lambda match: spelt(match[0])),
)
