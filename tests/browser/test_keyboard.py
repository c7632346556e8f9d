"""Everything can be reached and done with the keyboard, and the focus is always to be seen."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser import toolbar
from tests.browser.conftest import Tour, Visit
from tests.browser.pages import REPORT
from tests.browser.probes import Faults, FocusStop, focus_stop, open_all
from tests.browser.readers import COLOURS, PHONE, PLAIN, ZOOMED

READERS = {
    "plain": PLAIN,
    "phone": PLAIN.at(PHONE),
    "zoomed-200": PLAIN.at(ZOOMED).choosing(text_size="200"),
    "dark": COLOURS["dark"],
    "high-light": COLOURS["high-light"],
    "high-dark": COLOURS["high-dark"],
    "forced": COLOURS["forced"],
}
# More stops than any page has: a walk that long is caught somewhere.
MANY = 200


@pytest.mark.parametrize("reader", READERS)
def test_every_stop_is_seen_and_none_is_covered(visit: Visit, reader: str) -> None:
    page = visit(REPORT, READERS[reader])
    open_all(page)
    assert [fault for stop in _walk(page) for fault in stop.faults] == []


def test_stops_come_in_the_order_of_the_page(tour: Tour) -> None:
    assert tour(PLAIN, _walk_faults) == {}


def _walk_faults(page: Page) -> Faults:
    open_all(page)
    stops = list(_walk(page))
    faults = [fault for stop in stops for fault in stop.faults]
    turns = [after.name for before, after in pairwise(stops) if after.place <= before.place]
    return [*faults, *(f"out of order: {name}" for name in turns)]


def test_the_first_stop_leads_to_the_content(tour: Tour) -> None:
    assert tour(PLAIN, _skip_faults) == {}


def _skip_faults(page: Page) -> Faults:
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    return [] if inside else ["the next stop is not in the content"]


def test_closed_reading_options_are_few_stops(visit: Visit) -> None:
    page = visit(REPORT)
    stops = [stop for stop in _walk(page) if stop.part == "accessibility-toolbar"]
    assert 1 <= len(stops) <= 5


def test_an_abbreviation_is_a_stop_where_it_is_used_first_and_nowhere_else(visit: Visit) -> None:
    for abbreviations in ("short", "long"):
        page = visit(REPORT, PLAIN.choosing(abbreviations=abbreviations))
        stops = [stop for stop in _walk(page) if stop.part == "prose"]
        first_uses = page.locator(".prose abbr > a").count()
        assert first_uses == page.locator(".glossary-terms dt").count()
        assert page.locator(".prose abbr").count() > 3 * first_uses > 20
        assert len(stops) == page.locator(".prose a[href]").locator("visible=true").count()


def test_choices_are_made_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit(REPORT)
    _go_to(page, "Cỡ chữ")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert toolbar.text_size(page) == "20px"
    page.keyboard.press("ArrowDown")
    assert toolbar.text_size(page) == "24px"
    page.keyboard.press("ArrowUp")
    assert toolbar.text_size(page) == "20px"
    for name in (toolbar.SPACING, toolbar.PLAIN_FONT):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(toolbar.choice(page, name)).to_be_checked()
    page.keyboard.press("Tab")
    expect(toolbar.section(page).locator("summary").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(toolbar.choice(page, toolbar.EXPANSIONS)).to_be_checked()
    toolbar.section(page).get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("html[data-text-size]")).to_have_count(0)
    assert toolbar.text_size(page) == "16px"
    assert toolbar.chosen(page) == {}


def test_the_link_to_the_list_of_abbreviations_arrives(visit: Visit) -> None:
    page = visit(REPORT)
    toolbar.open_group(page, toolbar.ABBREVIATIONS)
    toolbar.section(page).get_by_role("link", name="Từ viết tắt trong bài").click()
    expect(page.locator("details.glossary-terms summary")).to_be_in_viewport()


def test_the_menu_of_narrow_pages_opens_and_closes(visit: Visit) -> None:
    page = visit(REPORT, PLAIN.at(PHONE))
    menu = page.get_by_role("navigation", name="Danh mục chính")
    entry = menu.get_by_role("link", name="Văn bản")
    expect(entry).to_be_hidden()
    menu.locator("summary").press("Enter")
    expect(entry).to_be_visible()
    page.keyboard.press("Tab")
    assert menu.evaluate("menu => menu.contains(document.activeElement)")
    menu.locator("summary").press("Enter")
    expect(entry).to_be_hidden()


def _walk(page: Page) -> Iterator[FocusStop]:
    """Every stop of the Tab key, from the top to the end of the page."""
    first: FocusStop | None = None
    for _ in range(MANY):
        page.keyboard.press("Tab")
        stop = focus_stop(page)
        # After the last stop the focus is at no element, or at the first again.
        if stop is None or (first and stop.place == first.place):
            return
        first = first or stop
        yield stop
    pytest.fail(f"the focus does not leave the page: {stop}")


def _go_to(page: Page, words: str) -> None:
    for stop in _walk(page):
        if words in stop.name and stop.part == "accessibility-toolbar":
            return
    pytest.fail(f"Tab does not reach {words}")
