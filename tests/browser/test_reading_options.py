"""What a reader chooses changes the page at once and holds, on every page, from the first frame."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser import toolbar
from tests.browser.conftest import Visit
from tests.browser.pages import CONTACT, NOTICE, REPORT, SUPPORT
from tests.browser.readers import COLOURS, PHONE, PLAIN, STORED_AS, Reader
from tests.browser.toolbar import BLACK, DARK, WHITE

SIZES = {
    "Lớn 125%": "20px",
    "Rất lớn 150%": "24px",
    "Lớn nhất 200%": "32px",
    "Thường 100%": "16px",
}
GROUNDS = {
    "Nền sáng": WHITE,
    "Nền tối": DARK,
    "Tương phản cao: chữ đen nền trắng": WHITE,
    "Tương phản cao: chữ vàng nền đen": BLACK,
    "Theo cài đặt của máy": DARK,
}
EVERYTHING = PLAIN.choosing(
    text_size="150", spacing="wide", font="plain", contrast="high-dark", abbreviations="long"
)
# Between letters, words, lines and paragraphs, in em of the element's own text.
DISTANCES = """selector => {
  const { fontSize, letterSpacing, wordSpacing, lineHeight, marginBlockStart } =
    getComputedStyle(document.querySelector(selector));
  return [letterSpacing, wordSpacing, lineHeight, marginBlockStart].map(
    (distance) => (parseFloat(distance) || 0) / parseFloat(fontSize));
}"""
# What happens to the page from now on: the element, and the attribute if it is one.
NOTE_CHANGES = """() => {
  window.changes = [];
  new MutationObserver((records) => {
    for (const { target, attributeName } of records) {
      window.changes.push(`${target.nodeName} ${attributeName}`);
    }
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
}"""


def test_a_size_is_taken_at_once(visit: Visit) -> None:
    page = visit(REPORT)
    toolbar.open_group(page, toolbar.SIZE)
    for name, size in SIZES.items():
        toolbar.choice(page, name).check()
        assert toolbar.text_size(page) == size


def test_colours_are_taken_at_once(visit: Visit) -> None:
    page = visit(REPORT, COLOURS["system-dark"])
    toolbar.open_group(page, toolbar.CONTRAST)
    for name, colour in GROUNDS.items():
        toolbar.choice(page, name).check()
        assert toolbar.page_colour(page) == colour


def test_distances_grow_at_once(visit: Visit) -> None:
    page = visit(REPORT)
    toolbar.open_group(page, toolbar.SIZE)
    toolbar.choice(page, toolbar.SPACING).check()
    # WCAG 1.4.12 names 0.12, 0.16, 1.5 and 2.
    assert page.evaluate(DISTANCES, ".prose > p + p") == pytest.approx([0.12, 0.16, 2, 2], abs=0.01)
    assert page.evaluate(DISTANCES, "h1")[:3] == pytest.approx([0.12, 0.16, 1.8], abs=0.01)
    toolbar.choice(page, toolbar.SPACING).uncheck()
    assert page.evaluate(DISTANCES, ".prose > p + p")[:2] == [0, 0]


def test_the_font_of_the_browser_is_taken_at_once(visit: Visit) -> None:
    page = visit(REPORT)
    toolbar.open_group(page, toolbar.SIZE)
    toolbar.choice(page, toolbar.PLAIN_FONT).check()
    assert page.evaluate("getComputedStyle(document.body).fontFamily") == "sans-serif"


def test_the_control_stays_in_sight_when_the_text_grows(visit: Visit) -> None:
    page = visit(REPORT, PLAIN.at(PHONE))
    toolbar.open_group(page, toolbar.SIZE)
    for name in ("Lớn nhất 200%", toolbar.SPACING):
        toolbar.choice(page, name).check()
        expect(toolbar.choice(page, name)).to_be_in_viewport()


def test_choices_change_nothing_but_attributes_of_the_root(visit: Visit) -> None:
    page = visit(REPORT)
    for group in (toolbar.SIZE, toolbar.CONTRAST, toolbar.ABBREVIATIONS):
        toolbar.open_group(page, group)
    page.evaluate(NOTE_CHANGES)
    _choose(page)
    toolbar.reset(page)
    assert set(page.evaluate("changes")) == {
        *("HTML data-text-size", "HTML data-spacing", "HTML data-font"),
        *("HTML data-contrast", "HTML data-abbreviations"),
    }


def test_choices_are_kept_over_a_reload_and_on_other_pages(visit: Visit) -> None:
    page = visit(REPORT)
    _choose_everything(page)
    page.reload()
    assert toolbar.chosen(page) == _attributes(EVERYTHING)
    page.goto(NOTICE)
    assert toolbar.chosen(page) == _attributes(EVERYTHING)
    for group in (toolbar.SIZE, toolbar.CONTRAST, toolbar.ABBREVIATIONS):
        toolbar.open_group(page, group)
    expect(toolbar.choice(page, "Rất lớn 150%")).to_be_checked()
    expect(toolbar.choice(page, toolbar.SPACING)).to_be_checked()
    expect(toolbar.choice(page, toolbar.PLAIN_FONT)).to_be_checked()
    expect(toolbar.choice(page, "Tương phản cao: chữ vàng nền đen")).to_be_checked()
    expect(toolbar.choice(page, toolbar.EXPANSIONS)).to_be_checked()


def test_a_choice_without_a_control_on_the_page_stays_until_all_are_reset(visit: Visit) -> None:
    page = visit(CONTACT, PLAIN.choosing(abbreviations="long"))
    expect(toolbar.choice(page, toolbar.EXPANSIONS)).to_have_count(0)
    toolbar.open_group(page, toolbar.SIZE)
    toolbar.choice(page, "Lớn 125%").check()
    page.reload()
    assert toolbar.chosen(page) == {"textSize": "125", "abbreviations": "long"}
    toolbar.reset(page)
    page.reload()
    assert toolbar.chosen(page) == {}


def test_reset_brings_back_the_defaults_for_good(visit: Visit) -> None:
    page = visit(REPORT, EVERYTHING)
    toolbar.reset(page)
    expect(page.locator("html[data-contrast]")).to_have_count(0)
    assert toolbar.chosen(page) == {}
    assert toolbar.text_size(page) == "16px"
    toolbar.open_group(page, toolbar.SIZE)
    expect(toolbar.choice(page, "Thường 100%")).to_be_checked()
    visit_again = page.context.new_page()
    visit_again.goto(REPORT)
    # A store that was never written to is the same as one that holds nothing.
    assert toolbar.chosen(page) == toolbar.chosen(visit_again)


def test_choices_hold_where_the_module_never_arrives(visit: Visit) -> None:
    page = visit("404.html", EVERYTHING)
    page.route("**/*.js", _let_only_preferences_pass)
    page.goto(REPORT)
    assert toolbar.chosen(page) == _attributes(EVERYTHING)


def test_two_tabs_stay_in_step(visit: Visit) -> None:
    page = visit(REPORT)
    other = page.context.new_page()
    other.goto(NOTICE)
    toolbar.open_group(page, toolbar.CONTRAST)
    toolbar.choice(page, "Nền tối").check()
    expect(other.locator("html[data-contrast=dark]")).to_be_attached()
    toolbar.open_group(other, toolbar.CONTRAST)
    expect(toolbar.choice(other, "Nền tối")).to_be_checked()
    toolbar.reset(page)
    expect(other.locator("html[data-contrast]")).to_have_count(0)
    expect(toolbar.choice(other, "Theo cài đặt của máy")).to_be_checked()


def test_a_page_from_the_back_forward_cache_takes_what_was_chosen_since(visit: Visit) -> None:
    page = visit(REPORT)
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)",
        [STORED_AS, json.dumps({"contrast": "dark"})],
    )
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert toolbar.chosen(page) == {"contrast": "dark"}
    toolbar.open_group(page, toolbar.CONTRAST)
    expect(toolbar.choice(page, "Nền tối")).to_be_checked()


def test_going_back_shows_what_was_chosen_since(visit: Visit) -> None:
    page = visit(REPORT)
    page.goto(SUPPORT)
    toolbar.choice(page, "Lớn 125%").check()
    page.go_back()
    assert toolbar.text_size(page) == "20px"
    toolbar.open_group(page, toolbar.SIZE)
    expect(toolbar.choice(page, "Lớn 125%")).to_be_checked()


FOREIGN = [
    *("", "{", "null", "42", '"dark"', "[]", "true"),
    '{"contrast": "<script>", "text-size": "1000"}',
    '{"text-size": 200, "contrast": ["dark"], "abbreviations": true}',
    '{"contrast": "toString", "font": "constructor", "spacing": "__proto__"}',
    json.dumps({"contrast": "dark" * 100_000}),
    '{"__proto__": {"contrast": "dark"}, "toString": "x"}',
]


def test_foreign_values_in_the_store_do_no_harm(visit: Visit) -> None:
    page = visit(REPORT)
    errors = _errors(page)
    for stored in FOREIGN:
        page.evaluate("pair => localStorage.setItem(...pair)", [STORED_AS, stored])
        page.reload()
        assert toolbar.chosen(page) == {}, stored
    assert errors == []


@pytest.mark.parametrize("stored", ["{", FOREIGN[-1]])
def test_a_choice_replaces_foreign_values(visit: Visit, stored: str) -> None:
    page = visit(REPORT)
    page.evaluate("pair => localStorage.setItem(...pair)", [STORED_AS, stored])
    page.reload()
    toolbar.open_group(page, toolbar.CONTRAST)
    toolbar.choice(page, "Nền tối").check()
    page.reload()
    assert toolbar.chosen(page) == {"contrast": "dark"}


NO_STORAGE = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The operation is insecure.", "SecurityError"); },
});
"""
FULL_STORAGE = """
Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""


@pytest.mark.parametrize("script", [NO_STORAGE, FULL_STORAGE], ids=["none", "full"])
def test_without_storage_choices_hold_for_the_page(visit: Visit, script: str) -> None:
    page = visit("404.html", script=script)
    errors = _errors(page)
    page.goto(REPORT)
    toolbar.open_group(page, toolbar.CONTRAST)
    toolbar.choice(page, "Nền tối").check()
    assert toolbar.page_colour(page) == DARK
    toolbar.reset(page)
    expect(page.locator("html[data-contrast]")).to_have_count(0)
    assert toolbar.page_colour(page) == WHITE
    assert errors == []


def _choose_everything(page: Page) -> None:
    for group in (toolbar.SIZE, toolbar.CONTRAST, toolbar.ABBREVIATIONS):
        toolbar.open_group(page, group)
    _choose(page)


def _choose(page: Page) -> None:
    toolbar.choice(page, "Rất lớn 150%").check()
    toolbar.choice(page, toolbar.SPACING).check()
    toolbar.choice(page, toolbar.PLAIN_FONT).check()
    toolbar.choice(page, "Tương phản cao: chữ vàng nền đen").check()
    toolbar.choice(page, toolbar.EXPANSIONS).check()


def _attributes(reader: Reader) -> dict[str, str]:
    """As `dataset` names them."""
    return {"textSize" if k == "text-size" else k: v for k, v in reader.choices.items()}


def _let_only_preferences_pass(route: Route) -> None:
    if "/preferences." in route.request.url:
        route.continue_()
    else:
        route.abort()


def _errors(page: Page) -> list[str]:
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found
