"""HTML_CodeSniffer calls nothing an error on any kind of page; exceptions are few and end."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.allowed import ALLOWED
from tests.browser.conftest import Tour
from tests.browser.htmlcs import errors
from tests.browser.probes import Faults, open_all
from tests.browser.readers import COLOURS, PHONE


@pytest.mark.parametrize("colours", ["plain", "high-dark"])
def test_no_errors(tour: Tour, colours: str) -> None:
    assert tour(COLOURS[colours], _errors) == {}


def test_no_errors_on_a_phone(tour: Tour) -> None:
    assert tour(COLOURS["dark"].at(PHONE).choosing(abbreviations="long"), _errors) == {}


def test_an_error_is_found(browser: Browser) -> None:
    with browser.new_page() as page:
        page.set_content("<title>Một trang</title><main><img src='anh.jpg'></main>")
        found = errors(page)
    assert any("H57.2" in error for error in found)
    assert any("H37" in error for error in found)


def test_no_exception_is_past_its_day() -> None:
    today = datetime.now(tz=UTC).date()
    assert [entry.code for entry in ALLOWED if entry.until < today] == []


def test_every_exception_has_a_reason() -> None:
    assert [entry.code for entry in ALLOWED if len(entry.reason) < 40] == []


def _errors(page: Page) -> Faults:
    open_all(page)
    return errors(page)
