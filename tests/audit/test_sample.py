"""The pairwise sample of all conditions finds no fault on any kind of page."""

from datetime import datetime

import pytest
from playwright.sync_api import Browser

from plugins.core.dates import ZONE
from tests.audit.counting import count
from tests.audit.examination import batches, examine_batch
from tests.audit.matrix import Visit, sample
from tests.audit.reviews import FILE, read_reviewed
from tests.browser.pages import PAGES
from tests.browser.serving import served
from tests.conftest import BuiltSite

pytestmark = pytest.mark.browser
BATCHES = {
    f"{visits[0].system}-{'scripts' if visits[0].scripts else 'no-scripts'}": visits
    for visits in batches(sample(list(PAGES.values())))
}


@pytest.mark.parametrize("visits", BATCHES.values(), ids=BATCHES)
def test_no_visit_finds_a_fault(
    browser: Browser, first_site: BuiltSite, visits: list[Visit]
) -> None:
    reviewed = read_reviewed(FILE, datetime.now(ZONE).date())
    with served(first_site.folder) as address:
        examinations = examine_batch(browser, address, visits)
    assert count(examinations, reviewed).lines == ()


def test_every_visit_is_in_a_batch() -> None:
    assert sum(map(len, BATCHES.values())) == len(sample(list(PAGES.values())))
