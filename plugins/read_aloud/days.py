"""Days, months, years and times of day."""

import re
from math import gcd

from plugins.read_aloud.contexts import (
    ROW_REACH,
    right_before,
    stands_before,
    stands_behind,
    words_pattern,
)
from plugins.read_aloud.numerals import cardinal, fraction, roman
from plugins.read_aloud.places import (
    HYPHENS,
    JOINED_NUMBERS,
    NUMBERS,
    SLASHES,
    either,
    matches,
    shaped,
    words,
)
from plugins.read_aloud.readings import Doubt, Said, rule
from plugins.read_aloud.spelling import LOWER
from plugins.read_aloud.vocabulary import VOCABULARY

_NUMERALS, _DATES = VOCABULARY.numerals, VOCABULARY.dates
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_SEPARATED = r"(?<![\w/.,:-])"
_NO_MORE = r"(?![\w]|[/.,:-]\d)"
_TO = r"\s?[-–—]\s?"
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Of ten, points are told: seven out of ten.
_MOST_PARTS = 9
_DAY_SAID = re.compile(rf"{_DATES['day']}\s*\Z", re.IGNORECASE)
# Numbers in a row behind the word that all of them share, as the days of one month.
_ROW = rf"(?:\s\d\d?(?:,|\s?[-–]|\s(?:{words_pattern('joiners')}))?)+\s?\Z"
_DAYS_IN_A_ROW = re.compile(_DATES["day"] + _ROW, re.IGNORECASE)
_MONTHS_IN_A_ROW = re.compile(_DATES["month"] + _ROW, re.IGNORECASE)
_PARTS_IN_A_ROW = re.compile(rf"(?:{words_pattern('before_slash_year')}){_ROW}", re.IGNORECASE)
_FIRST_DAY = re.compile(rf"(?<![\w/]){_DAY}\s+{_NUMERALS.to}[ (]*\Z", re.IGNORECASE)
_DAY_WORDS = "|".join([_DATES["day"], *VOCABULARY.contexts["day_words"]])
_DAY_WORD = re.compile(rf"(?:{_DAY_WORDS})[ (]*\Z", re.IGNORECASE)
# A few words may stand between a proportion and its numbers.
_PROPORTION_BEFORE = re.compile(
    rf"(?<!\w)(?:{words_pattern('before_ratio')})(?:\s[^\W\d]+){{0,6}}[\s(]\Z", re.IGNORECASE
)
_SIGN_BEHIND = re.compile(r"\s*(?:[,.;:)\n]|\Z)")
_COUNTED_MONTHS = re.compile(rf"\d\s+{_DATES['month']}\s*\(\Z", re.IGNORECASE)
_SHORT_DAY = "|".join(VOCABULARY.days_of_week)
_IN_ROW = rf"(?:,\s|\s?[-–]\s?|\s(?:{words_pattern('joiners')})\s)"
# Another day, told as such, that is joined to this one.
_DAY_BEFORE = re.compile(rf"\d/\d+(?:\s?[-–]\s?|,\s|\s(?:{words_pattern('joiners')})\s)\Z")


def _whole_day(match: re.Match[str]) -> str:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    words = [*_led(match), cardinal(day), *_month(month)]
    return " ".join([*words, _DATES["year"], cardinal(int(year))])


def _days(match: re.Match[str]) -> str:
    """From one day to another of the same month; a year may follow."""
    words = [*_led(match), cardinal(int(match["first"])), _NUMERALS.to]
    words += [cardinal(int(match["day"])), *_month(int(match["month"]))]
    if match["year"]:
        words += [_DATES["year"], cardinal(int(match["year"]))]
    return " ".join(words)


def _row_of_days(match: re.Match[str]) -> str | None:
    """Days of a month with nothing but commas between them: 2,3,4/4."""
    if not stands_before(match.string, match.start(), "before_day"):
        return None
    days = ", ".join(cardinal(int(day)) for day in match["row"].split(","))
    year = [_DATES["year"], _year(match["year"])] if match["year"] else []
    return " ".join([*_led(match), days, *_month(int(match["month"])), *year])


def _spelt_out_days(match: re.Match[str]) -> str | None:
    """From one day to another with the word between them instead of a hyphen."""
    if not stands_before(match.string, match.start(), "before_day"):
        return None
    words = [*_led(match), cardinal(int(match["first"])), _NUMERALS.to]
    return " ".join([*words, *([_DATES["day"]] if match["led"] else [])])


def _month_of_year(match: re.Match[str]) -> str | None:
    led = stands_before(match.string, match.start(), "month")
    led = led and not right_before(_COUNTED_MONTHS, match.string, match.start())
    led = led or _is_in_row(_MONTHS_IN_A_ROW, match)
    if match["sign"] == "-" and not led:
        return None
    words = [] if led else [_DATES["month"]]
    return " ".join([*words, _month(int(match["month"]))[1], _DATES["year"], _year(match["year"])])


def _part_of_year(match: re.Match[str]) -> str | None:
    """A quarter or a term with its year: "II/2024", "2/2024"."""
    number = match["number"]
    value = int(number) if number.isdecimal() else roman(number)
    if not value:
        return None
    told = stands_before(match.string, match.start(), "before_slash_year")
    if number.isdecimal() and not told and not _is_in_row(_PARTS_IN_A_ROW, match):
        return None
    if stands_before(match.string, match.start(), "month"):
        return None
    return f"{cardinal(value)} {_DATES['year']} {_year(match['year'])}"


def _day_or_part(match: re.Match[str]) -> Said | str:
    """Two numbers with a slash: a day, a part of a whole, or a count out of a count."""
    first, second = int(match["first"]), int(match["second"])
    if _is_day(match, first, second):
        return " ".join([*_led(match), cardinal(first), *_month(second)])
    if _is_part(match, first, second):
        sure = stands_behind(match.string, match.end(), "behind_part") or _is_share(match)
        doubt = None if sure or second <= 4 else Doubt.FRACTION  # noqa: PLR2004  (1/2, 3/4: no doubt)
        return Said(fraction(first, second), doubt)
    return f"{cardinal(first)} {_NUMERALS.over} {cardinal(second)}"


def _is_day(match: re.Match[str], day: int, month: int) -> bool:
    if not 1 <= month <= len(_LONGEST_MONTHS) or not 1 <= day <= _LONGEST_MONTHS[month - 1]:
        return False
    if _is_told_as_day(match) or _is_in_row(_DAYS_IN_A_ROW, match) or _is_name(match):
        return True
    return not _is_told_otherwise(match, day, month) and _looks_like_day(match, day, month)


def _is_name(match: re.Match[str]) -> bool:
    """Whether a street, a school or a bridge is called by a day that people know."""
    known = re.sub(r"\s?[-–]\s?", "/", match[0]) in VOCABULARY.contexts["known_days"]
    return known and stands_before(match.string, match.start(), "named_by_days")


def _is_told_otherwise(match: re.Match[str], first: int, second: int) -> bool:
    """Whether words say that two numbers are a rank, a house, or a part of something."""
    text, start, end = match.string, match.start(), match.end()
    return (
        _is_in_order(match)
        or stands_before(text, start, "before_ratio")
        or stands_behind(text, end, "behind_count")
        or (first < second and stands_behind(text, end, "behind_part"))
        or (_is_share(match) and not stands_before(text, start, "before_day"))
    )


def _looks_like_day(match: re.Match[str], day: int, month: int) -> bool:
    return (
        stands_before(match.string, match.start(), "before_day")
        or bool(right_before(_DAY_BEFORE, match.string, match.start()))
        or "0" in {match["first"][0], match["second"][0]}
        or f"{day}/{month}" in VOCABULARY.contexts["known_days"]
        or day > month
    )


def _is_in_order(match: re.Match[str]) -> bool:
    """Whether the numbers belong to a rank or to a house: their slash is said."""
    names = ("before_rank", "before_house")
    return any(stands_before(match.string, match.start(), name) for name in names)


def _day_with_hyphen(match: re.Match[str]) -> str | None:
    """A day and a month with a hyphen, which is told as a day or known as one."""
    day, month = int(match["day"]), int(match["month"])
    known = f"{day}/{month}" in VOCABULARY.contexts["known_days"] and day > month
    if stands_before(match.string, match.start(), "before_score"):
        return None
    if (
        not known
        and not _is_told_as_day(match)
        and not _is_behind_part_of_day(match, falls=day > month)
    ):
        return None
    return " ".join([*_led(match), cardinal(day), *_month(month)])


def _short_part_of_year(match: re.Match[str]) -> str:
    """A quarter or a month by its first letter: Q1/2024, T3/2024."""
    name = VOCABULARY.parts_of_year[match["part"]]
    number = int(match["number"])
    said = _month(number)[1] if name == _DATES["month"] else cardinal(number)
    return f"{name} {said} {_DATES['year']} {_year(match['year'])}"


def _is_behind_part_of_day(match: re.Match[str], *, falls: bool) -> bool:
    """Whether numbers behind a part of a day are no count of something that follows."""
    told = stands_before(match.string, match.start(), "parts_of_day")
    return told and (falls or bool(_SIGN_BEHIND.match(match.string, match.end())))


def _days_of_week(match: re.Match[str]) -> str | None:
    """Days of the week by their numbers: a range, or more than two in a row: T2-T6; T2, T4, T6."""
    days, signs = re.findall(_SHORT_DAY, match[0]), re.split(_SHORT_DAY, match[0])[1:]
    is_range = len(days) == 2 and signs[0].strip() in ("-", "–")  # noqa: PLR2004  (from one to another)
    if not is_range and len(days) == 2:  # noqa: PLR2004  (two may be anything)
        return None
    joint = [f" {_NUMERALS.to} ", ""] if is_range else signs
    said = (VOCABULARY.days_of_week[day] for day in days)
    return "".join(day + sign for day, sign in zip(said, joint, strict=True))


def _is_told_as_day(match: re.Match[str]) -> bool:
    return bool(right_before(_DAY_SAID, match.string, match.start()))


def _is_part(match: re.Match[str], first: int, second: int) -> bool:
    if not 0 < first < second or "0" in {match["first"][0], match["second"][0]}:
        return False
    if _is_in_order(match):
        return False
    if second <= 4 and stands_before(match.string, match.start(), "before_part"):  # noqa: PLR2004  (2/3 of them, not 2 of 3)
        return True
    if stands_behind(match.string, match.end(), "behind_part"):
        return True
    # Nobody tells six eighths: that many of so many.
    is_reduced = gcd(first, second) == 1
    is_count = stands_behind(match.string, match.end(), "behind_count")
    return second <= _MOST_PARTS and is_reduced and not is_count


def _is_share(match: re.Match[str]) -> bool:
    return stands_before(match.string, match.start(), "before_share")


def _led(match: re.Match[str]) -> list[str]:
    """The word for a day, where the text does not say it itself."""
    text, start = match.string, match.start()
    said = right_before(_DAY_WORD, text, start) or _is_in_row(_DAYS_IN_A_ROW, match)
    said = said or _is_name(match)
    if not said and (first := right_before(_FIRST_DAY, text, start)):
        said = stands_before(text, first.start(), "before_day")
    return [] if said else [_DATES["day"]]


def _is_in_row(row: re.Pattern[str], match: re.Match[str]) -> bool:
    return bool(right_before(row, match.string, match.start(), ROW_REACH))


def _month(month: int) -> tuple[str, str]:
    return _DATES["month"], _NUMERALS.four_behind_tens if month == 4 else cardinal(month)  # noqa: PLR2004  (the fourth has a name)


def _year(written: str) -> str:
    return cardinal(int(written))


def _years(match: re.Match[str]) -> str | None:
    """A season or a school year: two years, one right behind the other."""
    following = str(int(match["first"]) + 1)
    if not following.endswith(match["second"]):
        return None
    second = following if match["second"].startswith("0") else match["second"]
    return f"{_year(match['first'])} {_NUMERALS.to} {_year(second)}"


def _time(match: re.Match[str]) -> str | None:
    if right_before(_PROPORTION_BEFORE, match.string, match.start()):
        return None
    words = [cardinal(int(match["hour"])), _DATES["hour"]]
    for name in ("minute", "second"):
        if match[name] and int(match[name]):
            words += [cardinal(int(match[name])), _DATES[name]]
    return " ".join(words)


def _clock(match: re.Match[str]) -> str:
    """Hours with their letter: 8h, 8h30, 14g05, 7h30'."""
    minute = match["minute"]
    words = [cardinal(int(match["hour"])), _DATES["hour"]]
    if minute and int(minute):
        words += [cardinal(int(minute)), _DATES["minute"]]
    if second := match.groupdict().get("second"):
        words += [cardinal(int(second)), _DATES["second"]]
    if match["per"]:
        words += [_NUMERALS.over, match["per"]]
    return " ".join(words)


def _clock_of_day(match: re.Match[str]) -> str:
    """An hour and its day, as the water of rivers is told: 7h/10/9."""
    day, month = int(match["day"]), int(match["month"])
    year = [_DATES["year"], _year(match["year"])] if match["year"] else []
    return " ".join([_clock(match), _DATES["day"], cardinal(day), *_month(month), *year])


def _around_the_clock(match: re.Match[str]) -> str:
    words = [cardinal(int(match["first"])), _NUMERALS.over, cardinal(int(match["second"]))]
    return " ".join([*words, _DATES["hour"]] if match["hours"] else words)


_WITH_YEAR = matches(rf"[/-]{_YEAR}", either(SLASHES, HYPHENS))

RULES = (
    rule(
        rf"(?<!\w)(?P<part>[QT])(?P<number>{_MONTH})[/-](?P<year>{_YEAR}){_NO_MORE}",
        _short_part_of_year,
        is_number=True,
        begins=words("QT"),
        needs=_WITH_YEAR,
    ),
    rule(
        rf"(?<!\w)(?<!T1,\s)(?:{_SHORT_DAY})(?:{_IN_ROW}(?:{_SHORT_DAY}))+(?![\w/])",
        _days_of_week,
        begins=words(VOCABULARY.days_of_week),
    ),
    rule(
        rf"""{_SEPARATED}(?P<day>{_DAY})\s?[-–]\s?(?P<month>{_MONTH})(?![\w%]|\s?[/.,:-]\d|\s?%)
        (?!\s+{_DATES["month"]})""",
        _day_with_hyphen,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
    rule(
        r"(?<![\w/.,])(?P<first>24)h?/(?P<second>24|7)(?P<hours>h?)(?![\w/.,]\d|\w)",
        lambda match: None if _is_told_as_day(match) else _around_the_clock(match),
        begins=NUMBERS,
        needs=SLASHES,
    ),
    rule(
        rf"""{_SEPARATED}(?P<first>{_DAY})\s+(?:{_NUMERALS.to})(?P<led>\s+{_DATES["day"]})?
        (?=\s+{_DAY}/{_MONTH}(?!\d))""",
        _spelt_out_days,
        begins=NUMBERS,
        needs=SLASHES,
    ),
    rule(
        rf"{_SEPARATED}(?P<row>{_DAY}(?:,{_DAY})+)/(?P<month>{_MONTH})"
        rf"(?:/(?P<year>{_YEAR}))?{_NO_MORE}",
        _row_of_days,
        begins=NUMBERS,
        needs=SLASHES,
    ),
    rule(
        rf"{_SEPARATED}(?P<first>{_DAY}){_TO}(?P<day>{_DAY})[/.](?P<month>{_MONTH})"
        rf"(?:[/.](?P<year>{_YEAR}))?{_NO_MORE}",
        _days,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"""(?<![\w/.,:])(?P<day>{_DAY})(?P<sign>\s?[/.-]\s?)(?P<month>{_MONTH})(?P=sign)
        (?P<year>{_YEAR})(?!\w|[/.,:]\d|-\d(?!\d?[/.]\d))""",
        _whole_day,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"(?<![\w/.,:])(?P<number>[IVX]+|\d\d?)[/-](?P<year>{_YEAR}){_NO_MORE}",
        _part_of_year,
        is_number=True,
        begins=either(NUMBERS, shaped(r"\A[IVX]+\Z")),
        needs=_WITH_YEAR,
    ),
    rule(
        rf"(?<![\w/.,:])(?P<month>{_MONTH})(?P<sign>[/-])(?P<year>{_YEAR}){_NO_MORE}",
        _month_of_year,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"{_SEPARATED}(?P<first>{_YEAR})/(?P<second>{_YEAR}|\d\d){_NO_MORE}",
        _years,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"{_SEPARATED}(?P<first>{_YEAR})-(?P<second>\d\d){_NO_MORE}",
        _years,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"""(?<![\w.,:/])(?P<hour>[01]?\d|2[0-4])h(?P<minute>[0-5]\d)?(?P<per>)
        /(?P<day>{_DAY})/(?P<month>{_MONTH})(?:/(?P<year>{_YEAR}))?{_NO_MORE}""",
        _clock_of_day,
        is_number=True,
        begins=NUMBERS,
        needs=SLASHES,
    ),
    rule(
        r"(?<![\w/.,:])(?P<first>\d{1,4})\s?/\s?(?P<second>\d{1,4})(?![\w]|[/.,:]\d)",
        _day_or_part,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
    rule(
        rf"""(?<![\w.,:/])(?P<hour>[01]?\d|2[0-4])\s?(?:{words_pattern("hours")})\s?
        (?P<minute>[0-5]\d)(?:['’′](?P<second>[0-5]\d)(?:''|[\x22”″])
        |(?:\s?(?:{words_pattern("minutes")}))?(?!\w))(?P<per>)""",
        _clock,
        is_number=True,
        begins=NUMBERS,
    ),
    rule(
        rf"(?<![\w.,:])(?<!\d/)(?P<hour>\d{{1,3}})(?P<minute>)(?:\s?h|g(?=\s?[-–]\s?\d+g))(?![\w])(?:/(?P<per>[{LOWER}]+))?",
        _clock,
        is_number=True,
        begins=NUMBERS,
    ),
    rule(
        r"""(?<![\w.,:/])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?
        (?![\w]|[:.,]\d)""",
        _time,
        is_number=True,
        begins=JOINED_NUMBERS,
    ),
)
