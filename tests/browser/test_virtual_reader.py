"""Spoken from top to end, no page has an empty phrase or a control without a name."""

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import PAGES, REPORT
from tests.browser.probes import open_all
from tests.browser.readers import PLAIN
from tests.browser.virtual_reader import phrases, wordless

PLANTED = """<title>Một trang</title>
<main><button></button><a href="#"></a><input type="checkbox" checked>
<button>Có tên</button><a href="#">Có tên</a><label>Có tên <input type="checkbox"></label></main>
"""


def test_every_phrase_of_every_page_says_something(browser: Browser, site_address: str) -> None:
    options = PLAIN.context_options(site_address)
    with browser.new_context(**options, bypass_csp=True) as context:
        page = context.new_page()
        found = {}
        for kind, path in PAGES.items():
            page.goto(path)
            open_all(page)
            found[kind] = wordless(phrases(page))
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def test_an_article_is_spoken_in_its_order(browser: Browser, site_address: str) -> None:
    options = PLAIN.context_options(site_address)
    with browser.new_context(**options, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(REPORT)
        spoken = phrases(page)
    order = ["link, Đến nội dung chính", "banner", "main", "article", "region, Tùy chọn đọc"]
    places = [spoken.index(phrase) for phrase in order]
    assert places == sorted(places)
    assert sum(phrase.endswith(", level 1") and "heading" in phrase for phrase in spoken) == 1
    assert spoken[-1] == "end of document"


def test_controls_without_names_are_found(browser: Browser) -> None:
    with browser.new_page() as page:
        page.set_content(PLANTED)
        found = wordless(phrases(page))
    assert [each.partition(" after ")[0] for each in found] == [
        "'button'",
        "'link'",
        "'checkbox, checked'",
    ]


@pytest.mark.parametrize("phrase", ["link, Trang chủ", "heading, Vị trí, level 2", "Nút bấm"])
def test_a_phrase_with_words_is_no_fault(phrase: str) -> None:
    assert wordless([phrase]) == []
