"""Our probes and tools find what is planted, and nothing where all is well.

One defect for each finder; `make probes-report` plants all of them and counts on many more pages.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import probes
from tests.browser.conftest import Tour
from tests.browser.pages import PAGES
from tests.browser.planting import DEFECTS, SOUND, Change, found_by, plant
from tests.browser.probes import Faults, probe
from tests.browser.readers import PLAIN

ONE_EACH = list({defect.finds: defect for defect in reversed(DEFECTS)}.values())
LOOK_ALIKES = [change for change in SOUND if change.page == "article"]


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    """A page of the site that may be written into."""
    options = PLAIN.context_options(site_address)
    with browser.new_context(**options, bypass_csp=True) as context:
        yield context.new_page()


@pytest.mark.parametrize("defect", ONE_EACH, ids=lambda defect: defect.finds)
def test_a_planted_defect_is_found(page: Page, defect: Change) -> None:
    page.goto(PAGES[defect.page])
    plant(page, defect)
    assert found_by(page, defect.finds) != []


def test_pages_have_no_faults(tour: Tour) -> None:
    assert tour(PLAIN, _faults) == {}


def test_sound_changes_are_no_faults(page: Page) -> None:
    found = {}
    for change in LOOK_ALIKES:
        page.goto(PAGES[change.page])
        plant(page, change)
        found[change.name] = _faults(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_every_probe_has_a_defect_to_find() -> None:
    finders = {defect.finds for defect in DEFECTS}
    assert [name for look in probes.LOOKS for name in look.probes if name not in finders] == []


def test_the_corpus_is_large_and_every_change_has_a_name_of_its_own() -> None:
    assert len(DEFECTS) >= 60
    assert len({change.name for change in (*DEFECTS, *SOUND)}) == len(DEFECTS) + len(SOUND)


def _faults(page: Page) -> Faults:
    return [f"{each.probe} ({each.look}): {each.fault}" for each in probe(page)]
