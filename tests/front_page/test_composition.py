from datetime import datetime, timedelta

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.core.errors import ConfigError
from plugins.front_page.composition import FrontPage, FrontPageSection, compose
from plugins.front_page.config import FrontPageSettings

SETTINGS = FrontPageSettings(newest=2, in_section=2)
TODAY = datetime(2024, 4, 11, tzinfo=ZONE)


def record(slug: str, day: int, section: str) -> ArticleRecord:
    return ArticleRecord(
        path=f"tin-tuc/{slug}.md",
        kind=Kind.ARTICLE,
        status=Status.PUBLISHED,
        slug=slug,
        title=slug,
        url=f"tin-tuc/{slug}/",
        date=TODAY - timedelta(days=day),
        section=section,
    )


def composed(*sections_of_articles: str, sections: tuple[str, ...] = ("Tỉnh", "Nước")) -> object:
    """The slugs of a page; articles `bai-0`, `bai-1` … are given by their sections."""
    articles = [record(f"bai-{n}", n, name) for n, name in enumerate(sections_of_articles)]
    return compose(articles, sections, SETTINGS).shown_as(str, lambda article: article.slug)


def section(category: str, *articles: str) -> FrontPageSection[str, str]:
    return FrontPageSection(category=category, articles=articles)


def test_a_site_without_articles() -> None:
    assert composed() == FrontPage()


def test_one_article_leads_and_stands_in_its_section() -> None:
    assert composed("Tỉnh") == FrontPage(lead="bai-0", sections=(section("Tỉnh", "bai-0"),))


def test_two_articles_of_two_sections() -> None:
    assert composed("Tỉnh", "Nước") == FrontPage(
        lead="bai-0",
        newest=("bai-1",),
        sections=(section("Tỉnh", "bai-0"), section("Nước", "bai-1")),
    )


def test_sections_prefer_what_is_not_on_the_page() -> None:
    assert composed("Tỉnh", "Tỉnh", "Nước", "Tỉnh", "Nước", "Tỉnh", "Tỉnh") == FrontPage(
        lead="bai-0",
        newest=("bai-1", "bai-2"),
        sections=(section("Tỉnh", "bai-3", "bai-5"), section("Nước", "bai-4")),
    )


def test_a_section_without_others_shows_its_newest_again() -> None:
    assert composed("Tỉnh", "Tỉnh", "Tỉnh", "Nước") == FrontPage(
        lead="bai-0",
        newest=("bai-1", "bai-2"),
        sections=(section("Tỉnh", "bai-0", "bai-1"), section("Nước", "bai-3")),
    )


def test_sections_stand_in_the_order_given_and_are_never_empty() -> None:
    page = composed("Tỉnh", "Nước", sections=("Nước", "Thông báo", "Tỉnh"))
    assert isinstance(page, FrontPage)
    assert [each.category for each in page.sections] == ["Nước", "Tỉnh"]


@pytest.mark.parametrize("settings", [{"newest": -1}, {"in_section": 0}])
def test_numbers_that_cannot_be_met_are_refused(settings: dict[str, int]) -> None:
    with pytest.raises(ConfigError, match="FRONT_PAGE"):
        FrontPageSettings(**settings)
