"""How a correction is written."""

from datetime import date, datetime

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.corrections.correction import Correction, check_corrections, corrections_of


def record(*written: str) -> ArticleRecord:
    """An article of 17 March 2024 with corrections."""
    return ArticleRecord(
        path="tin-tuc/a.md",
        kind=Kind.ARTICLE,
        status=Status.PUBLISHED,
        slug="a",
        title="A",
        url="tin-tuc/a/",
        date=datetime(2024, 3, 17, 8, tzinfo=ZONE),
        header={"corrections": written},
        lines={"corrections": 4},
    )


def test_the_newest_stands_first_and_dates_are_read_day_first() -> None:
    found = corrections_of(record("08/04/2024: Lần một: sai số.", "2024-04-09: Lần hai."))
    assert found == (
        Correction(date=date(2024, 4, 9), text="Lần hai."),
        Correction(date=date(2024, 4, 8), text="Lần một: sai số."),
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("17/03/2024: Sửa ngay trong ngày.", None),
        ("Đã sửa số liệu.", "CO001"),
        ("20/03/2024:", "CO001"),
        ("32/03/2024: Sửa.", "CO001"),
        ("16/03/2024: Sửa.", "CO002"),
    ],
)
def test_what_is_wrong_is_told(written: str, code: str | None) -> None:
    found = [(each.code, each.line) for each in check_corrections(record(written))]
    assert found == ([(code, 4)] if code else [])
