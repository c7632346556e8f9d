"""Tools and probes find nothing on the kinds of pages that only the second site has.

The audit reads every page of the public site; a site has series and numbered pages only
once its editors have written enough.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import axe, htmlcs, toolbar
from tests.browser.conftest import Visit
from tests.browser.probes import Faults, open_all, probe
from tests.browser.readers import COLOURS, PHONE, PLAIN, Reader, choose
from tests.browser.second_site import MORE_PAGES

LARGE = COLOURS["high-dark"].choosing(text_size="200", abbreviations="long").at(PHONE)


@pytest.mark.parametrize("reader", [PLAIN, LARGE], ids=["plain", "large"])
@pytest.mark.parametrize("tool", [axe.violations, htmlcs.errors], ids=["axe", "htmlcs"])
def test_tools_find_nothing(
    visit: Visit, second_address: str, reader: Reader, tool: Callable[[Page], Faults]
) -> None:
    page = visit(second_address, reader)
    choose(page, **reader.choices)
    assert _tour(page, second_address, tool) == {}
    assert toolbar.chosen(page).get("textSize") == reader.choices.get("text-size")


def test_probes_find_nothing(visit: Visit, second_address: str) -> None:
    assert _tour(visit(second_address), second_address, _probed) == {}


def _tour(page: Page, address: str, check: Callable[[Page], Faults]) -> dict[str, Faults]:
    found = {}
    for kind, path in MORE_PAGES.items():
        page.goto(address + path)
        open_all(page)
        found[kind] = check(page)
    return {kind: faults for kind, faults in found.items() if faults}


def _probed(page: Page) -> Faults:
    return [f"{each.probe} ({each.look}): {each.fault}" for each in probe(page)]
