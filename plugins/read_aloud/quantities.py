"""Amounts with what measures them, ranges, scores, proportions, telephone numbers."""

import re

from plugins.read_aloud.contexts import (
    ROW_REACH,
    right_before,
    stands_before,
    stands_behind,
    words_pattern,
)
from plugins.read_aloud.numerals import amount, cardinal, digit_by_digit, fraction_digits, ordinal
from plugins.read_aloud.places import (
    COLONS,
    HYPHENS,
    JOINED_NUMBERS,
    SIGNED_NUMBERS,
    SLASHES,
    matches,
    numbers_and,
    words,
)
from plugins.read_aloud.places import NUMBERS as FIGURES
from plugins.read_aloud.readings import end_of_sentence_before, rule
from plugins.read_aloud.spelling import LOWER, UPPER
from plugins.read_aloud.vocabulary import VOCABULARY

_NUMERALS, _UNITS = VOCABULARY.numerals, VOCABULARY.units
# 1.250.000 or 1 250 000 or 30 000 or 2024, decimals behind a comma. One plain space may part two
# numbers as well, unless noughts stand behind it.
NUMBER = (
    r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0]\d{3}){2,}(?!\d)"
    r"|\d{1,3}(?:\u00a0\d{3}|[ ]000)(?!\d)|\d+)(?:,\d+)?"
)
_ALTERNATIVES = "|".join(map(re.escape, sorted(_UNITS, key=len, reverse=True)))
_UNIT = f"(?:{_ALTERNATIVES})"
# One letter alone is a unit behind a number only.
_LONG_UNITS = "|".join(
    re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True) if len(unit) > 1
)
_RAISED_UNITS = "|".join(unit for unit in sorted(_UNITS) if unit.endswith(("²", "³", "2", "3")))
_PER = "|".join(map(re.escape, sorted({**_UNITS, **VOCABULARY.per}, key=len, reverse=True)))
_MEASURE_WORDS = "|".join(map(re.escape, sorted(VOCABULARY.measures, key=len, reverse=True)))
_ALONE = r"(?<![\w.,:/])"
_SIGNED = r"(?<![\w.,:/)%])(?<![\d%°C]\s)"
_SIGNS = {"-": _NUMERALS.minus, "−": _NUMERALS.minus, "–": _NUMERALS.minus, "+": _NUMERALS.plus}
_TELEPHONE = "|".join(sorted(VOCABULARY.telephones, key=len, reverse=True))
_CALLED = re.compile(
    rf"(?<!\w)(?:{words_pattern('before_digits')})\s(?:{'|'.join(VOCABULARY.contexts['short_numbers'])})(?!\w)",
    re.IGNORECASE,
)
# A few words may stand between: in which part of the match.
_SCORE_BEFORE = re.compile(
    rf"(?<!\w)(?:{words_pattern('scores')})(?:\s\w+){{0,4}}[\s:(,]+\Z", re.IGNORECASE
)
_COUNTED = re.compile(r"\d[\d.,]*(?:\s+[^\W\d_]+){0,3}\s+\Z")
_COUNTED_WORDS = re.compile(r"\d\s?[^\W\d_]+(?:\s[^\W\d_]+){0,3}\Z")
_ROW = re.compile(rf"(?:\d{{3,}}(?:,\s|\s(?:{words_pattern('joiners')})\s|\s?[-–/]\s?))+\Z")
_MOST_GOALS = 20
# Points of a set or a game; fewer may be a day and its month.
_FEWEST_POINTS, _MOST_POINTS = 13, 200
_LONGEST_CARDINAL = 8
_REACH = 20
_NO_LETTER = r"(?!\w)"
# Letters that measure only where they are glued to the number: "220V", "5s" is a model.
_GLUED = frozenset(["k", "N", "J", "T"])


def _telephone(match: re.Match[str]) -> str:
    said = digit_by_digit(match[0])
    return f"{_NUMERALS.plus} {said}" if match[0].lstrip("(").startswith("+") else said


def _known_digits(match: re.Match[str]) -> str | None:
    return digit_by_digit(match[0]) if _is_told_by_digits(match) else None


def _is_told_by_digits(match: re.Match[str]) -> bool:
    """Whether words before a number, or before others in a row with it, say that it is a code."""
    row = right_before(_ROW, match.string, match.start(), ROW_REACH)
    return stands_before(match.string, row.start() if row else match.start(), "before_digits")


def _is_called(match: re.Match[str]) -> bool:
    """Whether a well-known short number stands in a sentence that has told whom one calls."""
    if match["number"] not in VOCABULARY.contexts["short_numbers"]:
        return False
    begin = end_of_sentence_before(match.string, match.start())
    return bool(_CALLED.search(match.string, begin, match.start()))


def _measured(match: re.Match[str]) -> str | None:
    unit = match["unit"]
    if unit in _GLUED and match["space"]:
        return None
    words = [_number(match), _UNITS[unit]]
    return " ".join([*words, *_said_per(match["per"])])


def _number(match: re.Match[str]) -> str:
    sign = _SIGNS.get(match["sign"] or "")
    said = written_number(match["number"])
    return f"{sign} {said}" if sign else said


def written_number(written: str) -> str:
    """A number in words; one that begins with noughts and is long, or is a code, by its digits."""
    whole, _, decimals = written.partition(",")
    figures = "".join(filter(str.isdecimal, whole))
    if whole.isdecimal() and (len(whole) > _LONGEST_CARDINAL or _is_code(whole)):
        said = digit_by_digit(whole)
    else:
        said = cardinal(int(figures))
    return f"{said} {_NUMERALS.comma} {fraction_digits(decimals)}" if decimals else said


def _is_code(whole: str) -> bool:
    return whole.startswith("0") and len(whole) > 2  # noqa: PLR2004  (07 is seven, 007 is a code)


def _said_per(per: str | None) -> list[str]:
    """What is counted for: each slash behind a measure."""
    said: list[str] = []
    for name in _names(per):
        said += [_NUMERALS.over, _UNITS.get(name) or VOCABULARY.per.get(name) or name]
    return said


def _names(per: str | None) -> list[str]:
    return [name.strip() for name in (per or "").split("/")[1:]]


def _per_measure(match: re.Match[str]) -> str | None:
    """A slash behind a word that measures: where a number stands before it, or a unit behind."""
    counted = right_before(_COUNTED, match.string, match.start())
    if not counted and not all(name in _UNITS for name in _names(match["per"])):
        return None
    return " ".join([match["word"], *_said_per(match["per"])])


def _counted_for(match: re.Match[str]) -> str | None:
    """A slash before a measure of time, ground or people, where a number stands before it."""
    begin = end_of_sentence_before(match.string, match.start())
    if not _COUNTED_WORDS.search(match.string, begin, match.start()):
        return None
    return f" {_NUMERALS.over} {match['per']}"


def _range_of_same(match: re.Match[str]) -> str | None:
    """A hyphen between two amounts of the same thing."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    same = re.search(rf"\d\s{match['word']}\Z", before)
    return f" {_NUMERALS.to} " if same else None


def _range_of_named(match: re.Match[str]) -> str | None:
    """A hyphen between two numbers of the same name, which is said twice."""
    name = rf"(?<!\w){match['name']}\s(?:\d[\d/]*|[IVXLC]+)\Z"
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    return f" {_NUMERALS.to} " if re.search(name, before, re.IGNORECASE) else None


def _unit_per(match: re.Match[str]) -> str:
    """Units that stand without a number."""
    return " ".join([_UNITS[match["unit"]], *_said_per(match["per"])])


def _money(match: re.Match[str]) -> str:
    scale = match["scale"] or ""
    said = _english(match["number"])
    return f"{said}{scale} {VOCABULARY.money_before[match['sign']]}"


def _english(written: str) -> str:
    """An amount that may be written as in English, with commas between thousands."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", written):
        written = written.replace(",", ".")
    return _dotted(written) if re.fullmatch(r"\d+\.\d{1,2}", written) else amount(written)


def _dotted(written: str) -> str:
    """A version, or a decimal as in English: 4.0, 2.5.1."""
    first, *others = written.split(".")
    return f" {_NUMERALS.point} ".join([cardinal(int(first)), *map(fraction_digits, others)])


def _version(match: re.Match[str]) -> str:
    """A version; or an amount of something, whose point is said as the comma that belongs there."""
    sign, unit, number = _SIGNS.get(match["sign"] or ""), match["unit"], match["number"]
    measures = unit or stands_behind(match.string, match.end(), "scales")
    is_decimal = measures and number.count(".") == 1
    said = amount(number.replace(".", ",")) if is_decimal else _dotted(number)
    words = [sign, said, _UNITS.get(unit or "", "")]
    return " ".join(filter(None, words))


def _score(match: re.Match[str]) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    falls = _goes_down(first, second) and ":" not in match[0]
    if not falls and not _is_told_as_score(match):
        return None
    return f"{cardinal(first)} {cardinal(second)}"


def _is_told_as_score(match: re.Match[str]) -> bool:
    text, place = match.string, match.start()
    told = stands_before(text, place, "before_score")
    return told or bool(right_before(_SCORE_BEFORE, text, place))


def _goes_down(first: int, second: int) -> bool:
    """Whether two numbers can only be a result: nothing else goes down from one to the other."""
    are_goals = first <= _MOST_GOALS
    are_points = first <= _MOST_POINTS and second >= _FEWEST_POINTS
    return second < first and (are_goals or are_points)


def _proportion(match: re.Match[str]) -> str:
    return f"{amount(match['first'])} {_NUMERALS.over} {amount(match['second'])}"


def _product(match: re.Match[str]) -> str:
    return f" {VOCABULARY.signs['×']} ".join(
        written_number(number) for number in re.split(r"\s?[x×*]\s?", match["numbers"])
    )


def _scaled(match: re.Match[str]) -> str:
    """A unit behind a word for a large number."""
    return " ".join([match["scale"], _UNITS[match["unit"]], *_said_per(match["per"])])


def _unit_alone(match: re.Match[str]) -> str:
    """A unit behind numbers that other rules have read: 120/80 mmHg."""
    return " ".join(["", _UNITS[match["unit"]], *_said_per(match["per"])])


def _angle(match: re.Match[str]) -> str:
    words = [amount(match["degrees"]), _UNITS["°"], amount(match["minutes"])]
    words.append(VOCABULARY.dates["minute"])
    if match["seconds"]:
        words += [amount(match["seconds"]), VOCABULARY.dates["second"]]
    if match["side"]:
        words.append(VOCABULARY.sides[match["side"]])
    return " ".join(words)


def _plain(match: re.Match[str]) -> str:
    said = _number(match)
    whole = match["number"]
    if whole.isdecimal() and not match["sign"]:
        if len(whole) > 2 and (_is_told_by_digits(match) or _is_called(match)):  # noqa: PLR2004  (a short number is a count)
            return digit_by_digit(whole)
        if stands_before(match.string, match.start(), "ordinal"):
            return _ordinal(match, int(whole))
    return said


def _ordinal(match: re.Match[str], number: int) -> str:
    """Behind the word for a place in an order; only that one has a first."""
    if number == 1 and not stands_before(match.string, match.start(), "only_ordinal"):
        return cardinal(1)
    return ordinal(number)


def _grouped(match: re.Match[str]) -> str:
    return amount(match[0].replace(",", "."))


# A slash that stands behind no number; m2 is none.
_SLASHES_BEHIND_WORDS = matches(r"/(?:(?<!\d.)|(?<=[^\W\d]\d.))", SLASHES)

TELEPHONES = (
    rule(
        r"""(?<![\w/])(?:\(?\+84(?:[\s.-]?\d{1,3})?\)?|\(0\d{2,3}\))[\s.-]?\d{1,4}(?:[\s.-]?\d{2,4}){1,4}(?![\w/])
        |(?<![\w/.,-])0\d{1,4}(?:[\s.-]\d{2,4}){2,4}(?![\w/]|[.,]\d)
        |(?<![\w/.,-])0\d{2,3}[\s.-]\d(?:[\s.]\d{3}){2}(?![\w/]|[.,]\d)
        |(?<![\w/.,-])0\d{2,3}[\s.-]\d{6,8}(?![\w/]|[.,]\d)
        |(?<![\w/.,-])0\d{8,10}(?![\w/]|[.,]\d)
        |(?<![\w/.,-])1[89]00[\s.-]?\d{3,4}(?:[\s.-]?\d{2,4})?(?![\w/]|[.,]\d)""",
        _telephone,
        begins=numbers_and("(+"),
        needs=FIGURES,
    ),
    rule(
        rf"(?<!\w)(?:{_TELEPHONE})(?=\s?[.:]?\s?(?:\(?\+84|\(?0\d{{2}}|1[89]00))",
        lambda match: VOCABULARY.telephones[match[0]],
        begins=words(VOCABULARY.telephones),
        needs=FIGURES,
    ),
    rule(
        r"(?<![\w/.,-])\d{3,}(?:[ .-]\d{3,4}){1,3}(?![\w/]|[.,]\d)",
        _known_digits,
        begins=FIGURES,
    ),
)

RULES = (
    rule(
        r"(?<![\w.,:/])(?P<first>\d+)(?P<gap>\s?)[-–:](?P=gap)(?P<second>\d+)(?![\w]|[/.,:%]\d)(?!\s?%)",
        _score,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"{_ALONE}(?P<first>{NUMBER})\s?/\s?(?P<second>{NUMBER})"
        rf"(?:(?={_UNIT}{_NO_LETTER})|{_NO_LETTER})(?!/)",
        _proportion,
        is_number=True,
        begins=FIGURES,
        needs=SLASHES,
    ),
    rule(
        rf"{_ALONE}(?P<first>\d+)(?P<gap>\s?):(?P=gap)(?P<second>{NUMBER})(?!\w|:\d)",
        _proportion,
        begins=FIGURES,
        needs=COLONS,
    ),
    rule(
        rf"(?P<sign>US\$|[$€£¥])\s?(?P<number>\d[\d.,]*\d|\d)(?P<scale>\s(?:{words_pattern('scales')}))?",
        _money,
        is_number=True,
        begins=words(["US", *"$€£¥"]),
        needs=words("$€£¥"),
    ),
    rule(
        rf"{_ALONE}(?P<numbers>\d+(?:,\d+)?(?:\s?[x×*]\s?\d+(?:,\d+)?)+)(?=\s?{_UNIT}?(?!\w))",
        _product,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"""(?<!\w)(?P<degrees>\d+)°\s?(?P<minutes>\d+(?:,\d+)?)['’′]
        (?:\s?(?P<seconds>\d+(?:,\d+)?)["”″])?(?:\s?(?P<side>{"|".join(VOCABULARY.sides)})(?!\w))?""",
        _angle,
        begins=FIGURES,
        needs=words("°"),
    ),
    rule(
        r"(?<![\w.,])\d{1,3}(?:,\d{3}){2,}(?![\w,])",
        _grouped,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"""(?:{_SIGNED}(?P<sign>[+−–-])\s?(?=\d)|{_ALONE})(?P<number>{NUMBER})(?P<space>\s?)
        (?P<unit>{_UNIT}){_NO_LETTER}(?P<per>(?:\s?/\s?(?:(?:{_PER}){_NO_LETTER}|[{LOWER}]+))*)""",
        _measured,
        is_number=True,
        begins=SIGNED_NUMBERS,
        needs=FIGURES,
    ),
    rule(
        rf"""(?:{_SIGNED}(?P<sign>[+−–-])(?=\d)|{_ALONE})
        (?!\d{{1,3}}(?:\.\d{{3}})+(?![.\d]))
        (?P<number>\d+\.\d{{1,2}}(?:\.\d+)*|\d+(?:\.\d+){{2,}}|\d+\.\d{{4,}})(?!\d)(?!\.\d)
        (?:\s?(?P<unit>{_UNIT}){_NO_LETTER})?""",
        _version,
        is_number=True,
        begins=SIGNED_NUMBERS,
        needs=JOINED_NUMBERS,
    ),
    rule(
        rf"""(?<!\w)(?P<scale>{words_pattern("scales")})\s(?P<unit>{_UNIT}){_NO_LETTER}
        (?P<per>(?:\s?/\s?(?:(?:{_PER}){_NO_LETTER}|[{LOWER}]+))*)""",
        _scaled,
        begins=words(VOCABULARY.contexts["scales"]),
    ),
    rule(
        rf"""(?<=\d)\s?(?P<unit>{_UNIT}){_NO_LETTER}
        (?P<per>(?:\s?/\s?(?:(?:{_PER}){_NO_LETTER}|[{LOWER}]+))*)""",
        _unit_alone,
        needs=matches(rf"\d+\s?{_UNIT}{_NO_LETTER}", FIGURES),
    ),
    rule(
        rf"(?<!\w)(?P<word>{_MEASURE_WORDS})(?P<per>(?:\s?/\s?(?:(?:{_PER}){_NO_LETTER}|[{LOWER}]+))+)",
        _per_measure,
        begins=words(VOCABULARY.measures),
        needs=_SLASHES_BEHIND_WORDS,
    ),
    rule(
        rf"(?<![\w/])(?P<unit>{_LONG_UNITS})(?P<per>(?:/(?:{_PER}){_NO_LETTER})+)(?!/)",
        _unit_per,
        begins=words(unit for unit in _UNITS if len(unit) > 1),
        needs=_SLASHES_BEHIND_WORDS,
    ),
    rule(
        rf"\s?[-–]\s?(?=\d[\d.,]*\s(?P<word>[{LOWER}]+)(?!\w))",
        _range_of_same,
        needs=matches(r"[-–]\s?\d", HYPHENS),
    ),
    rule(
        rf"\s?[-–]\s?(?=(?P<name>[{LOWER}]+)\s(?:\d|[IVXLC]+(?!\w)))",
        _range_of_named,
        needs=matches(rf"[-–]\s?[{LOWER}]+\s[\dIVXLC]", HYPHENS),
    ),
    rule(
        rf"(?<!\w)(?P<unit>{_RAISED_UNITS})(?P<per>)(?!\w)",
        _unit_per,
        needs=words({unit[-2:] for unit in _RAISED_UNITS.split("|")}),
    ),
    rule(
        rf"(?<=[{LOWER}])\s?/\s?(?P<per>{words_pattern('counted_for')}){_NO_LETTER}",
        _counted_for,
        needs=_SLASHES_BEHIND_WORDS,
    ),
    rule(
        r"(?<=[\dm²])\s?x\s?(?=\d)",
        lambda _: f" {VOCABULARY.signs['×']} ",
        needs=matches(r"\d(?:(?<=x.)|(?<=x\s.))", FIGURES),
    ),
    rule(
        rf"(?<=[^\W\d_])\s?/\s?(?=\d)(?!\d+[{UPPER}])",
        lambda _: f" {_NUMERALS.over} ",
        needs=matches(r"/(?:(?<=[^\W\d_].)|(?<=[^\W\d_]\s.))\s?\d", SLASHES),
    ),
)

NUMBERS = (
    rule(
        rf"(?:{_SIGNED}(?P<sign>[+−–-])(?=\d)|(?<![\w]))(?P<number>{NUMBER})(?!\d)",
        _plain,
        is_number=True,
        begins=SIGNED_NUMBERS,
        needs=FIGURES,
    ),
    # Figures that nothing else has read, grown together with whatever it is.
    rule(r"\d+", lambda match: written_number(match[0]), begins=FIGURES),
)
