"""Which articles are listed as most viewed, and which pages that makes anew."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from plugins.core.articles import Kind
from plugins.core.corpus import Card
from plugins.view_counts import ViewCountsSettings
from plugins.view_counts.counts import ViewCount
from plugins.view_counts.most_viewed import MostViewed, most_viewed
from tests.conftest import BuildSite, article

SUNDAY = date(2024, 3, 17)
SETTINGS = ViewCountsSettings(shown=3, fewest=2, days=30)


def _card(title: str, days_before: int = 0) -> Card:
    day = datetime(2024, 3, 17) - timedelta(days=days_before)  # noqa: DTZ001  (as records have it)
    return Card(kind=Kind.ARTICLE, title=title, url=f"tin-tuc/{title}/", date=day)


def _views(value: int | None, taken_on: date | None = SUNDAY) -> ViewCount:
    return ViewCount(value=value, taken_on=taken_on)


def _titles(*counted: tuple[Card, ViewCount]) -> list[str]:
    return [card.title for card in most_viewed(counted, SETTINGS).articles]


def test_the_most_viewed_come_first_and_of_equals_the_newer() -> None:
    counts = {"a": 5, "b": 31, "c": 5, "d": 7}
    counted = [(_card(title), _views(value)) for title, value in counts.items()]
    assert _titles(*counted) == ["b", "d", "a"]


@pytest.mark.parametrize(
    "other",
    [
        (_card("x"), _views(None)),
        (_card("x"), _views(0)),
        (_card("x"), _views(99, None)),
        (_card("x"), _views(99, SUNDAY - timedelta(days=7))),
        (_card("x", 31), _views(99)),
    ],
    ids=["no count", "nobody", "day not known", "an older day", "an old article"],
)
def test_what_cannot_be_compared_is_not_listed(other: tuple[Card, ViewCount]) -> None:
    assert _titles(other, (_card("a"), _views(2)), (_card("b", 30), _views(1))) == ["a", "b"]


def test_a_list_of_too_few_is_none() -> None:
    assert most_viewed([(_card("a"), _views(31))], SETTINGS) == MostViewed()
    assert most_viewed([], SETTINGS) == MostViewed()


def _counts(**values: int) -> str:
    return "".join(
        f'[[view]]\nslug = "{slug}"\nvalue = {value}\ntaken_on = 2024-03-24\n'
        for slug, value in values.items()
    )


def test_the_home_page_lists_them_and_new_figures_touch_no_page_of_others(
    build_site: BuildSite, tmp_path: Path
) -> None:
    texts = {
        f"tin-tuc/{slug}.md": article(f"Bài {slug}", f"{day}/03/2024", slug=slug)
        for day, slug in enumerate(["a", "b", "c", "d"], start=11)
    }
    data = "du-lieu/luot-xem.toml"
    first = build_site({**texts, data: _counts(a=3, b=2, c=1)})
    listed = first.page("").xpath("//*[@class='most-viewed__link']/text()")
    assert listed == ["Bài a", "Bài b", "Bài c"]
    assert "Theo số liệu đến ngày 24/03/2024" in first.read("index.html")
    before = first.files
    after = build_site({data: _counts(a=3, b=2, c=4)}).files
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert changed == {"index.html", "tin-tuc/c/index.html"}


def test_where_there_are_no_figures_there_is_no_list(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article()})
    assert "most-viewed" not in site.read("index.html")
