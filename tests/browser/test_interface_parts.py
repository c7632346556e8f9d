"""What is drawn of the controls stands out from its ground by 4.5:1, in pixels of the screen."""

import io

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Page

from tests.browser.conftest import Visit
from tests.browser.pages import PAGES, REPORT
from tests.browser.probes import Faults, open_all
from tests.browser.readers import COLOURS, DESK
from tests.contrast import contrast

LIMIT = 4.5
PARTS = ".accessibility-toolbar__group, input, .tag-list__link, .glossary-index__letters a"
# From outside of an edge to inside of it, in pixels.
ACROSS = 3
LAST_EDGE = """parts => Math.max(
  ...[...document.querySelectorAll(parts)].map((part) => part.getBoundingClientRect().bottom))"""
FAINT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("details, input, a { border-color: #ccc !important }");
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("colours", COLOURS)
def test_controls_stand_out_from_their_ground(visit: Visit, colours: str) -> None:
    page = visit(REPORT, COLOURS[colours])
    assert _faint_parts(page) == []
    page.goto(PAGES["glossary"])
    assert page.locator(PARTS).count()
    assert _faint_parts(page) == []


def test_faint_controls_are_found(visit: Visit) -> None:
    page = visit(REPORT)
    page.evaluate(FAINT)
    assert len(_faint_parts(page)) == page.locator(PARTS).count()


def _faint_parts(page: Page) -> Faults:
    open_all(page)
    screen = _screen(page)
    ratios = [
        (part.evaluate("part => part.value ?? part.localName"), _edge(screen, part.bounding_box()))
        for part in page.locator(PARTS).all()
    ]
    return [f"{name}: {ratio:.2f}" for name, ratio in ratios if ratio < LIMIT]


def _screen(page: Page) -> Image.Image:
    """The page down to the last part; Chromium cannot always picture the whole of a long page."""
    bottom: float = page.evaluate(LAST_EDGE, PARTS)
    page.set_viewport_size({**DESK, "height": round(bottom) + ACROSS})
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _edge(screen: Image.Image, box: FloatRect | None) -> float:
    """The contrast of the left edge, in the middle of the height, with the ground beside it."""
    assert box
    left, middle = round(box["x"]), round(box["y"] + box["height"] / 2)
    line = screen.crop((left - ACROSS, middle, left + ACROSS, middle + 1))
    ground, *others = zip(*[iter(line.tobytes())] * 3, strict=True)
    return max(contrast(ground, other) for other in others)
