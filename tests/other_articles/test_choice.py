import time
from datetime import datetime, timedelta

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.core.errors import ConfigError
from plugins.other_articles.choice import Chooser, OtherArticles, Timeline
from plugins.other_articles.config import OtherArticlesSettings

DAY_ONE = datetime(2024, 3, 1, tzinfo=ZONE)


def record(
    slug: str,
    day: int | None = 0,
    section: str = "Tin trong tỉnh",
    *related: str,
    status: Status = Status.PUBLISHED,
    kind: Kind = Kind.ARTICLE,
) -> ArticleRecord:
    return ArticleRecord(
        path=f"tin-tuc/{slug}.md",
        kind=kind,
        status=status,
        slug=slug,
        title=slug,
        url=f"tin-tuc/{slug}/",
        date=None if day is None else DAY_ONE + timedelta(days=day),
        section=section,
        header={"related": related} if related else {},
    )


def choose(article: ArticleRecord, *others: ArticleRecord, limit: int = 6) -> list[str]:
    chosen = Chooser([article, *others], limit).choose(article).articles
    return [other.slug for other in chosen]


def test_takes_the_nearest_of_the_section_and_shows_the_newest_first() -> None:
    others = [record(f"ngay-{day}", day) for day in (1, 4, 7, 12, 20)]
    assert choose(record("bai", 9), *others, limit=3) == ["ngay-12", "ngay-7", "ngay-4"]


def test_of_two_as_near_the_newer_is_taken_then_the_first_by_slug() -> None:
    article = record("bai", 9)
    assert choose(article, record("cu", 8), record("moi", 10), limit=1) == ["moi"]
    assert choose(article, record("b", 8), record("a", 8), record("c", 8), limit=2) == ["a", "b"]
    assert choose(article, record("b", 10), record("a", 10), limit=1) == ["a"]
    assert choose(article, record("b", 9), record("z", 9), limit=1) == ["b"]


def test_fills_up_from_other_sections() -> None:
    others = [
        record("xa", 30),
        record("gan", 10, "Tin trong nước"),
        record("gan-hon", 8, "Tin trong nước"),
        record("xa-hon", 40, "Thông báo"),
    ]
    assert choose(record("bai", 9), *others, limit=3) == ["xa", "gan", "gan-hon"]


def test_hand_picked_come_first_in_their_order() -> None:
    article = record("bai", 9, "Tin trong tỉnh", "cu", "xa")
    others = [record("cu", 1), record("moi", 10), record("xa", 90, "Khác"), record("vua", 5)]
    assert choose(article, *others, limit=3) == ["cu", "xa", "moi"]
    assert choose(article, *others, limit=1) == ["cu"]


def test_never_itself_twice_or_what_readers_cannot_reach() -> None:
    article = record("bai", 9, "Tin trong tỉnh", "bai", "moi", "moi", "khong-co", "nhap")
    others = [
        record("moi", 10),
        record("nhap", 9, status=Status.DRAFT),
        record("an", 9, status=Status.HIDDEN),
        record("van-ban", 9, kind=Kind.DOCUMENT),
    ]
    assert choose(article, *others) == ["moi"]


def test_a_draft_sees_what_it_will_lead_to() -> None:
    draft = record("nhap", 9, status=Status.DRAFT)
    chosen = Chooser([draft, record("cu", 1), record("moi", 10)], 6).choose(draft)
    assert [other.slug for other in chosen.articles] == ["moi", "cu"]
    assert chosen.newer
    assert chosen.older
    assert (chosen.newer.slug, chosen.older.slug) == ("moi", "cu")


@pytest.mark.parametrize("kind", [Kind.DOCUMENT, Kind.PAGE])
def test_documents_and_pages_lead_nowhere(kind: Kind) -> None:
    assert Chooser([record("a")], 6).choose(record("b", kind=kind)) == OtherArticles()


def test_without_a_date_nothing_is_near() -> None:
    assert Chooser([record("a")], 6).choose(record("b", None)) == OtherArticles()


def test_one_article_and_two() -> None:
    one, two = record("mot", 1), record("hai", 2)
    assert Chooser([one], 6).choose(one) == OtherArticles()
    assert Chooser([one, two], 6).choose(one) == OtherArticles(articles=(two,), newer=two)
    assert Chooser([two, one], 6).choose(two) == OtherArticles(articles=(one,), older=one)


def test_neighbours_follow_the_order_of_the_lists() -> None:
    # Lists show the newest first, and by slug within one moment.
    articles = [record("c", 2), record("a", 1), record("b", 1), record("d", 0)]
    timeline = Timeline(articles)
    found = [timeline.neighbours(article) for article in articles]
    slugs = [(newer and newer.slug, older and older.slug) for newer, older in found]
    assert slugs == [(None, "a"), ("c", "b"), ("a", "d"), ("b", None)]


def test_the_order_of_reading_does_not_matter() -> None:
    articles = [record(f"bai-{n}", n % 5, f"Mục {n % 3}") for n in range(30)]
    there = [Chooser(articles, 6).choose(article) for article in articles]
    back = [Chooser(articles[::-1], 6).choose(article) for article in articles]
    assert there == back


def test_what_stands_for_an_article_is_shown() -> None:
    one, two = record("mot", 1), record("hai", 2)
    shown = OtherArticles(articles=(one,), newer=two).shown_as(lambda article: article.slug)
    assert shown == OtherArticles(articles=("mot",), newer="hai", older=None)


def test_ten_thousand_articles_take_seconds_at_most() -> None:
    articles = [record(f"bai-{n}", n // 7, f"Mục {n % 400}") for n in range(10_000)]
    begin = time.perf_counter()
    chooser = Chooser(articles, 6)
    assert all(len(chooser.choose(article).articles) == 6 for article in articles)
    assert time.perf_counter() - begin < 10


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ConfigError, match="limit is 0"):
        OtherArticlesSettings(limit=0)
