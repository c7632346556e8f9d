"""The open player, with a sentence marked, under the conditions of the matrix."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page

from plugins.core.dates import ZONE
from plugins.read_aloud.config import ReadAloudSettings
from tests.audit.counting import count
from tests.audit.examination import batches, examine_batch
from tests.audit.matrix import Visit, sample
from tests.audit.reviews import FILE, read_reviewed
from tests.browser.probes import open_all
from tests.browser.serving import served
from tests.conftest import article, build_folder, write_files
from tests.read_aloud.test_player import BODY, play, seek

pytestmark = pytest.mark.browser
PAGE = "tin-tuc/bai/"
BATCHES = batches(visit for visit in sample([PAGE]) if visit.scripts)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("listened-to")
    write_files(
        folder / "content", {f"{PAGE.strip('/')}.md": article("Bài", body=BODY, slug="bai")}
    )
    settings = {"STORE_PATH": str(folder / "store"), "READ_ALOUD": ReadAloudSettings()}
    assert build_folder(folder / "content", folder / "output", settings).exit_code == 0
    with served(folder / "output") as site:
        yield site


def listen(page: Page) -> None:
    open_all(page)
    play(page)
    seek(page, 0)


@pytest.mark.parametrize("visits", BATCHES, ids=[visits[0].system for visits in BATCHES])
def test_no_visit_of_a_listener_finds_a_fault(
    browser: Browser, address: str, visits: list[Visit]
) -> None:
    reviewed = read_reviewed(FILE, datetime.now(ZONE).date())
    examinations = examine_batch(browser, address, visits, listen)
    assert count(examinations, reviewed).lines == ()
