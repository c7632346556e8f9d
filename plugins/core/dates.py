"""Dates as Vietnamese agencies write them: read day first, shown as the source shows them.

`dateutil` guesses month first (08/04/2024 becomes 4 August; dateutil#1011), so the few
accepted forms are spelt out here and everything else is refused.
Vietnamese words stand in this module because they are its subject.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_LAST_MONTH_WITH_NOUGHT = 2
_TIME = (
    r"(?:[T ,]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?"
)
_OFFSET = r"(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})" + _TIME + _OFFSET,
        r"(?:ngày )?(?P<day>[0-9]{1,2})([/.-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})" + _TIME,
        r"(?:ngày )?(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})" + _TIME,
    )
)


class NoSuchDayError(ValueError):
    """A date is written well, but the calendar has no such day, or not on that weekday."""


def parse_date(text: str) -> datetime:
    """The moment that a date in a header means, in Vietnam's time zone.

    Accepts `17/03/2024`, `17-3-2024`, `17.3.2024`, `2024-03-17`,
    `Ngày 17 tháng 3 năm 2024`, a weekday in front, each with a time behind
    (`08:30`), and ISO 8601 with an offset.

    Raises:
        NoSuchDayError: if the text names no real day, or a weekday that the day is not.
        ValueError: if the text is in none of these forms.
    """
    weekday, text = _apart(" ".join(text.split()))
    for form in _FORMS:
        if match := form.fullmatch(text):
            try:
                moment = _moment(match.groupdict())
            except ValueError as error:
                raise NoSuchDayError(text) from error
            if weekday not in (None, moment.weekday()):
                raise NoSuchDayError(text)
            return moment
    raise ValueError(text)


def _apart(text: str) -> tuple[int | None, str]:
    """The weekday in front of a date, Monday being 0, and the date."""
    for number, weekday in enumerate(_WEEKDAYS):
        if text.lower().startswith(weekday.lower()):
            return number, text[len(weekday) :].lstrip(" ,")
    return None, text


def _moment(parts: dict[str, str | None]) -> datetime:
    year, month, day, hour, minute, second = (
        int(parts[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    offset = parts.get("offset")
    if not offset:
        return datetime(year, month, day, hour, minute, second, tzinfo=ZONE)
    stamp = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{offset}"
    try:
        return datetime.fromisoformat(stamp).astimezone(ZONE)
    except OverflowError as error:  # the last evening of the calendar elsewhere is later here
        raise ValueError(stamp) from error


def date_full(day: date) -> str:
    """A date with its weekday, as in the head of a page: `Chủ Nhật, 17/03/2024`."""
    return f"{_WEEKDAYS[day.weekday()]}, {date_short(day)}"


def date_listed(day: date) -> str:
    """A date as lists show it: `Ngày 11/04/2024`."""
    return f"Ngày {date_short(day)}"


def date_short(day: date) -> str:
    """A date in figures: `11/04/2024`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def date_in_words(day: date) -> str:
    """A date as official documents write it: `ngày 05 tháng 7 năm 2024`.

    Days below ten and the first two months have a nought before them, so that nobody adds a
    figure: Decree 30/2020, annex I.
    """
    month = f"{day.month:02}" if day.month <= _LAST_MONTH_WITH_NOUGHT else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year:04}"


def date_iso(day: date) -> str:
    """A date for machines: `2024-04-11`, or with time and offset where it has one."""
    return day.isoformat()


def month_name(year: int, month: int) -> str:
    """The name of a month's archive: `Tháng 3/2024`."""
    return f"Tháng {month}/{year:04}"
