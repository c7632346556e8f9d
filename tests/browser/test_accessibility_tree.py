"""What assistive technology is told: the stored trees, and the reading options in every mode.

After a wanted change: `pytest tests/browser/test_accessibility_tree.py --rewrite-trees`, then read
the difference as a listener would.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility_tree import FOR_SOME_READERS, outline, tree
from tests.browser.conftest import Visit
from tests.browser.pages import PAGES, REPORT
from tests.browser.probes import open_all
from tests.browser.readers import COLOURS, PLAIN
from tests.browser.second_site import MORE_PAGES

TREES = Path(__file__).with_name("trees")
TOOLBAR = "accessibility-toolbar"


def test_every_kind_of_page_has_its_stored_tree(
    visit: Visit, second_address: str, request: pytest.FixtureRequest
) -> None:
    page = visit("404.html")
    told = {}
    # The statement is taken from there too: here, its words are those of the last audit.
    more = {kind: second_address + path for kind, path in MORE_PAGES.items()}
    for kind, path in {**PAGES, **more}.items():
        page.goto(path)
        told[kind] = "\n".join(outline(tree(page))) + "\n"
    if request.config.getoption("--rewrite-trees", default=False):
        for kind, lines in told.items():
            (TREES / f"{kind}.txt").write_text(lines, encoding="utf-8")
    stored = {path.stem: path.read_text(encoding="utf-8") for path in TREES.glob("*.txt")}
    assert told == stored


@pytest.mark.parametrize("colours", COLOURS)
def test_the_reading_options_are_told_alike_in_all_colours(visit: Visit, colours: str) -> None:
    assert _reading_options(visit(REPORT, COLOURS[colours])) == _reading_options(visit(REPORT))


def test_the_reading_options_are_told_alike_in_all_sizes(visit: Visit) -> None:
    large = visit(REPORT, PLAIN.choosing(text_size="200", abbreviations="long"))
    assert _reading_options(large) == _reading_options(visit(REPORT))


def _reading_options(page: Page) -> list[str]:
    """All but their state, and the sentence that system colours call for."""
    open_all(page)
    told = [line.replace(" [checked]", "") for line in tree(page, TOOLBAR)]
    return [line for line in told if line.strip(" -") not in FOR_SOME_READERS]
