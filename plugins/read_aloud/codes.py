"""Letters beside numbers, Roman numbers, words in capitals, letters of points, silent signs."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize, numeric

from plugins.core.syllables import is_syllable
from plugins.read_aloud.contexts import right_before, stands_before, words_pattern
from plugins.read_aloud.numerals import cardinal, digit_by_digit, ordinal, roman
from plugins.read_aloud.places import CAPITALS, NUMBERS, SLASHES, matches, shaped, words
from plugins.read_aloud.readings import Doubt, Lookup, Rule, Said, not_said_before, rule
from plugins.read_aloud.spelling import LOWER, UPPER, is_word_in_capitals, letter, name_said, spelt
from plugins.read_aloud.vocabulary import VOCABULARY

_NUMERALS = VOCABULARY.numerals
_STANDARD = words_pattern("standards")
_STANDARDS = rf"(?:{_STANDARD})(?:[/\s](?:{_STANDARD}))*"
_ROADS = "|".join(VOCABULARY.roads)
_ALL_CAPITALS, _ROMAN_PLACES = shaped(rf"\A[{UPPER}]+\Z"), shaped(r"\A[IVXLCDM]+\Z")
_BRANCH_PLACES, _LOWERED = shaped(r"\A[IVX]+[A-D]\Z"), words("₀₁₂₃₄₅₆₇₈₉")
_JOINED_CAPITALS = matches(rf"[&,-](?<=[{UPPER}].)[{UPPER}]", words("&,-"))
_STANDARD_PLACES, _ROAD_PLACES = shaped(_STANDARD), words(VOCABULARY.roads)
_CAPITALS_BEFORE = re.compile(rf"([{UPPER}]{{2,}})[\s,]+\Z")
_CAPITALS_BEHIND = re.compile(rf"[\s,]+([{UPPER}]{{2,}})(?!\w)")
_POINT = words_pattern("points")
_CODED = re.compile(r"0\d")
_BEGUN_LINE = re.compile(r"[ *#]*\Z")
_LINKED = rf"(?:\s?[-–,/]\s?|\s+(?:{words_pattern('joiners')})\s+)"
_ROMAN_RUN = re.compile(
    rf"(?<!\w)(?:{words_pattern('before_roman')})\s+(?:[IVXLCDM]+{_LINKED})*\Z", re.IGNORECASE
)
# What stands behind the number of a heading.
_MARK = re.compile(r"[./)](?:\s|\Z)|\Z")
_LETTER_RUN = re.compile(
    rf"(?<!\w)(?:{words_pattern('before_letter')})\s+(?:(?:{_POINT}){_LINKED}+)*\Z", re.IGNORECASE
)


class _Standards:
    """Says the numbers of standards: their name, their number, their year."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def say(self, match: re.Match[str]) -> str:
        """A standard; one of several bodies has several names."""
        first, *others = [self._name(name) for name in re.split(r"[/\s]", match["name"])]
        words = [not_said_before(match.string, match.start(), first), *others]
        words += map(_part, re.findall(r"\d+|[A-Z]+|[.]", match["number"]))
        if match["year"]:
            words += [VOCABULARY.dates["year"], cardinal(int(match["year"]))]
        if match["issuer"]:
            words += [VOCABULARY.documents.of, self._issuer(match["issuer"])]
        return " ".join(filter(None, words))

    def _name(self, name: str) -> str:
        return VOCABULARY.standards.get(name) or self._lookup(name) or spelt(name)

    def _issuer(self, code: str) -> str:
        return VOCABULARY.documents.issuers.get(code) or self._lookup(code) or spelt(code)


def _road(match: re.Match[str]) -> str:
    name = not_said_before(match.string, match.start(), VOCABULARY.roads[match["name"]])
    branch = letter(match["branch"]) if match["branch"] else ""
    return " ".join(filter(None, [name, cardinal(int(match["number"])), branch]))


def _code(match: re.Match[str]) -> str | None:
    """Letters and figures grown together: G7, F0, H5N1, 3G, B1.2."""
    form = normalize("NFKC", match[0])
    if form in VOCABULARY.whole:
        return VOCABULARY.whole[form]
    said = [_part_of_code(piece) for piece in re.findall(r"\d+|[^\W\d_]+|\.", form)]
    return " ".join(filter(None, said))


def _part_of_code(piece: str) -> str:
    """A part behind or before letters, where a leading nought is said: D01."""
    return digit_by_digit(piece) if _CODED.match(piece) else _part(piece)


def _part(piece: str) -> str:
    if piece.isdecimal():
        return digit_by_digit(piece) if len(piece) > 5 else cardinal(int(piece))  # noqa: PLR2004  (a serial number)
    if piece == ".":
        return _NUMERALS.point
    return letter(piece) if len(piece) == 1 else name_said(piece)


def _plate(match: re.Match[str]) -> str:
    """The number of a vehicle: its place, its letters, its figures one by one."""
    letters = " ".join(map(_part, re.findall(r"\d|[^\W\d]", match["letters"])))
    return f"{cardinal(int(match['place']))} {letters} {digit_by_digit(match['number'])}"


def _roman(match: re.Match[str]) -> str | None:
    letters, text = match[0], match.string
    value = roman(letters)
    counted = right_before(_ROMAN_RUN, text, match.start())
    alone = len(letters) > 1 and set(letters) <= set("IVX")
    begins = _BEGUN_LINE.match(text, text.rfind("\n", 0, match.start()) + 1, match.start())
    at_line = set(letters) <= set("IVX") and begins and _MARK.match(text, match.end())
    if not value or not (counted or alone or at_line):
        return None
    if stands_before(match.string, match.start(), "only_ordinal"):
        return ordinal(value)
    return cardinal(value)


def _roman_branch(match: re.Match[str]) -> str | None:
    """A Roman number with a letter, behind a word that numbers: IIA."""
    value = roman(match["part"])
    if not value or not right_before(_ROMAN_RUN, match.string, match.start()):
        return None
    return f"{cardinal(value)} {letter(match['branch'])}"


def _letter_of_point(match: re.Match[str]) -> str | None:
    if not right_before(_LETTER_RUN, match.string, match.start()):
        return None
    return letter(match[0])


def _is_among_words(match: re.Match[str]) -> bool:
    """Whether a word in capitals stands beside ordinary words in capitals."""
    before = right_before(_CAPITALS_BEFORE, match.string, match.start())
    after = _CAPITALS_BEHIND.match(match.string, match.end())
    return any(is_word_in_capitals(each[1]) for each in (before, after) if each)


def _numbered_heading(match: re.Match[str]) -> str | None:
    """A heading by the number of its part and its own: II.1."""
    if not (part := roman(match["part"])):
        return None
    own = map(int, match["own"].strip(".").split("."))
    return f" {_NUMERALS.point} ".join(map(cardinal, (part, *own)))


class _Capitals:
    """Says words with two capitals side by side."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def say_joined(self, match: re.Match[str]) -> str | None:
        """An abbreviation of the register with a sign in it, which a heading hides from it."""
        return self._lookup(match[0]) or None

    def say(self, match: re.Match[str]) -> Said | str:
        """A word of a heading, an abbreviation of the register, a name, or letters."""
        form = match[0]
        if known := self._lookup(form):
            return known
        among_words = _is_among_words(match)
        if form in VOCABULARY.alone and not among_words:
            return VOCABULARY.alone[form]
        if form.isupper() and (is_word_in_capitals(form) or (is_syllable(form) and among_words)):
            return form.lower()
        return Said(name_said(form), None if form in VOCABULARY.foreign else Doubt.SPELT)


def capital_rules(lookup: Lookup) -> tuple[Rule, ...]:
    """The rules for capitals side by side, which come last."""
    capitals = _Capitals(lookup)
    return (
        rule(
            rf"(?<!\w)[{UPPER}]+(?:[&,-][{UPPER}]+)+(?!\w)",
            capitals.say_joined,
            begins=_ALL_CAPITALS,
            needs=_JOINED_CAPITALS,
        ),
        rule(rf"(?<!\w)(?=\w*[{UPPER}]{{2}})[^\W\d_]+(?!\d)", capitals.say, begins=CAPITALS),
    )


def name_rules(lookup: Lookup) -> tuple[Rule, ...]:
    """The rules for standards and roads, which come before the register."""
    return (
        rule(
            rf"""(?<!\w)(?P<name>{_STANDARDS})\s?[-:]?\s?
            (?P<number>(?:[A-Z]+\s)?\d+(?:[-.]\d+)*)(?:\s?[:-]\s?(?P<year>(?:19|20)\d\d))?
            (?:/(?P<issuer>[{UPPER}]{{2,}}))?(?!\w)""",
            _Standards(lookup).say,
            needs=_STANDARD_PLACES,
        ),
        rule(
            rf"(?<!\w)(?P<name>{_ROADS})[.\s-]?(?P<number>\d{{1,3}})(?P<branch>[A-Z]?)(?!\w)",
            _road,
            begins=_ROAD_PLACES,
            needs=NUMBERS,
        ),
    )


def _titles_of_person(match: re.Match[str]) -> str:
    titles = _PERSON.findall(match[0])
    return ", ".join(VOCABULARY.people[title] for title in titles) + " "


def _place_in_row(match: re.Match[str]) -> str | None:
    before = right_before(_ROW_BEFORE, match.string, match.start())
    is_in_row = before or _ROW_BEHIND.match(match.string, match.end())
    if is_in_row or stands_before(match.string, match.start(), "before_town"):
        return VOCABULARY.titles[f"{match[0]}."]
    return None


def _letter_of_place(match: re.Match[str]) -> str | None:
    before = right_before(_PLACE_BEFORE, match.string, match.start())
    if before or _PLACE_BEHIND.match(match.string, match.end()):
        return f"{VOCABULARY.places[match[0]]} "
    return None


def _end_of_document(match: re.Match[str]) -> str:
    return "" if match.string.endswith(".", 0, match.start()) else "."


_FOREIGN = "|".join(sorted(map(re.escape, VOCABULARY.foreign), key=len, reverse=True))
_CLAUSES = "|".join(map(re.escape, VOCABULARY.clauses))
_PARTS_OF_TOWN = "|".join(map(re.escape, VOCABULARY.parts_of_town))
_TITLES = "|".join(sorted(map(re.escape, VOCABULARY.titles), key=len, reverse=True))
_PEOPLE = "|".join(sorted(map(re.escape, VOCABULARY.people), key=len, reverse=True))
_PERSON = re.compile(rf"(?<!\w)(?:{_PEOPLE})(?!\w)")
_NAME = rf"[{UPPER}][^\W{UPPER}]"
_PLACES = "|".join(map(re.escape, VOCABULARY.places))
_PLACE_WORDS = words_pattern("places")
_PLACE = rf"(?i:{_PLACE_WORDS})\.?\s?{_NAME}[\w\s]{{1,30}}"
_PLACE_BEFORE = re.compile(rf"(?<!\w){_PLACE},\s\Z")
_PLACE_BEHIND = re.compile(rf"\s?{_NAME}[\w\s]{{1,30}},\s{_PLACE}")
_IN_ROW = rf"(?:,\s|\s?/\s?|\s(?:{words_pattern('joiners')})\s)"
_ROW_BEFORE = re.compile(rf"(?<!\w)(?i:{_PLACE_WORDS}){_IN_ROW}\Z")
_ROW_BEHIND = re.compile(rf"{_IN_ROW}(?i:{_PLACE_WORDS})(?!\w)")
_SHORTENED = "|".join(sorted(map(re.escape, VOCABULARY.shortened), key=len, reverse=True))
# Numbers as one sign: in rings, in brackets, with points, and Roman ones.
_ONE_SIGN = "".join(
    chr(code) for code in (*range(0x2160, 0x2180), *range(0x2460, 0x2794)) if chr(code).isnumeric()
)
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")

FIRST = (
    # What ends a document says nothing: "./.", or a sign that was typed for it.
    rule(r"\s?\.\s?/\s?\.|/\./\.?|\s?/s/", _end_of_document, needs=matches(r"/\s?\.|/s/", SLASHES)),
    rule(r"\*{2,}|_{2,}|-{3,}|\.{4,}", lambda _: "", begins=words(["*", "__", "-", "."])),
    rule(
        r"(?m)^\s*[+*\u2022-]\s+(?=\w)",
        lambda _: "",
        needs=matches(r"[+*\u2022-]\s+\w", words("+*\u2022-")),
    ),
    rule(words_pattern("silent"), lambda _: "", begins=words(VOCABULARY.contexts["silent"])),
    rule(
        rf"""(?<![\w.,/-])(?P<place>\d\d)-?(?P<letters>[{UPPER}][{UPPER}\d]?)
        (?:\s?[-–]?\s?(?=\d{{3}}\.)|[-–])(?P<number>\d{{3}}\.\d\d|\d{{4,5}})(?!\w|[.,]\d)""",
        _plate,
        begins=matches(rf"\d+-?[{UPPER}]", NUMBERS),
    ),
    rule(
        rf"(?<!\w)(?:{_FOREIGN})(?!\w)",
        lambda match: VOCABULARY.foreign[match[0]],
        begins=words(VOCABULARY.foreign),
    ),
    rule(
        rf"(?<![\w.])(?:{_SHORTENED})(?!\w)",
        lambda match: VOCABULARY.shortened[match[0]],
        begins=words(VOCABULARY.shortened),
    ),
    rule(
        rf"(?<![\w.])(?:{_TITLES})(?=\s?{_NAME})",
        lambda match: f"{VOCABULARY.titles[match[0]]} ",
        begins=words(VOCABULARY.titles),
    ),
    rule(r"(?<!\w)(?:TP|TX)(?![\w.])", _place_in_row, begins=words(["TP", "TX"])),
    rule(
        rf"(?<![\w.])(?:{_PLACES})(?=\s?{_NAME})", _letter_of_place, begins=words(VOCABULARY.places)
    ),
    rule(  # several in a row; one with a point, before a name or a word; one before a surname
        rf"""(?<![\w.])(?:(?:{_PEOPLE})(?:(?:\.\s?|,\s|\.,\s|\s?-\s?)(?:{_PEOPLE}))+(?:\.(?=\s?\w)|(?!\w))
        |(?:{_PEOPLE})(?:\.(?=\s?{_NAME}|\s[{LOWER}])|(?=\s(?:{words_pattern("surnames")})\s{_NAME})))""",
        _titles_of_person,
        begins=words(VOCABULARY.people),
    ),
    rule(
        rf"(?<!\w)(?:{_CLAUSES})(?=\s?\d)(?!(?<=km)[23](?!\w))",
        lambda match: f"{VOCABULARY.clauses[match[0]]} ",
        begins=words(VOCABULARY.clauses),
        needs=NUMBERS,
    ),
    rule(
        rf"(?<!\w)(?:{_PARTS_OF_TOWN})(?=\s?\d\d?(?!\d))",
        lambda match: f"{VOCABULARY.parts_of_town[match[0]]} ",
        begins=words(VOCABULARY.parts_of_town),
        needs=NUMBERS,
    ),
)

ROMANS = (
    rule(
        r"(?<![\w.&-])(?P<part>[IVX]+)(?P<branch>[A-D])(?![\w&-])",
        _roman_branch,
        begins=_BRANCH_PLACES,
    ),
    rule(
        r"(?<![\w.&])(?P<part>[IVX]+)(?P<own>(?:\.\d{1,2})+)(?!\w)",
        _numbered_heading,
        begins=_ROMAN_PLACES,
        needs=NUMBERS,
    ),
    rule(r"(?<![\w&])(?:[IVXLCDM]+)(?![\w&])", _roman, is_number=True, begins=_ROMAN_PLACES),
)


def _any_case(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from (name, name.capitalize(), name.upper())


# A figure beside a letter.
_GROWN_TOGETHER = matches(r"\d+[^\W\d_]|\d(?:(?<=[^\W\d].)|(?<=[^\W\d][.-].))", NUMBERS)

RULES = (
    rule(
        rf"""(?<!\w)(?<!\d[.,])(?:[{UPPER}]\w*[-.]?\d\w*(?:\.\d+)*|\d+(?:[{UPPER}]+\d*)+|\d+(?:{_POINT})(?=[\s,;.)]|\Z))
        (?!\w)""",
        _code,
        needs=_GROWN_TOGETHER,
    ),
    rule(rf"(?<!\w)[{UPPER}]\w*[₀₁₂₃₄₅₆₇₈₉]\w*", _code, needs=_LOWERED),  # H₂O
    rule(
        rf"(?:{_POINT})(?<![\w'].)(?![\w')])",
        _letter_of_point,
        needs=matches(
            rf"\w+\s+(?:{_POINT})(?!\w)", words(_any_case(VOCABULARY.contexts["before_letter"]))
        ),
    ),
    rule(
        rf"(?m)^(?P<mark>\s*)(?:{_POINT})(?=[)/]|\.\s)",
        lambda match: match["mark"] + letter(match[0].strip()),
        needs=words(")/."),
    ),
)


def _sign(match: re.Match[str]) -> str:
    words = not_said_before(match.string, match.start(), VOCABULARY.signs[match[0]])
    return f" {words} "


def _raised(figures: str) -> str:
    return cardinal(int(figures.translate(_PLAIN)))


_RAISED = words("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")

LAST = (
    rule("[" + re.escape("".join(VOCABULARY.signs)) + "]", _sign, begins=words(VOCABULARY.signs)),
    rule(
        r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[⁰¹⁴⁵⁶⁷⁸⁹]+",
        lambda match: f" {VOCABULARY.powers['to']} {_raised(match[0])}",
        begins=_RAISED,
    ),
    rule("[²³]", lambda match: f" {VOCABULARY.powers[match[0]]}", begins=_RAISED),
    rule("[₀₁₂₃₄₅₆₇₈₉]+", lambda match: f" {_raised(match[0])}", begins=_RAISED),
    rule(
        f"[{_ONE_SIGN}]",
        lambda match: f" {cardinal(int(numeric(match[0])))} ",
        begins=words(_ONE_SIGN),
    ),
    rule(r"\s?/\s?", lambda _: ", ", needs=SLASHES),
    rule(f"[{UPPER}]{{2,}}", lambda match: spelt(match[0]), needs=CAPITALS),
)
