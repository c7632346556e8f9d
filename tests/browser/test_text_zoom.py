"""Larger text alone, as browsers can make it, cuts nothing off (WCAG 1.4.4).

The probe enlarges every text, whatever its unit; Chromium itself does what its readers set.
"""

from playwright.sync_api import Page, Playwright

from tests.browser.chromium import launch_options
from tests.browser.conftest import Tour
from tests.browser.pages import PAGES
from tests.browser.probes import Faults, faults, open_all, zoom_text
from tests.browser.readers import DESK, PHONE, PLAIN

LEAST = 24
# The height of the smallest line of a page, in pixels.
SMALLEST_LINE = """() => Math.min(...[...document.querySelectorAll("main p, footer a")]
  .flatMap((each) => [...each.getClientRects()]).map(({ height }) => height).filter(Boolean))"""


def test_text_of_double_size_has_room(tour: Tour) -> None:
    assert tour(PLAIN.at(DESK), _faults_of_double_text) == {}


def test_text_of_a_smallest_size_has_room(tour: Tour) -> None:
    assert tour(PLAIN.at(PHONE), _faults_of_least_text) == {}


def test_text_has_room_where_the_browser_doubles_it(tour: Tour) -> None:
    assert tour(PLAIN.at(DESK), _faults_of_double_size) == {}


def test_text_has_room_where_the_browser_has_a_smallest_size(
    playwright: Playwright, site_address: str
) -> None:
    options = launch_options()
    options["args"].append(f"--blink-settings=minimumFontSize={LEAST}")
    reader = PLAIN.at(PHONE).context_options(site_address)
    found = {}
    with playwright.chromium.launch(**options) as browser, browser.new_page(**reader) as page:
        for kind, path in PAGES.items():
            page.goto(path)
            assert page.evaluate(SMALLEST_LINE) >= LEAST
            found[kind] = _faults(page)
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def _faults_of_double_size(page: Page) -> Faults:
    sizes = {"standard": 32, "fixed": 26}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    return _faults(page)


def _faults_of_double_text(page: Page) -> Faults:
    zoom_text(page, factor=2)
    return _faults(page)


def _faults_of_least_text(page: Page) -> Faults:
    zoom_text(page, least=24)
    return _faults(page)


def _faults(page: Page) -> Faults:
    open_all(page)
    return [*faults(page, "sidewaysScroll"), *faults(page, "hiddenText")]
