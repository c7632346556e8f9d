"""Pages fold instead of scrolling sideways, and nothing is cut off (WCAG 1.4.10, 1.4.12, 1.4.4)."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tour
from tests.browser.probes import Faults, faults, open_all, space_text
from tests.browser.readers import DESK, PLAIN, WIDE_DESK, ZOOMED, Reader


@pytest.mark.parametrize(
    "reader",
    [
        pytest.param(PLAIN.at(ZOOMED), id="zoomed"),
        pytest.param(PLAIN.at(ZOOMED).choosing(text_size="200"), id="zoomed-200"),
        pytest.param(PLAIN.at(ZOOMED).choosing(text_size="200", spacing="wide"), id="zoomed-wide"),
        pytest.param(PLAIN.at(ZOOMED).choosing(abbreviations="long"), id="zoomed-long"),
        pytest.param(PLAIN.at(DESK).choosing(text_size="150"), id="desk-150"),
        pytest.param(PLAIN.at(DESK).choosing(spacing="wide", font="plain"), id="desk-wide"),
        pytest.param(PLAIN.at(WIDE_DESK), id="wide-desk"),
    ],
)
def test_nothing_scrolls_sideways_or_is_cut_off(tour: Tour, reader: Reader) -> None:
    assert tour(reader, _faults) == {}


@pytest.mark.parametrize(
    "reader",
    [
        pytest.param(PLAIN.at(ZOOMED), id="zoomed"),
        pytest.param(PLAIN.at(ZOOMED).choosing(text_size="200"), id="zoomed-200"),
        pytest.param(PLAIN.at(WIDE_DESK), id="wide-desk"),
    ],
)
def test_the_readers_own_spacing_cuts_nothing_off(tour: Tour, reader: Reader) -> None:
    assert tour(reader, _faults_when_spaced) == {}


def _faults(page: Page) -> Faults:
    open_all(page)
    return [*faults(page, "sidewaysScroll"), *faults(page, "hiddenText")]


def _faults_when_spaced(page: Page) -> Faults:
    space_text(page)
    return _faults(page)
