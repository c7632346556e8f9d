"""A page without a recording, in a real browser with stubbed voices of all kinds."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.read_aloud.config import ReadAloudSettings
from tests.browser.axe import violations
from tests.browser.serving import served
from tests.conftest import article, build_folder, write_files
from tests.read_aloud.test_player import BODY, MARKED, REGISTER

pytestmark = pytest.mark.browser

SPOKEN = [
    "Bài đọc thử",
    "Chủ Nhật, ngày mười bảy tháng ba năm hai nghìn không trăm hai mươi tư",
    "Ủy ban nhân dân tỉnh họp ngày mười lăm tháng ba.",
    "Bộ khoa học và công nghệ tăng bốn mươi tư phẩy tám phần trăm.",
    "Một việc lớn",
    "a) Hai việc nhỏ",
    "Đoạn cuối cùng của bài.",
]
LOCAL = {"lang": "vi-VN", "localService": True, "name": "An"}
ANDROID = {"lang": "vi_VN", "localService": True, "name": "vi-vn-x"}
REMOTE = {"lang": "vi-VN", "localService": False, "name": "HoaiMy"}
ENGLISH = {"lang": "en-US", "localService": True, "name": "Zira"}
# Says nothing, and tells what it was asked to say; `finish` lets the present sentence end.
STUB = """({voices, late, android}) => {
  const synthesis = new EventTarget();
  let present = null;
  window.said = [];
  window.calls = [];
  const leave = (name) => {
    const ended = present;
    present = null;
    ended?.dispatchEvent(new Event(name));
  };
  window.finish = () => leave("end");
  window.reach = (charIndex) =>
    present.dispatchEvent(Object.assign(new Event("boundary"), { charIndex, name: "word" }));
  window.arrive = () => {
    late = false;
    synthesis.dispatchEvent(new Event("voiceschanged"));
  };
  Object.assign(synthesis, {
    getVoices: () => (late ? [] : voices),
    speak: (utterance) => {
      present = utterance;
      said.push(utterance.text);
      calls.push(`${utterance.voice.name} ${utterance.rate}`);
    },
    // What ends a sentence on a telephone looks like its end.
    cancel: () => leave(android ? "end" : "error"),
    pause: () => android && leave("end"),
    resume: () => {},
  });
  for (const name of ["speaking", "pending"]) {
    Object.defineProperty(synthesis, name, { get: () => name === "speaking" && present !== null });
  }
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  };
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("browser-voice")
    content, output = folder / "content", folder / "output"
    content.mkdir()
    files = {
        "tin-tuc/bai.md": article("Bài đọc thử", body=BODY, slug="bai"),
        "du-lieu/tu-viet-tat.toml": REGISTER,
    }
    write_files(content, files)
    settings = {"STORE_PATH": str(folder / "store"), "READ_ALOUD": ReadAloudSettings(engine="")}
    assert build_folder(content, output, settings).exit_code == 0
    with served(output) as site:
        yield f"{site}tin-tuc/bai/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        yield context


def opened(context: BrowserContext, address: str, *voices: dict[str, Any], **kind: bool) -> Page:
    page = context.new_page()
    given = {"voices": list(voices), "late": False, "android": False, **kind}
    page.add_init_script(f"({STUB})({json.dumps(given)})")
    page.goto(address)
    page.evaluate("customElements.whenDefined('browser-voice').then(() => {})")
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def said(page: Page) -> list[str]:
    words: list[str] = page.evaluate("said")
    return words


def expect_said(page: Page, count: int) -> None:
    """Wait until the voice was given so many sentences."""
    for _ in range(100):
        if len(said(page)) == count:
            return
        page.wait_for_timeout(20)
    pytest.fail(f"{said(page)} and not {count}")


@pytest.mark.parametrize("voices", [(), (ENGLISH,)])
def test_without_a_vietnamese_voice_there_is_no_control(
    context: BrowserContext, address: str, voices: tuple[dict[str, Any], ...]
) -> None:
    page = opened(context, address, *voices)
    expect(page.get_by_role("button", name="Nghe bài")).to_have_count(0)
    expect(page.locator("browser-voice")).to_be_hidden()


def test_without_scripts_there_is_no_control(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.locator("browser-voice")).to_be_hidden()


def test_a_voice_may_come_late(context: BrowserContext, address: str) -> None:
    page = opened(context, address, LOCAL, late=True)
    expect(page.locator("browser-voice")).to_be_hidden()
    page.evaluate("arrive()")
    expect(page.get_by_text("giọng máy có sẵn trong trình duyệt")).to_be_visible()


def test_a_local_voice_reads_sentence_by_sentence_after_a_press(
    context: BrowserContext, address: str
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = opened(context, address, ENGLISH, REMOTE, LOCAL)
    assert said(page) == []
    assert not [url for url in asked if url.endswith("json")]
    press(page, "Nghe bài")
    for count in range(1, len(SPOKEN) + 1):
        expect_said(page, count)
        page.evaluate("finish()")
    assert said(page) == SPOKEN
    assert set(page.evaluate("calls")) == {"An 1"}
    expect(page.get_by_role("button", name="Nghe bài", exact=True)).to_be_visible()
    assert page.evaluate(MARKED, "read-aloud-sentence") == ""


def test_sentence_and_word_are_marked(context: BrowserContext, address: str) -> None:
    page = opened(context, address, LOCAL)
    press(page, "Nghe bài")
    for count in (1, 2, 3):
        expect_said(page, count)
        page.evaluate("finish()")
    expect_said(page, 4)
    assert page.evaluate(MARKED, "read-aloud-sentence") == "Bộ KH&CN tăng 44,8%"
    words = {"Bộ": "Bộ", "khoa": "KH&CN", "tăng": "tăng", "phẩy": "44,8%"}
    for spoken, written in words.items():
        page.evaluate("word => reach(said.at(-1).indexOf(word))", spoken)
        assert page.evaluate(MARKED, "read-aloud-word").rstrip(".") == written


@pytest.mark.parametrize("android", [False, True])
def test_a_pause_begins_the_sentence_again(
    context: BrowserContext, address: str, *, android: bool
) -> None:
    page = opened(context, address, ANDROID if android else LOCAL, android=android)
    press(page, "Nghe bài")
    expect_said(page, 1)
    page.evaluate("finish()")
    expect_said(page, 2)
    press(page, "Tạm dừng")
    page.wait_for_timeout(100)
    assert len(said(page)) == 2
    press(page, "Nghe bài")
    expect_said(page, 3)
    assert said(page)[1:] == [SPOKEN[1], SPOKEN[1]]
    press(page, "Câu sau")
    expect_said(page, 4)
    assert said(page)[-1] == SPOKEN[2]
    press(page, "Tạm dừng")
    page.reload()
    press(page, "Nghe bài")
    expect_said(page, 1)
    assert said(page) == [SPOKEN[2]]


def test_a_remote_voice_speaks_after_it_was_agreed_to(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, REMOTE)
    press(page, "Nghe bài")
    expect(page.get_by_text("nội dung bài sẽ được gửi từ máy của bạn")).to_be_visible()
    assert violations(page) == []
    press(page, "Không nghe")
    assert said(page) == []
    press(page, "Nghe bài")
    press(page, "Đồng ý và nghe")
    expect_said(page, 1)
    page.reload()
    press(page, "Nghe bài")
    expect_said(page, 1)
    assert page.evaluate("calls") == ["HoaiMy 1"]


def test_speed_is_kept(context: BrowserContext, address: str) -> None:
    page = opened(context, address, LOCAL)
    press(page, "Nghe bài")
    page.get_by_label("Tốc độ").select_option("1.5")
    expect_said(page, 2)
    page.reload()
    press(page, "Nghe bài")
    expect_said(page, 1)
    assert page.evaluate("calls") == ["An 1.5"]


def test_a_voice_that_falls_silent_is_given_up(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.clock.install()
    page.add_init_script(
        f"({STUB})({json.dumps({'voices': [LOCAL], 'late': False, 'android': False})})"
    )
    page.goto(address)
    press(page, "Nghe bài")
    expect_said(page, 1)
    page.clock.run_for(14_000)
    assert said(page) == SPOKEN[:2]


def test_leaving_ends_it_and_the_open_control_is_accessible(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, LOCAL)
    press(page, "Nghe bài")
    expect(page.get_by_role("button", name="Câu sau")).to_be_visible()
    assert violations(page) == []
    for control in page.locator(".browser-voice__controls > *").all():
        box = control.bounding_box()
        assert box
        assert box["height"] >= 44
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert not page.evaluate("speechSynthesis.speaking")
    expect(page.get_by_role("button", name="Nghe bài", exact=True)).to_be_visible()
