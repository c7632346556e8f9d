"""Larger text alone, as browsers can make it, cuts nothing off (WCAG 1.4.4)."""

from playwright.sync_api import Page

from tests.browser.conftest import Tour
from tests.browser.probes import Faults, faults, open_all, zoom_text
from tests.browser.readers import DESK, PHONE, PLAIN


def test_text_of_double_size_has_room(tour: Tour) -> None:
    assert tour(PLAIN.at(DESK), _faults_of_double_text) == {}


def test_text_of_a_smallest_size_has_room(tour: Tour) -> None:
    assert tour(PLAIN.at(PHONE), _faults_of_least_text) == {}


def _faults_of_double_text(page: Page) -> Faults:
    zoom_text(page, factor=2)
    return _faults(page)


def _faults_of_least_text(page: Page) -> Faults:
    zoom_text(page, least=24)
    return _faults(page)


def _faults(page: Page) -> Faults:
    open_all(page)
    return [*faults(page, "sidewaysScroll"), *faults(page, "hiddenText")]
