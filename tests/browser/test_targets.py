"""Whatever answers to a press is 44 pixels wide and high, and has its place to itself."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import Tour
from tests.browser.probes import LEAST_TARGET, Faults, faults, open_all, shorten_links
from tests.browser.readers import DESK, PHONE, PLAIN


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_targets_are_large_and_apart(tour: Tour, screen: ViewportSize) -> None:
    assert tour(PLAIN.at(screen), _faults) == {}


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_targets_are_large_even_when_their_words_are_few(tour: Tour, screen: ViewportSize) -> None:
    assert tour(PLAIN.at(screen), _faults_when_short) == {}


def _faults(page: Page) -> Faults:
    open_all(page)
    return [*faults(page, "smallTargets", LEAST_TARGET), *faults(page, "overlappingTargets")]


def _faults_when_short(page: Page) -> Faults:
    shorten_links(page)
    return _faults(page)
