from datetime import datetime, timedelta

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.series.checks import check_series
from plugins.series.series import find_series, places_in

DAY_ONE = datetime(2024, 3, 1, tzinfo=ZONE)


def record(
    slug: str, day: int, series: str, order: str = "", status: Status = Status.PUBLISHED
) -> ArticleRecord:
    header = {"series": series, "series_order": order}
    return ArticleRecord(
        path=f"tin-tuc/{slug}.md",
        kind=Kind.ARTICLE,
        status=status,
        slug=slug,
        title=slug,
        url=f"tin-tuc/{slug}/",
        date=DAY_ONE + timedelta(days=day),
        header={key: value for key, value in header.items() if value},
        lines={"series": 5, "series_order": 6},
    )


def test_by_number_then_by_date_and_series_by_name() -> None:
    found = find_series(
        [
            record("ba", 3, "Đổi mới"),
            record("hai", 1, "Đổi mới", "2"),
            record("mot", 9, "Đổi mới", "1"),
            record("bon", 4, "Đổi mới"),
            record("nhap", 4, "Đổi mới", status=Status.DRAFT),
            record("khac", 4, "Chè"),
            record("le", 4, ""),
        ],
        "chuyen-de/",
    )
    assert [(series.name, series.url) for series in found] == [
        ("Chè", "chuyen-de/che/"),
        ("Đổi mới", "chuyen-de/doi-moi/"),
    ]
    assert [article.slug for article in found[1].articles] == ["mot", "hai", "ba", "bon"]


def test_places_and_neighbours() -> None:
    (series,) = find_series([record("a", 1, "X"), record("b", 2, "X")], "chuyen-de/")
    first, second = places_in(series)
    assert (first.number, first.before, first.after) == (1, None, series.articles[1])
    assert (second.number, second.before, second.after) == (2, series.articles[0], None)


def codes(*records: ArticleRecord) -> list[tuple[str, str, int]]:
    return [(found.code, found.path, found.line) for found in check_series(records)]


def test_findings() -> None:
    assert codes(record("a", 1, "X", "1"), record("b", 1, "X", "2"), record("c", 1, "")) == []
    assert codes(record("a", 1, "X", "bài hai")) == [("SE001", "tin-tuc/a.md", 6)]
    assert codes(record("a", 1, "X", "0")) == [("SE001", "tin-tuc/a.md", 6)]
    assert codes(record("a", 1, "", "2")) == [("SE002", "tin-tuc/a.md", 6)]
    assert codes(record("a", 1, "X", "2"), record("b", 1, "X", "2")) == [
        ("SE003", "tin-tuc/b.md", 6)
    ]
    assert codes(record("a", 1, "Chè"), record("b", 1, "chè")) == [("SE004", "tin-tuc/b.md", 5)]
    assert codes(record("a", 1, "…")) == [("SE005", "tin-tuc/a.md", 5)]
