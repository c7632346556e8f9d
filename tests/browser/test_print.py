"""On paper stands the text with what belongs to it, and none of the tools."""

import re
import zlib

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Tour, Visit
from tests.browser.pages import HOME, NOTICE, REPORT, SUPPORT
from tests.browser.probes import Faults
from tests.browser.readers import COLOURS, PLAIN, Reader

MILLIMETRES = 25.4 / 72  # of a point
TOOLS = [
    *(".skip-link", "nav", ".accessibility-toolbar", ".share-links", "button", "input"),
    *(".other-articles", ".site-footer"),
]


@pytest.fixture
def printed(visit: Visit) -> Visit:
    """Open a page as the printer gets it."""

    def printed(path: str, reader: Reader = PLAIN) -> Page:
        page = visit(path, reader)
        page.emulate_media(media="print")
        return page

    return printed


def test_no_tool_is_printed(tour: Tour) -> None:
    assert tour(PLAIN, _printed_tools) == {}


def _printed_tools(page: Page) -> Faults:
    page.emulate_media(media="print")
    return [name for name in TOOLS if page.locator(name).locator("visible=true").count()]


@pytest.mark.parametrize("path", [REPORT, NOTICE, SUPPORT])
def test_all_text_is_printed(printed: Visit, visit: Visit, path: str) -> None:
    page = printed(path)
    expect(page.locator("h1")).to_be_visible()
    page.locator(".prose [hidden]").evaluate_all("all => all.forEach((each) => each.remove())")
    assert _text(page) == _text(visit(path))
    assert len(_text(visit(path))) > 1000


def test_the_list_of_abbreviations_is_printed_though_it_is_closed(printed: Visit) -> None:
    page = printed(REPORT)
    terms = page.locator("details.glossary-terms")
    assert terms.get_attribute("open") is None
    for term in terms.locator("dd").all():
        expect(term).to_be_visible()
    assert terms.locator("dd").count() > 5


def test_addresses_that_leave_the_site_are_printed(printed: Visit) -> None:
    page = printed(REPORT)
    # The first site has no such link.
    address = page.evaluate("""() => {
      const link = document.querySelector(".prose a[href]") ?? document.createElement("a");
      link.href = "https://www.most.gov.vn/";
      document.querySelector(".prose p").append(link);
      return getComputedStyle(link, "::after").content;
    }""")
    assert address == '" (https://www.most.gov.vn/)"'


@pytest.mark.parametrize("colours", ["dark", "high-dark", "system-dark", "system-high-dark"])
def test_paper_is_white_whatever_was_chosen(printed: Visit, colours: str) -> None:
    page = printed(NOTICE, COLOURS[colours])
    ground, ink = page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor,"
        " getComputedStyle(document.querySelector('.prose p')).color]"
    )
    assert (ground, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def test_the_notice_fills_sheets_of_a4(visit: Visit) -> None:
    document = visit(NOTICE).pdf(prefer_css_page_size=True, tagged=True, outline=True)
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)
    assert 1 < len(sheets) < 6
    for width, height in sheets:
        assert round(float(width) * MILLIMETRES) == 210
        assert round(float(height) * MILLIMETRES) == 297
    assert b"/Lang (vi)" in document
    assert "KẾT LUẬN".casefold() in _outline(document).casefold()
    assert all(_shows_text(content) for content in _page_contents(document, len(sheets)))


def test_the_home_page_prints_on_a4(visit: Visit) -> None:
    document = visit(HOME).pdf(prefer_css_page_size=True)
    (width, _) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)[0]
    assert round(float(width) * MILLIMETRES) == 210


def _text(page: Page) -> str:
    return " ".join(page.locator(".prose").inner_text().split())


def _outline(document: bytes) -> str:
    """The titles of a PDF's outline; Chromium writes them as hexadecimal UTF-16."""
    titles = re.findall(rb"/Title <FEFF([0-9A-F]+)>", document, re.IGNORECASE)
    return " ".join(bytes.fromhex(title.decode()).decode("utf-16-be") for title in titles)


def _page_contents(document: bytes, count: int) -> list[bytes]:
    streams = re.findall(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream", document, re.DOTALL)
    opened = [zlib.decompressobj().decompress(stream) for stream in streams]
    contents = [stream for stream in opened if b" Tf" in stream]
    assert len(contents) >= count
    return contents


def _shows_text(content: bytes) -> bool:
    return b"Tj" in content or b"TJ" in content
