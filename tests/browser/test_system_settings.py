"""What readers have set in their system and browser comes first, and choices add to it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import toolbar
from tests.browser.conftest import Tour, Visit
from tests.browser.pages import REPORT
from tests.browser.probes import Faults
from tests.browser.readers import COLOURS, PLAIN, Reader
from tests.browser.toolbar import BLACK, DARK, WHITE

MOVING = """[...document.querySelectorAll("*")].filter((element) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
  const moves = /[1-9]/.test(transitionDuration) || animationName !== "none";
  return moves || scrollBehavior === "smooth";
}).map((element) => element.localName)"""


@pytest.mark.parametrize(("choice", "size"), [("100", "24px"), ("150", "36px"), ("200", "48px")])
def test_the_size_of_the_browser_multiplies_with_the_chosen_one(
    visit: Visit, choice: str, size: str
) -> None:
    page = visit(REPORT, PLAIN.choosing(text_size=choice))
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 24}})
    assert toolbar.text_size(page) == size


def test_colours_follow_the_system_while_the_page_is_open(visit: Visit) -> None:
    page = visit(REPORT)
    assert toolbar.page_colour(page) == WHITE
    page.emulate_media(color_scheme="dark")
    assert toolbar.page_colour(page) == DARK
    page.emulate_media(color_scheme="dark", contrast="more")
    assert toolbar.page_colour(page) == BLACK


@pytest.mark.parametrize(
    ("contrast", "colour"), [("light", WHITE), ("dark", DARK), ("high-light", WHITE)]
)
def test_a_choice_of_colours_stands_above_the_scheme_and_the_contrast_of_the_system(
    visit: Visit, contrast: str, colour: str
) -> None:
    reader = COLOURS["system-high-dark"]
    assert toolbar.page_colour(visit(REPORT, reader.choosing(contrast=contrast))) == colour


def test_sizes_combine_with_the_colours_of_the_system(visit: Visit) -> None:
    page = visit(REPORT, COLOURS["system-high-dark"].choosing(text_size="150", spacing="wide"))
    assert (toolbar.page_colour(page), toolbar.text_size(page)) == (BLACK, "24px")


@pytest.mark.parametrize("contrast", ["system", "dark", "high-dark"])
def test_forced_colours_stand_above_every_choice(visit: Visit, contrast: str) -> None:
    page = visit(REPORT, COLOURS["forced"].choosing(contrast=contrast, text_size="125"))
    # Chromium's emulation has the canvas of a light system.
    assert toolbar.page_colour(page) == WHITE
    assert toolbar.text_size(page) == "20px"
    toolbar.open_group(page, toolbar.CONTRAST)
    expect(toolbar.section(page).get_by_text("bảng màu của máy bạn")).to_be_visible()


def test_without_forced_colours_nothing_is_said_of_them(visit: Visit) -> None:
    page = visit(REPORT)
    toolbar.open_group(page, toolbar.CONTRAST)
    expect(toolbar.section(page).get_by_text("bảng màu của máy bạn")).to_be_hidden()


def test_nothing_moves_for_readers_who_want_rest(tour: Tour) -> None:
    assert tour(PLAIN, _moving) == {}


def test_pages_glide_only_for_readers_who_do_not_mind(visit: Visit) -> None:
    page = visit(REPORT, Reader(system={"reduced_motion": "no-preference"}))
    assert _moving(page) == ["html"]


def _moving(page: Page) -> Faults:
    faults: Faults = page.evaluate(MOVING)
    return faults
