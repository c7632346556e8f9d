"""What a page loads, and what it must not hold."""

import pytest

from plugins.budgets.page import Page, read_page

HEAD = '<!doctype html><html lang="vi"><head><title>Tin</title>{}</head><body>{}</body></html>'


def page(head: str = "", body: str = "", path: str = "tin-tuc/a/index.html") -> Page:
    """A page with something in its head and its body."""
    return read_page(path, HEAD.format(head, body).encode())


def test_what_blocks_the_first_paint_is_style_and_plain_scripts() -> None:
    head = """
    <link rel="stylesheet" href="/giao-dien/1/site.css">
    <script src="/giao-dien/1/preferences.js"></script>
    <script type="module" src="/giao-dien/1/main.js"></script>
    <script src="/giao-dien/1/a.js" defer></script><script src="/giao-dien/1/b.js" async></script>
    <link rel="icon" href="/giao-dien/1/icon.svg">
    """
    assert page(head).blocking == ("giao-dien/1/site.css", "giao-dien/1/preferences.js")


def test_relative_addresses_are_followed_from_the_page() -> None:
    assert page('<link rel="stylesheet" href="../../a.css?v=1">').blocking == ("a.css",)


def test_a_sheet_for_paper_blocks_nothing() -> None:
    assert page('<link rel="stylesheet" href="/in.css" media="print">').blocking == ()


def test_articles_are_known_by_what_they_tell_sharers() -> None:
    assert page('<meta property="og:type" content="article">').is_article
    assert not page('<meta property="og:type" content="website">').is_article


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://x.vn/a.png">',
        '<img src="//x.vn/a.png">',
        '<img src="/a.png" srcset="/a.png 1x, https://x.vn/a@2.png 2x">',
        '<picture><source srcset="https://x.vn/a.webp"></picture>',
        '<iframe src="https://x.vn/"></iframe>',
        '<script src="https://x.vn/a.js"></script>',
        '<video poster="https://x.vn/a.jpg"></video>',
        '<link rel="stylesheet" href="https://x.vn/a.css">',
        '<link rel="preconnect" href="https://x.vn">',
        '<link rel="shortcut icon" href="https://x.vn/a.ico">',
    ],
)
def test_every_request_to_another_host_is_seen(body: str) -> None:
    assert len(page(body=body).third_party) == 1


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://x.vn/">liên kết</a>',
        '<link rel="canonical" href="https://x.vn/">',
        '<link rel="alternate" href="https://x.vn/tin.xml">',
        '<form action="https://x.vn/"></form>',
        '<img src="/hinh-anh/a.png" srcset="/b.png 2x">',
        "",
    ],
)
def test_what_is_only_named_is_no_request(body: str) -> None:
    assert page(body=body).third_party == ()


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<script type="module">alert(1)</script>',
        '<p onclick="alert(1)">Tin</p>',
        '<a href=" JavaScript:alert(1)">Tin</a>',
    ],
)
def test_script_in_the_page_is_seen_in_every_form(body: str) -> None:
    assert page(body=body).inline_scripts == 1


def test_data_for_search_engines_is_no_script() -> None:
    assert (
        page('<script type="application/ld+json">{"@type": "NewsArticle"}</script>').inline_scripts
        == 0
    )


def test_style_in_the_page_is_seen_in_both_forms() -> None:
    assert page("<style>p{}</style>", '<p style="color:red">Tin</p>').inline_styles == 2


def test_a_cookie_set_by_markup_is_seen() -> None:
    assert page('<meta http-equiv="Set-Cookie" content="a=1">').cookies == 1
