import random
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.core.errors import ConfigError
from plugins.other_articles.choice import OFFERS, Timeline
from plugins.other_articles.comparison import compare_articles
from plugins.other_articles.config import OtherArticlesSettings
from plugins.other_articles.others import OtherArticles

DAY_ONE = datetime(2024, 3, 1, tzinfo=ZONE)
SUBJECTS = {
    "Nông nghiệp": "trồng chè giống lúa vụ mùa tưới nước sâu bệnh phân bón hợp tác xã nông dân",
    "Sở hữu trí tuệ": "nhãn hiệu chứng nhận đăng ký bảo hộ sáng chế kiểu dáng chỉ dẫn địa lý",
    "Chuyển đổi số": "dữ liệu phần mềm máy chủ dịch vụ công trực tuyến mạng bảo mật hệ thống",
}


def record(
    slug: str,
    day: int | None = 0,
    section: str = "Tin trong tỉnh",
    *related: str,
    status: Status = Status.PUBLISHED,
    kind: Kind = Kind.ARTICLE,
    body: str = "",
    tags: tuple[str, ...] = (),
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
        tags=tags,
        digest=body,
        read_body=lambda: body,
        header={"related": related} if related else {},
    )


def text(subject: str, seed: int, length: int = 90) -> str:
    """Words of a subject, with some of all subjects between them."""
    chance = random.Random(seed)  # noqa: S311  (test data)
    own, every = SUBJECTS[subject].split(), " ".join(SUBJECTS.values()).split()
    return " ".join(chance.choice(own if chance.random() < 0.7 else every) for _ in range(length))


def corpus(count: int, seed: int = 1) -> list[ArticleRecord]:
    """Articles of a few years, in order of time, several on some days."""
    chance = random.Random(seed)  # noqa: S311  (test data)
    articles = []
    for number in range(count):
        subject = chance.choice(list(SUBJECTS))
        body = text(subject, chance.randrange(10**6))
        articles.append(record(f"bai-{number:04}", number // 2, subject, body=body))
    return articles


def choose(
    store: Path, article: ArticleRecord, *others: ArticleRecord, limit: int = 6
) -> list[str]:
    return slugs(compare_articles([article, *others], limit, store).choose(article))


def slugs(others: OtherArticles[ArticleRecord]) -> list[str]:
    return [other.slug for other in others.articles]


def test_a_like_text_goes_before_the_section_and_the_newest_is_shown_first(tmp_path: Path) -> None:
    article = record("bai", 40, "Thông báo", body=text("Nông nghiệp", 1))
    others = [
        record("che-cu", 1, "Khác", body=text("Nông nghiệp", 2)),
        record("che-moi", 20, "Khác", body=text("Nông nghiệp", 3)),
        record("cung-muc", 39, "Thông báo", body=text("Chuyển đổi số", 4)),
    ]
    assert choose(tmp_path, article, *others, limit=2) == ["che-moi", "che-cu"]


def test_tags_and_names_in_common_bind(tmp_path: Path) -> None:
    body = "Đề án 844 theo Nghị định số 95/2014/NĐ-CP"
    article = record("bai", 40, body=body, tags=("Hội nghị",))
    others = [
        record("the", 1, tags=("Hội nghị",)),
        record("van-ban", 2, body="Triển khai 95/2014/NĐ-CP"),
        record("de-an", 3, body="họp ban điều hành ĐỀ ÁN 844"),
        *(record(f"gan-{n}", 30 + n, "Khác") for n in range(5)),
    ]
    assert choose(tmp_path, article, *others, limit=3) == ["de-an", "van-ban", "the"]


def test_near_copies_are_never_chosen(tmp_path: Path) -> None:
    body = text("Nông nghiệp", 1, 200)
    article = record("bai", 40, body=body)
    others = [
        record("dang-lai", 39, body=f"{body} theo báo"),
        record("khac", 1, body=text("Nông nghiệp", 2, 200)),
    ]
    assert choose(tmp_path, article, *others) == ["khac"]


def test_of_two_copies_one_is_chosen(tmp_path: Path) -> None:
    body = text("Nông nghiệp", 1, 200)
    others = [record("mot", 1, body=body), record("hai", 2, body=body)]
    article = record("bai", 9, body=text("Nông nghiệp", 3, 200))
    assert len(choose(tmp_path, article, *others)) == 1


def test_variety_where_all_else_is_equal(tmp_path: Path) -> None:
    article = record("bai", 0, "Khác")
    others = [record(f"a-{n}", 400, "Một") for n in range(3)]
    chosen = choose(tmp_path, article, *others, record("z", 400, "Hai"), limit=2)
    assert sorted(chosen) == ["a-0", "z"]


def test_hand_picked_come_first_in_their_order(tmp_path: Path) -> None:
    article = record("bai", 9, "Tin trong tỉnh", "cu", "xa")
    others = [record("cu", 1), record("moi", 10), record("xa", 90, "Khác"), record("vua", 5)]
    assert choose(tmp_path, article, *others, limit=3)[:2] == ["cu", "xa"]
    assert choose(tmp_path, article, *others, limit=1) == ["cu"]


def test_never_itself_twice_or_what_readers_cannot_reach(tmp_path: Path) -> None:
    article = record("bai", 9, "Tin trong tỉnh", "bai", "moi", "moi", "khong-co", "nhap")
    others = [
        record("moi", 10),
        record("nhap", 9, status=Status.DRAFT),
        record("an", 9, status=Status.HIDDEN),
        record("van-ban", 9, kind=Kind.DOCUMENT),
    ]
    assert choose(tmp_path, article, *others) == ["moi"]


def test_a_draft_sees_what_it_will_lead_to(tmp_path: Path) -> None:
    draft = record("nhap", 9, status=Status.DRAFT)
    chooser = compare_articles([draft, record("cu", 1), record("moi", 10)], 6, tmp_path)
    chosen = chooser.choose(draft)
    assert slugs(chosen) == ["moi", "cu"]
    assert chosen.newer
    assert chosen.older
    assert (chosen.newer.slug, chosen.older.slug) == ("moi", "cu")


def test_a_draft_alone_leads_nowhere(tmp_path: Path) -> None:
    draft = record("nhap", 9, status=Status.DRAFT)

    assert slugs(compare_articles([draft], 6, tmp_path).choose(draft)) == []


@pytest.mark.parametrize("kind", [Kind.DOCUMENT, Kind.PAGE])
def test_documents_and_pages_lead_nowhere(tmp_path: Path, kind: Kind) -> None:
    assert choose(tmp_path, record("b", kind=kind), record("a")) == []


def test_without_a_date_nothing_is_chosen(tmp_path: Path) -> None:
    assert choose(tmp_path, record("b", None), record("a")) == []


def test_one_article_and_two(tmp_path: Path) -> None:
    one, two = record("mot", 1), record("hai", 2)
    assert compare_articles([one], 6, tmp_path).choose(one) == OtherArticles()
    chooser = compare_articles([two, one], 6, tmp_path)
    assert chooser.choose(one) == OtherArticles(articles=(two,), newer=two)
    assert chooser.choose(two) == OtherArticles(articles=(one,), older=one)


def test_neighbours_are_of_the_section(tmp_path: Path) -> None:
    articles = [record("a", 1), record("b", 2, "Khác"), record("c", 3)]
    chosen = compare_articles(articles, 6, tmp_path).choose(articles[0])
    assert chosen.newer == articles[2]


def test_neighbours_follow_the_order_of_the_lists() -> None:
    # Lists show the newest first, and by slug within one moment.
    articles = [record("c", 2), record("a", 1), record("b", 1), record("d", 0)]
    timeline = Timeline(articles)
    found = [timeline.neighbours(article) for article in articles]
    names = [(newer and newer.slug, older and older.slug) for newer, older in found]
    assert names == [(None, "a"), ("c", "b"), ("a", "d"), ("b", None)]


def test_every_article_of_a_small_site_has_all_others(tmp_path: Path) -> None:
    articles = corpus(7)
    chooser = compare_articles(articles, 6, tmp_path)
    assert {len(chooser.choose(article).articles) for article in articles} == {6}


def test_the_order_of_reading_and_the_memory_do_not_matter(tmp_path: Path) -> None:
    articles = corpus(120)
    there = compare_articles(articles, 6, tmp_path / "a")
    back = compare_articles(articles[::-1], 6, tmp_path / "b")
    again = compare_articles(articles, 6, tmp_path / "a")
    for article in articles:
        assert there.choose(article) == back.choose(article) == again.choose(article)


def changed(store: Path, before: list[ArticleRecord], after: list[ArticleRecord]) -> list[str]:
    """The articles whose page is another because of their list or their neighbours."""
    one, other = (compare_articles(articles, 6, store) for articles in (before, after))
    return [article.slug for article in before if one.choose(article) != other.choose(article)]


def test_a_new_article_changes_twelve_old_pages_at_most(tmp_path: Path) -> None:
    articles = corpus(340)
    for count in range(300, 340, 13):
        assert len(changed(tmp_path, articles[:count], articles[: count + 1])) <= 12
    new = record("moi-nhat", 1000, "Nông nghiệp", body=text("Nông nghiệp", 7))
    assert 1 <= len(changed(tmp_path, articles, [*articles, new])) <= OFFERS + 1


@settings(max_examples=8)
@given(count=st.integers(9, 60), seed=st.integers(0, 10**6))
def test_a_newest_article_changes_its_offers_and_one_neighbour(
    count: int, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if (count + 1).bit_count() == 1:
        count += 1  # where rarity is counted anew, all lists may move
    articles = corpus(count, seed)
    new = record("moi-nhat", 1000, "Nông nghiệp", body=text("Nông nghiệp", seed))
    store = tmp_path_factory.mktemp("store")
    assert len(changed(store, articles, [*articles, new])) <= OFFERS + 1


def test_what_an_earlier_build_knew_equals_a_clean_build(tmp_path: Path) -> None:
    articles = corpus(90)
    compare_articles(articles[:80], 6, tmp_path / "warm")
    mended = [record("bai-0011", 5, "Khác", body="Nội dung đã sửa"), *articles]
    mended = [a for n, a in enumerate(mended) if a.slug != "bai-0011" or n == 0]
    warm = compare_articles(mended, 6, tmp_path / "warm")
    clean = compare_articles(mended, 6, tmp_path / "clean")
    assert all(warm.choose(article) == clean.choose(article) for article in mended)


def test_a_broken_memory_is_begun_anew(tmp_path: Path) -> None:
    articles = corpus(12)
    expected = compare_articles(articles, 6, tmp_path / "a").choose(articles[3])
    (tmp_path / "other_articles.sqlite3").write_bytes(b"no database, but long enough" * 100)
    assert compare_articles(articles, 6, tmp_path).choose(articles[3]) == expected


def test_what_stands_for_an_article_is_shown() -> None:
    one, two = record("mot", 1), record("hai", 2)
    shown = OtherArticles(articles=(one,), newer=two).shown_as(lambda article: article.slug)
    assert shown == OtherArticles(articles=("mot",), newer="hai", older=None)


def test_a_limit_below_one_is_refused() -> None:
    with pytest.raises(ConfigError, match="limit is 0"):
        OtherArticlesSettings(limit=0)


def test_points_of_many_pairs_at_once_are_those_that_are_told(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311  (test data)
    names = [f"Đề án {number}" for number in range(8)]
    names += [
        f"Quyết định số {number}/2024/QĐ-UBND, xã Hùng {'Long' * number}" for number in range(8)
    ]
    articles = [
        replace(
            each,
            tags=tuple(chance.sample(["A", "B", "C", "D"], 2)),
            digest=each.digest + str(number),
            read_body=partial(str, f"{each.body} {' '.join(chance.sample(names, 2))}."),
        )
        for number, each in enumerate(corpus(80))
    ]
    chooser = compare_articles(articles, 6, tmp_path)
    told = set[str]()
    for article in articles:
        candidates = list(chooser.candidates(article))
        for candidate in candidates:
            bond = candidate.bond
            told |= {part for part, points in bond.parts.items() if points}
            assert (candidate.points, candidate.days, candidate.is_copy) == (
                sum(bond.parts.values()),
                bond.days,
                bond.copies,
            )
        order = [(-c.points, c.days, c.record.slug) for c in candidates]
        assert order == sorted(order)
    assert told == {"text", "section", "tags", "documents", "programmes", "places", "time"}
