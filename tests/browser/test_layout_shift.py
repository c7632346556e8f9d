"""Nothing on a page changes its place by itself; only text that grows moves what follows it."""

import pytest
from playwright.sync_api import Page

from tests.browser import toolbar
from tests.browser.conftest import Visit
from tests.browser.pages import NOTICE, REPORT
from tests.browser.readers import PHONE, PLAIN

# Runs before everything else in a page. A shift right after a press is one that the reader
# caused; it counts where nothing may move at all.
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) shifts.push([value, hadRecentInput]);
}).observe({ type: "layout-shift", buffered: true });
"""
SETTLED = """new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))))"""
GROWING = {
    toolbar.SIZE: ("Lớn 125%", "Lớn nhất 200%", toolbar.SPACING, toolbar.PLAIN_FONT),
    toolbar.ABBREVIATIONS: (toolbar.EXPANSIONS,),
}
COLOURS = (
    *("Nền sáng", "Nền tối", "Tương phản cao: chữ đen nền trắng"),
    *("Tương phản cao: chữ vàng nền đen", "Theo cài đặt của máy"),
)


@pytest.mark.parametrize("path", [REPORT, NOTICE])
def test_a_page_opens_without_a_shift_whatever_was_chosen(visit: Visit, path: str) -> None:
    chosen = PLAIN.choosing(text_size="200", spacing="wide", font="plain", abbreviations="long")
    for reader in (PLAIN, chosen, chosen.at(PHONE)):
        assert _shifts(visit(path, reader, script=WATCH)) == []


def test_a_choice_of_colours_moves_nothing(visit: Visit) -> None:
    page = visit(REPORT, script=WATCH)
    toolbar.open_group(page, toolbar.CONTRAST)
    _forget(page)
    for name in COLOURS:
        toolbar.choice(page, name).check()
        assert _shifts(page) == [], name


def test_a_choice_of_text_moves_things_once_and_at_once(visit: Visit) -> None:
    page = visit(REPORT, script=WATCH)
    for group, names in GROWING.items():
        toolbar.open_group(page, group)
        for name in names:
            toolbar.choice(page, name).check()
    toolbar.reset(page)
    assert [value for value, by_reader in _shifts(page) if not by_reader] == []


def test_a_shift_is_found(visit: Visit) -> None:
    page = visit(REPORT, script=WATCH)
    page.evaluate("document.querySelector('h1').before('Đẩy xuống', document.createElement('p'))")
    assert _shifts(page) != []


def _shifts(page: Page) -> list[tuple[float, bool]]:
    page.evaluate(SETTLED)
    shifts: list[tuple[float, bool]] = page.evaluate("shifts")
    return shifts


def _forget(page: Page) -> None:
    page.evaluate(SETTLED)
    page.evaluate("shifts.length = 0")
