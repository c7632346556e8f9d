"""A page that the browser kept whole, and shows again, is in step with what was chosen since.

Playwright keeps its Chromium from keeping pages; here it may.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser import toolbar
from tests.browser.chromium import launch_options
from tests.browser.pages import HOME, REPORT, SUPPORT
from tests.browser.readers import PLAIN

# A page that is loaded anew has seen one showing, a kept one several.
WATCH = (
    "addEventListener('pageshow', ({ persisted }) => (globalThis.showings ??= []).push(persisted))"
)


@pytest.fixture(scope="module")
def keeping_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser that keeps the pages that its reader leaves."""
    without = ["--disable-back-forward-cache"]
    with playwright.chromium.launch(**launch_options(), ignore_default_args=without) as browser:
        yield browser


@pytest.fixture(params=[REPORT])
def page(
    request: pytest.FixtureRequest, keeping_browser: Browser, site_address: str
) -> Iterator[Page]:
    """A reader who has come from another page to that of the reading options."""
    with keeping_browser.new_context(**PLAIN.context_options(site_address)) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.goto(request.param)
        page.goto(SUPPORT)
        yield page


def test_a_kept_page_takes_what_was_chosen_since(page: Page) -> None:
    toolbar.choice(page, "Lớn 125%").check()
    toolbar.choice(page, "Nền tối").check()
    _go(page, "back")
    assert toolbar.chosen(page) == {"textSize": "125", "contrast": "dark"}
    assert toolbar.text_size(page) == "20px"
    assert toolbar.page_colour(page) == toolbar.DARK
    for group in (toolbar.SIZE, toolbar.CONTRAST):
        toolbar.open_group(page, group)
    expect(toolbar.choice(page, "Lớn 125%")).to_be_checked()
    expect(toolbar.choice(page, "Nền tối")).to_be_checked()


@pytest.mark.parametrize("page", [HOME], indirect=True)
def test_a_kept_page_without_reading_options_takes_it_too(page: Page) -> None:
    toolbar.choice(page, "Nền tối").check()
    _go(page, "back")
    expect(toolbar.section(page)).to_have_count(0)
    assert toolbar.page_colour(page) == toolbar.DARK


def test_a_kept_page_forgets_what_was_taken_back_since(page: Page) -> None:
    toolbar.choice(page, "Nền tối").check()
    _go(page, "back")
    toolbar.reset(page)
    _go(page, "forward")
    assert toolbar.chosen(page) == {}
    expect(toolbar.choice(page, "Theo cài đặt của máy")).to_be_checked()
    assert toolbar.page_colour(page) == toolbar.WHITE


def _go(page: Page, direction: str) -> None:
    """Go back or forward to a page that was kept."""
    page.evaluate(f"history.{direction}()")
    page.wait_for_function("globalThis.showings?.length === 2")
    assert page.evaluate("showings") == [False, True]
