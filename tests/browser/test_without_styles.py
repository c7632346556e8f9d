"""Without style sheets everything is there, in the same order."""

from playwright.sync_api import Page

from tests.browser.accessibility_tree import FOR_SOME_READERS, tree
from tests.browser.conftest import Tour
from tests.browser.probes import Faults, open_all
from tests.browser.readers import PLAIN

WITHOUT_STYLE = """() => {
  for (const sheet of document.querySelectorAll("link[rel=stylesheet], style")) sheet.remove();
}"""


def test_everything_is_told_in_the_same_order(tour: Tour) -> None:
    assert tour(PLAIN, _lost_without_style) == {}


def _lost_without_style(page: Page) -> Faults:
    open_all(page)
    with_style = tree(page)
    page.evaluate(WITHOUT_STYLE)
    without_style = [line for line in tree(page) if line.strip(" -") not in FOR_SOME_READERS]
    differing = set(with_style).symmetric_difference(without_style)
    return [] if with_style == without_style else sorted(differing) or ["another order"]
