"""Every kind of page, in sites small enough to show what is left out."""

from collections import Counter

import pytest

from tests.conftest import BuildSite, BuiltSite

ARTICLE = """---
title: {title}
date: 17/03/2024
category: Tin trong tỉnh
---

{body}
"""
PAGES = [
    "",
    "404.html",
    "chuyen-muc/",
    "chuyen-muc/tin-trong-tinh/",
    "so-do-trang/",
    "the/",
    "tin-tuc/",
    "tin-tuc/2024/03/",
    "tin-tuc/a/",
    "tu-viet-tat/",
    "van-ban/",
]


def _one_article(build_site: BuildSite) -> BuiltSite:
    body = "Hội nghị đổi mới sáng tạo."
    return build_site({"tin-tuc/a.md": ARTICLE.format(title="Ước nguyện", body=body)})


def test_every_page_has_one_title_a_way_past_the_menu_and_unique_ids(build_site: BuildSite) -> None:
    site = _one_article(build_site)
    for url in PAGES:
        page = site.page(url)
        assert len(page.xpath("//h1")) == 1, url
        assert page.xpath("//main/@id") == ["noi-dung-chinh"], url
        assert page.xpath("(//body//a)[1]/@href") == ["#noi-dung-chinh"], url
        assert max(Counter(page.xpath("//@id")).values()) == 1, url


def test_the_script_that_sets_the_mode_comes_before_the_style_sheet(build_site: BuildSite) -> None:
    head = _one_article(build_site).page("").find("head")
    order = [e.tag for e in head if e.tag == "script" or e.get("rel") == "stylesheet"]
    assert order[:2] == ["script", "link"]
    policy = head.xpath("meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("url", "current"),
    [
        ("", "Trang chủ"),
        ("tin-tuc/a/", "Tin trong tỉnh"),
        ("chuyen-muc/tin-trong-tinh/", "Tin trong tỉnh"),
    ],
)
def test_the_menu_marks_where_the_reader_is(build_site: BuildSite, url: str, current: str) -> None:
    page = _one_article(build_site).page(url)
    marked = page.xpath("//nav//a[@aria-current]")
    assert [link.text_content() for link in marked] == [current]


def test_a_lone_article_is_not_repeated_on_the_home_page(build_site: BuildSite) -> None:
    page = _one_article(build_site).page("")
    assert len(page.xpath("//main//a[@href='/tin-tuc/a/']")) == 1
    assert page.xpath("//div[contains(@class, 'article-card--typographic')]")


def test_a_site_without_articles_says_so(build_site: BuildSite) -> None:
    page = build_site().page("")
    assert page.xpath("//main//p")[0].text_content() == "Chưa có bài nào."


def test_the_switch_of_meanings_is_absent_where_it_would_do_nothing(build_site: BuildSite) -> None:
    page = _one_article(build_site).page("tin-tuc/a/")
    assert page.xpath("//accessibility-toolbar")
    assert not page.xpath("//input[@name='abbreviations']")


def test_a_title_is_never_markup(build_site: BuildSite) -> None:
    title = "'5 < 7 & \"8\"'"
    site = build_site({"tin-tuc/a.md": ARTICLE.format(title=title, body="Nội dung.")})
    assert site.page("tin-tuc/a/").xpath("//h1")[0].text_content().strip() == '5 < 7 & "8"'


def test_without_an_address_no_page_claims_one(build_site: BuildSite) -> None:
    files = {"tin-tuc/a.md": ARTICLE.format(title="Ước nguyện", body="Nội dung.")}
    page = build_site(files, {"SITEURL": "", "FEED_DOMAIN": ""}).page("tin-tuc/a/")
    assert not page.xpath("//link[@rel='canonical' or @rel='alternate']")
    assert page.xpath("//share-links/@hidden")
