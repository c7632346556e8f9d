"""Dates: read day first, shown as the sources show them."""

from datetime import date, datetime, timedelta
from typing import Literal
from unicodedata import normalize

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.core.dates import (
    ZONE,
    NoSuchDayError,
    date_full,
    date_iso,
    date_listed,
    date_short,
    month_name,
    parse_date,
)
from plugins.core.text import normalise

MARCH_17 = datetime(2024, 3, 17, tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "17/03/2024",
        "17/3/2024",
        "17-03-2024",
        "17.03.2024",
        "2024-03-17",
        "2024-3-17",
        "  17/03/2024 ",
        "Ngày 17/03/2024",
        "ngày 17/03/2024",
        "Ngày 17 tháng 3 năm 2024",
        "ngày 17 tháng 03 năm 2024",
        "17 tháng 3 năm 2024",
        "Chủ Nhật, 17/03/2024",
        "chủ nhật 17/03/2024",
        "Chủ nhật, ngày 17 tháng 3 năm 2024",
        "2024-03-17T00:00:00+07:00",
        "2024-03-16T17:00:00Z",
        "2024-03-16T17:00:00.000Z",
        "2024-03-17T02:00+0900",
    ],
)
def test_accepted_forms_of_one_day(text: str) -> None:
    assert parse_date(text) == MARCH_17
    assert parse_date(text).tzinfo == ZONE


@pytest.mark.parametrize(
    "text",
    [
        "17/03/2024 08:30",
        "17/03/2024, 8:30",
        "17-03-2024 08:30:00",
        "2024-03-17 08:30",
        "2024-03-17T08:30",
        "2024-03-17T08:30:00.000+07:00",
        "2024-03-17T01:30:00Z",
        "Ngày 17 tháng 3 năm 2024 08:30",
        "Chủ Nhật, 17/03/2024 08:30",
    ],
)
def test_accepted_forms_of_one_moment(text: str) -> None:
    assert parse_date(text) == MARCH_17.replace(hour=8, minute=30)


@pytest.mark.parametrize("text", ["08/04/2024", "8-4-2024", "08.04.2024", "2024-04-08"])
def test_the_day_comes_first(text: str) -> None:
    assert parse_date(text).date() == date(2024, 4, 8)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "15",
        "8/4",
        "03/2024",
        "30/02/2024",
        "29/02/2023",
        "31/04/2024",
        "32/13/2024",
        "03/17/2024",
        "0/1/2024",
        "01/01/0000",
        "17/03/24",
        "17/03-2024",
        "17 03 2024",
        "hôm nay",
        "Chủ Nhật",
        "Thứ Hai, 17/03/2024",
        "17 March 2024",
        "17/03/2024 25:00",
        "17/03/2024 8h30",
        "17/03/2024 và 18/03/2024",
        "2024-03-17T08:30:00+99:00",
        "20240317",
        "9999-12-31T23:59:59-07:00",
        "0001-01-01T00:00:00+14:00",
        "١٧/٠٣/٢٠٢٤",
    ],
)
def test_refused_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_date(text)


@given(st.text(max_size=30))
def test_whatever_is_given_it_is_a_date_or_a_value_error(text: str) -> None:
    try:
        assert parse_date(text).tzinfo == ZONE
    except ValueError:
        return


NUMBERS = st.integers(0, 99)
ZONES = st.sampled_from(["", "Z", "+07:00", "-12:00", "+14:00", "+0900", "-00:01", "+99:99"])


@given(st.integers(0, 9999), NUMBERS, NUMBERS, NUMBERS, NUMBERS, ZONES)
@example(9999, 12, 31, 23, 59, "-12:00")
@example(1, 1, 1, 0, 0, "+14:00")
def test_what_looks_like_a_moment_is_one_or_a_value_error(
    year: int, month: int, day: int, hour: int, minute: int, zone: str
) -> None:
    days = f"{year:04}-{month:02}-{day:02}", f"{day}/{month}/{year:04}"
    for text in (f"{days[0]}T{hour:02}:{minute:02}{zone}", f"{days[1]} {hour}:{minute:02}"):
        try:
            assert parse_date(text).tzinfo == ZONE
        except ValueError:
            continue


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(["NFC", "NFD"]))
def test_a_day_is_read_in_any_letter_case_and_from_any_unicode_form(
    day: date, form: Literal["NFC", "NFD"]
) -> None:
    words = f"{date_full(day).split(',')[0]}, ngày {day.day} tháng {day.month} năm {day.year}"

    for text in (words, words.upper(), words.lower()):
        assert parse_date(normalise(normalize(form, text))).date() == day


def test_every_day_of_seventy_years_is_shown_as_babel_shows_it() -> None:
    day = date(1990, 1, 1)
    wrong = []
    while day <= date(2060, 12, 31):
        if date_full(day) != format_date(day, "EEEE, dd/MM/yyyy", locale="vi"):
            wrong.append(day)
        day += timedelta(days=1)

    assert wrong == []


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_what_is_shown_can_be_read_again(day: date) -> None:
    for shown in (date_full(day), date_listed(day), date_short(day), date_iso(day)):
        assert parse_date(shown).date() == day


def test_the_forms_of_the_sources() -> None:
    assert date_full(MARCH_17) == "Chủ Nhật, 17/03/2024"
    assert date_listed(date(2024, 4, 11)) == "Ngày 11/04/2024"
    assert date_short(date(2024, 4, 8)) == "08/04/2024"
    assert date_iso(date(2024, 4, 8)) == "2024-04-08"
    assert date_iso(MARCH_17) == "2024-03-17T00:00:00+07:00"
    assert month_name(2024, 3) == "Tháng 3/2024"


@pytest.mark.parametrize(
    "text", ["31/02/2024", "29/02/2023", "08/13/2024", "Thứ Hai, 17/03/2024", "17/03/2024 25:00"]
)
def test_what_the_calendar_has_not_is_told_apart_from_what_is_no_date(text: str) -> None:
    with pytest.raises(NoSuchDayError):
        parse_date(text)


def test_what_is_no_date_is_not_blamed_on_the_calendar() -> None:
    with pytest.raises(ValueError, match="hôm nay") as told:
        parse_date("hôm nay")

    assert not isinstance(told.value, NoSuchDayError)
