"""The player on a page, in a real browser under the policy of the published site."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.read_aloud.blocks import WITHIN_WORDS
from plugins.read_aloud.config import ReadAloudSettings
from tests.browser.axe import violations
from tests.browser.probes import LEAST_CONTRAST, MORE_CONTRAST
from tests.browser.readers import COLOURS
from tests.browser.serving import served
from tests.conftest import ROOT, article, build_folder, write_files

pytestmark = pytest.mark.browser

SCRIPT = ROOT / "theme" / "components" / "read-aloud" / "read-aloud.js"
BODY = """UBND tỉnh họp ngày 15/3. **Bộ** KH&CN tăng 44,8%.

1. Một việc lớn

    a) Hai việc nhỏ

Đoạn cuối cùng của bài."""
DOCUMENT = """---
title: Thông báo kết luận hội nghị
type: Thông báo
number: không rõ
issuer: Bộ Khoa học và Công nghệ
date: không rõ
---

UBND tỉnh thông báo.

1. Sở KH&CN chủ trì.
"""
SENTENCES = [
    *("Bài đọc thử", "Chủ Nhật, 17/03/2024", "UBND tỉnh họp ngày 15/3", "Bộ KH&CN tăng 44,8%"),
    *("Một việc lớn", "Hai việc nhỏ", "Đoạn cuối cùng của bài"),
]
REGISTER = (
    '[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"\n'
    '[[term]]\nshort = "KH&CN"\nlong = "khoa học và công nghệ"\n'
)
MARKED = """name => {
  const [range] = CSS.highlights.get(name) ?? [];
  const marked = range?.cloneContents() ?? document.createDocumentFragment();
  for (const unseen of marked.querySelectorAll("[hidden], [popover]")) unseen.remove();
  return marked.textContent.trim();
}"""


LOOK = """name => {
  const style = getComputedStyle(document.querySelector("h1"), `::highlight(${name})`);
  const page = getComputedStyle(document.documentElement);
  return { text: style.color, band: style.backgroundColor, line: style.textDecorationLine,
    page: page.backgroundColor };
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("listening")
    content, output = folder / "content", folder / "output"
    content.mkdir()
    files = {
        "tin-tuc/bai.md": article("Bài đọc thử", body=BODY, slug="bai"),
        "van-ban/thong-bao.md": DOCUMENT,
        "du-lieu/tu-viet-tat.toml": REGISTER,
    }
    write_files(content, files)
    settings = {"STORE_PATH": str(folder / "store"), "READ_ALOUD": ReadAloudSettings()}
    assert build_folder(content, output, settings).exit_code == 0
    with served(output) as site:
        yield f"{site}tin-tuc/bai/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize("url", ["tin-tuc/bai/", "van-ban/thong-bao/"])
def test_the_player_of_the_browser_fits_a_narrow_page(page: Page, address: str, url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address.replace("tin-tuc/bai/", url))
    expect(page.locator("audio")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def play(page: Page) -> None:
    """Press play, as a person does; the recording stops at once, so that it can be looked at."""
    page.locator("h1").click()  # sound needs somebody on the page
    page.locator("audio").evaluate("audio => audio.play()")
    expect(page.get_by_role("button", name="Câu sau")).to_be_visible()
    page.locator("audio").evaluate("audio => audio.pause()")


def seek(page: Page, seconds: float) -> None:
    page.locator("audio").evaluate(
        """(audio, time) => new Promise((done) => {
          audio.addEventListener("seeked", () => setTimeout(done, 20), { once: true });
          audio.currentTime = time;
        })""",
        seconds,
    )


def expect_marked(page: Page, right: Callable[[str], bool]) -> None:
    """Wait until the right sentence is marked."""
    for _ in range(100):
        if right(page.evaluate(MARKED, "read-aloud-sentence")):
            return
        page.wait_for_timeout(50)
    pytest.fail(page.evaluate(MARKED, "read-aloud-sentence"))


def test_without_scripts_there_is_a_player_that_loads_nothing(
    browser: Browser, address: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        expect(page.locator("audio[controls][preload=none]")).to_be_visible()
        text = page.locator("read-aloud").inner_text()
        assert re.search(r"giọng máy \(1 phút, 0,\d MB\)", text)
        assert not [url for url in asked if "doc-bai" in url or "listening" in url]
        assert page.request.get(page.get_by_role("link", name="Lời đọc").evaluate("a => a.href")).ok
        with page.expect_download() as download:
            page.get_by_role("link", name="Tải tệp MP3").click()
        assert download.value.suggested_filename == "doc-bai.mp3"


def test_words_are_marked_while_they_are_said(page: Page, address: str) -> None:
    page.goto(address)
    before = page.locator("main").inner_html()
    play(page)
    seek(page, 0)
    marked = [page.evaluate(MARKED, "read-aloud-sentence")]
    assert page.evaluate(MARKED, "read-aloud-word") == "Bài"
    for _ in SENTENCES[1:]:
        page.get_by_role("button", name="Câu sau").click()
        expect_marked(page, lambda text: text != marked[-1])
        marked.append(page.evaluate(MARKED, "read-aloud-sentence"))
    assert [re.sub(r"^\w[.)] |[.]$", "", sentence) for sentence in marked] == SENTENCES
    added = re.compile(r'<div class="read-aloud__controls">.*?</div>', re.DOTALL)
    assert added.sub("", page.locator("main").inner_html()) == before


def test_the_open_player_is_accessible(page: Page, address: str) -> None:
    page.goto(address)
    play(page)
    assert violations(page) == []
    for control in page.locator(".read-aloud__controls > *").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= 44


@pytest.mark.parametrize("colours", COLOURS)
def test_marked_words_stand_out_in_all_colours(
    browser: Browser, address: str, colours: str
) -> None:
    origin = address.removesuffix("tin-tuc/bai/")
    with browser.new_context(**COLOURS[colours].context_options(origin)) as context:
        page = context.new_page()
        page.goto(address)
        play(page)
        seek(page, 0)
        page.wait_for_function(
            "() => getComputedStyle(document.querySelector('read-aloud')).gap !== 'normal'"
        )
        sentence, word = (
            page.evaluate(LOOK, f"read-aloud-{name}") for name in ("sentence", "word")
        )
    limit = MORE_CONTRAST if "high" in colours else LEAST_CONTRAST
    for look in (sentence, word):
        assert contrast(look["text"], look["band"]) >= limit
        assert contrast(look["band"], look["page"]) >= 3
    assert sentence["line"] == "none"
    assert word["line"] == "underline"


def contrast(one: str, other: str) -> float:
    """How far two colours of a style sheet stand apart, as WCAG counts."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(channel) / 255 for channel in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_one_can_go_back_and_begin_where_one_reads(page: Page, address: str) -> None:
    page.goto(address)
    play(page)
    page.locator(".prose p").last.select_text()
    page.get_by_role("button", name="Đọc từ chỗ đang xem").click()
    expect_marked(page, lambda text: text.startswith("Đoạn cuối"))
    page.get_by_role("button", name="Câu trước").click()
    expect_marked(page, lambda text: "Hai việc" in text)


def test_speed_and_place_are_kept(page: Page, address: str) -> None:
    page.goto(address)
    play(page)
    seek(page, 2)
    page.locator("audio").evaluate("audio => { audio.playbackRate = 1.5; }")
    page.locator("audio").evaluate("audio => audio.play()")
    page.wait_for_timeout(100)
    page.locator("audio").evaluate("audio => audio.pause()")
    page.wait_for_timeout(100)
    page.reload()
    play(page)
    rate, time = page.locator("audio").evaluate("a => [a.playbackRate, a.currentTime]")
    assert rate == 1.5
    assert time >= 2


def test_the_script_finds_the_blocks_that_the_build_found() -> None:
    listed = re.search(r'WITHIN_WORDS = new Set\(\s*"([A-Z ]+)"', SCRIPT.read_text("utf-8"))
    assert listed
    assert set(listed[1].lower().split()) == WITHIN_WORDS
