"""Text stands out from its ground: 7:1, and 12:1 for readers who ask for more contrast."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tour
from tests.browser.probes import LEAST_CONTRAST, MORE_CONTRAST, Faults, faults, open_all
from tests.browser.readers import COLOURS


@pytest.mark.parametrize("colours", COLOURS)
def test_no_text_is_faint(tour: Tour, colours: str) -> None:
    limit = MORE_CONTRAST if "high" in colours else LEAST_CONTRAST

    def faint_texts(page: Page) -> Faults:
        open_all(page)
        return faults(page, "faintTexts", limit)

    assert tour(COLOURS[colours], faint_texts) == {}
