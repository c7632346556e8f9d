"""Abbreviations in a text: what stands there is never changed, and what it means is at hand."""

from collections.abc import Callable

import pytest
from lxml.html import HtmlElement
from playwright.sync_api import Locator, Page, expect

from plugins.core.text import collation_key
from tests.browser import toolbar
from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.browser.pages import NOTICE, REPORT
from tests.browser.readers import COLOURS, PHONE, PLAIN, Reader
from tests.conftest import BuiltSite

MEANING = "khoa học và công nghệ"
LONG = PLAIN.choosing(abbreviations="long")
# Chrome 109, the last for Windows 7, has none.
NO_POPOVERS = "delete HTMLElement.prototype.popover;"
COPY = """() => {
  const { body } = document;
  const copied = new Promise((resolve) => body.addEventListener("copy", resolve, { once: true }));
  getSelection().selectAllChildren(document.querySelector(".prose"));
  document.execCommand("copy");
  return copied.then(() => getSelection().toString());
}"""
Opening = Callable[[Page, Locator], None]


def _enter(page: Page, button: Locator) -> None:
    button.focus()
    page.keyboard.press("Enter")


def _space(page: Page, button: Locator) -> None:
    button.focus()
    page.keyboard.press("Space")


OPENINGS: dict[str, Opening] = {
    "mouse": lambda _, button: button.click(),
    "touch": lambda _, button: button.tap(),
    "enter": _enter,
    "space": _space,
}


def _words(text: str) -> str:
    return " ".join(text.split())


def _written(site: BuiltSite, path: str, *, long_forms: bool) -> str:
    """The words of the text part of a page, as its file holds them."""
    (prose,) = site.page(path).xpath("//*[contains(@class, 'prose')][p]")
    if not long_forms:
        for hidden in prose.xpath(".//*[@hidden]"):
            hidden.drop_tree()
    return "".join(_words(text) for text in _texts(prose)).replace(" ", "")


def _texts(prose: HtmlElement) -> list[str]:
    return [str(text) for text in prose.itertext()]


def _shown(page: Page) -> str:
    """The words of the text part of a page, as they are shown."""
    return _words(page.locator(".prose").inner_text()).replace(" ", "")


def _copied(page: Page) -> str:
    text: str = page.evaluate(COPY)
    return _words(text).replace(" ", "")


@pytest.mark.parametrize("path", [REPORT, NOTICE])
@pytest.mark.parametrize("javascript", [True, False])
def test_shown_text_is_the_text(
    visit: Visit, first_site: BuiltSite, path: str, *, javascript: bool
) -> None:
    page = visit(path, javascript=javascript)
    assert _shown(page) == _written(first_site, path, long_forms=False)


@pytest.mark.parametrize("path", [REPORT, NOTICE])
def test_copied_text_is_the_text(visit: Visit, first_site: BuiltSite, path: str) -> None:
    page = visit(path)
    assert _copied(page) == _written(first_site, path, long_forms=False)
    page.locator(".prose abbr > a").first.click()
    assert _copied(page) == _written(first_site, path, long_forms=False)


def test_without_styles_text_and_order_are_the_same(visit: Visit, first_site: BuiltSite) -> None:
    page = visit("404.html", javascript=False)
    page.route("**/*.css", lambda route: route.abort())
    page.goto(REPORT)
    assert _shown(page) == _written(first_site, REPORT, long_forms=False)


@pytest.mark.parametrize("javascript", [True, False])
def test_one_switch_shows_all_long_forms_as_text(
    visit: Visit, first_site: BuiltSite, *, javascript: bool
) -> None:
    page = visit(REPORT, javascript=javascript)
    toolbar.open_group(page, toolbar.ABBREVIATIONS)
    switch = toolbar.choice(page, toolbar.EXPANSIONS)
    switch.check()
    assert _shown(page) == _written(first_site, REPORT, long_forms=True)
    switch.uncheck()
    assert _shown(page) == _written(first_site, REPORT, long_forms=False)


def test_shown_long_forms_are_spoken_copied_and_found(visit: Visit, first_site: BuiltSite) -> None:
    page = visit(REPORT, LONG)
    assert _copied(page) == _written(first_site, REPORT, long_forms=True)
    assert visit(REPORT, LONG).evaluate("find('Bộ trưởng Bộ KH&CN (khoa học và công nghệ)')")
    assert f"KH&CN ({MEANING})" in page.locator("figcaption").nth(1).aria_snapshot()
    plain = visit(REPORT)
    assert not plain.evaluate("find('Bộ trưởng Bộ KH&CN (khoa học và công nghệ)')")
    # Around a control, too.
    assert plain.evaluate("find('Ủy viên BCH Trung ương')")


def test_a_switch_shows_meanings_in_a_document_and_copies_stay_as_issued(
    visit: Visit, first_site: BuiltSite
) -> None:
    page = visit(NOTICE, LONG)
    assert _shown(page) == _written(first_site, NOTICE, long_forms=True)
    assert _copied(page) == _written(first_site, NOTICE, long_forms=False)


@pytest.mark.parametrize("reader", [PLAIN, LONG], ids=["short", "long"])
def test_a_document_is_printed_as_issued_with_the_list_after_it(
    visit: Visit, first_site: BuiltSite, reader: Reader
) -> None:
    page = visit(NOTICE, reader)
    page.emulate_media(media="print")
    assert _shown(page) == _written(first_site, NOTICE, long_forms=False)
    expect(page.locator(".glossary-terms dd").first).to_be_visible()


def test_an_article_is_printed_with_the_meaning_of_each_first_use(visit: Visit) -> None:
    page = visit(REPORT)
    page.emulate_media(media="print")
    uses = page.locator(".prose abbr[id]")
    for use in uses.all():
        if use.get_attribute("data-long") is None:
            expect(use.locator("xpath=following-sibling::*[1]")).to_be_visible()
    shown = page.locator(".prose [hidden]").locator("visible=true")
    assert 0 < shown.count() <= uses.count()
    everything = visit(REPORT, LONG)
    everything.emulate_media(media="print")
    assert everything.locator(".prose [hidden]").locator("visible=true").count() > uses.count()


def _gap(word: Locator, meaning: Locator) -> float:
    """How far the box of a meaning is from its word, in pixels up or down."""
    above, below = word.bounding_box(), meaning.bounding_box()
    assert above
    assert below
    assert below["x"] < above["x"] + above["width"]
    assert above["x"] < below["x"] + below["width"]
    downwards = below["y"] - above["y"] - above["height"]
    return max(downwards, above["y"] - below["y"] - below["height"])


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("screen", [PLAIN.screen, PHONE], ids=["desk", "phone"])
def test_the_first_use_offers_its_meaning(visit: Visit, opening: str, screen: object) -> None:
    page = visit(REPORT, Reader(screen=screen, system={"has_touch": True}))  # type: ignore[arg-type]  # a ViewportSize
    button = page.get_by_role("button", name="KH&CN", exact=True)
    meaning = page.locator(":popover-open")
    button.hover()
    expect(meaning).to_have_count(0)
    OPENINGS[opening](page, button)
    expect(meaning).to_contain_text(MEANING)
    expect(meaning).to_be_in_viewport(ratio=1)
    assert _gap(button, meaning) < 10
    assert button.evaluate("button => document.activeElement === button")
    page.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize("colours", ["plain", "dark", "high-dark", "forced"])
def test_an_open_meaning_has_no_faults(visit: Visit, colours: str) -> None:
    page = visit(REPORT, COLOURS[colours])
    page.get_by_role("button", name="KH&CN", exact=True).click()
    expect(page.locator(":popover-open")).to_have_count(1)
    assert violations(page) == []


def test_a_press_beside_the_meaning_closes_it(visit: Visit) -> None:
    page = visit(REPORT)
    page.get_by_role("button", name="KH&CN", exact=True).click()
    page.locator("h1").click()
    expect(page.locator(":popover-open")).to_have_count(0)


def test_a_second_press_on_the_word_closes_it(visit: Visit) -> None:
    page = visit(REPORT)
    word = page.get_by_role("button", name="KH&CN", exact=True)
    for expanded in ("true", "false", "true"):
        word.click()
        expect(word).to_have_attribute("aria-expanded", expanded)
    expect(page.locator(":popover-open")).to_have_count(1)


def test_speech_names_the_control_by_its_word_and_describes_it_by_its_meaning(
    visit: Visit,
) -> None:
    buttons = visit(REPORT).locator(".prose abbr > a")
    for button in buttons.all():
        expect(button).to_have_accessible_name(button.inner_text())
    expect(buttons.nth(1)).to_have_accessible_description(MEANING)


def test_controls_stand_at_first_uses_and_are_large_enough(visit: Visit) -> None:
    page = visit(REPORT)
    # The lead is the text's own summary: what both use has its control in the text.
    uses = page.locator(".prose > :not(.prose__lead) abbr").all_inner_texts()
    buttons = page.locator(".prose abbr > a")
    assert buttons.all_inner_texts() == list(dict.fromkeys(uses))
    for button in buttons.all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24  # WCAG 2.5.8; 2.5.5 leaves out sentences


@pytest.mark.parametrize(
    ("javascript", "script"), [(False, ""), (True, NO_POPOVERS)], ids=["no script", "no popovers"]
)
def test_without_popovers_a_link_leads_to_the_list_and_back(
    visit: Visit, script: str, *, javascript: bool
) -> None:
    page = visit(REPORT, javascript=javascript, script=script)
    page.locator(".prose abbr").get_by_role("link", name="KH&CN", exact=True).press("Enter")
    entry = page.locator(".glossary-terms div").filter(has_text="KH&CN").first
    expect(entry.get_by_text(MEANING)).to_be_in_viewport()
    entry.get_by_role("link").press("Enter")
    expect(page.locator("abbr:target")).to_be_in_viewport()


def test_with_popovers_the_meaning_leads_to_the_list_and_back(visit: Visit) -> None:
    page = visit(REPORT)
    page.get_by_role("button", name="KH&CN", exact=True).press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Xem trong danh sách")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(":popover-open")).to_have_count(0)
    entry = page.locator(".glossary-terms div").filter(has=page.locator("dd:target"))
    expect(entry).to_be_in_viewport()
    entry.get_by_role("link").press("Enter")
    expect(page.locator("abbr:target > a")).to_have_text("KH&CN")
    expect(page.locator("abbr:target > a")).to_be_in_viewport()


@pytest.mark.parametrize("path", [REPORT, NOTICE])
def test_the_list_is_complete_and_in_alphabetical_order(visit: Visit, path: str) -> None:
    page = visit(path)
    page.locator("details.glossary-terms summary").click()
    listed = page.locator(".glossary-terms dt").all_inner_texts()
    assert listed == sorted(listed, key=collation_key)
    assert set(listed) == set(page.locator(".prose abbr").all_inner_texts())
    expect(page.locator(".glossary-terms summary")).to_have_text(
        f"Từ viết tắt trong bài ({len(listed)})"
    )


def test_a_printer_gets_the_list_where_the_browser_prints_nothing_closed(visit: Visit) -> None:
    page = visit(REPORT)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.glossary-terms[open]")).to_have_count(1)
