"""No page is ever seen in another mode than the chosen one, not for a single frame."""

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Visit
from tests.browser.first_frames import MODES, WATCH, wrong_frames

# Of each mode; `make audit` makes fifty.
LOADS = 3


@pytest.mark.parametrize("mode", MODES)
def test_no_frame_is_painted_in_another_mode(visit: Visit, mode: str) -> None:
    page = visit("404.html", MODES[mode].reader, script=WATCH)
    assert wrong_frames(page, MODES[mode], LOADS) == []


def test_a_choice_that_comes_a_little_late_is_found(visit: Visit) -> None:
    page = visit("404.html", MODES["dark"].reader, script=WATCH)
    page.route("**/preferences.js", _come_late)
    assert wrong_frames(page, MODES["dark"], 1) != []


def _come_late(route: Route) -> None:
    late = "addEventListener('load', () => { document.documentElement.dataset.contrast = 'dark' })"
    route.fulfill(body=late, content_type="text/javascript")
