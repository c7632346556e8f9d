"""Vietnamese capitals with stacked marks never touch the line above and are never cut off."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import Tour, Visit
from tests.browser.probes import Faults, faults, loaded_fonts, open_all
from tests.browser.readers import DESK, PHONE, PLAIN

# Ẳ is the tallest letter, and the dot of Ệ and Ị goes lowest.
WORDS = "ƯỚC NGUYỆN ĐỔI MỚI SÁNG TẠO ĐƯỢC CẢI THIỆN, KHẲNG ĐỊNH"
FONTS = ["Be Vietnam Pro 400", "Be Vietnam Pro 600"]


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_no_lines_touch(tour: Tour, screen: ViewportSize) -> None:
    assert tour(PLAIN.at(screen), _faults) == {}


def _faults(page: Page) -> Faults:
    # The fonts are optional: a page that is opened first may do without.
    page.reload()
    open_all(page)
    assert loaded_fonts(page) == FONTS
    return faults(page, "touchingLines", WORDS)


def test_no_lines_touch_in_the_fonts_of_the_system(visit: Visit) -> None:
    page = visit("404.html")
    page.route("**/*.woff2", lambda route: route.abort())
    page.reload()
    assert loaded_fonts(page) == []
    assert faults(page, "touchingLines", WORDS) == []


def test_no_lines_touch_in_the_font_of_the_browser(visit: Visit) -> None:
    assert faults(visit("", PLAIN.choosing(font="plain")), "touchingLines", WORDS) == []


@pytest.mark.parametrize("heading", ["h1", ".site-masthead__name", ".section-heading", "h3"])
def test_no_box_cuts_the_marks_off(visit: Visit, heading: str) -> None:
    page = visit("", PLAIN.at(PHONE).choosing(text_size="200"))
    _set_words(page, heading)
    assert faults(page, "hiddenText") == []


def _set_words(page: Page, selector: str) -> None:
    page.evaluate(
        "([selector, words]) => document.querySelectorAll(selector).forEach("
        "element => { (element.querySelector('a') ?? element).textContent = words })",
        [selector, WORDS],
    )
