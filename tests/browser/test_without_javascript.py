"""Without JavaScript everything is there and works; only keeping the choices needs it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import toolbar
from tests.browser.conftest import Visit
from tests.browser.pages import PAGES, REPORT, SUPPORT
from tests.browser.probes import open_all
from tests.browser.readers import COLOURS, PHONE, PLAIN

NOT_KEPT = "không được giữ lại"
MADE_BY_SCRIPTS = {
    "Sao chép liên kết",
    "Bấm vào số khoản hoặc chữ của điểm để sao chép liên kết tới đúng chỗ đó.",
    "Lọc theo từ viết tắt hoặc nghĩa (gõ không dấu cũng được)",
}


@pytest.fixture
def page(visit: Visit) -> Page:
    """The report as a reader without JavaScript sees it."""
    return visit(REPORT, javascript=False)


def test_the_page_says_that_choices_are_not_kept(page: Page, visit: Visit) -> None:
    assert NOT_KEPT in toolbar.section(page).inner_text()
    assert NOT_KEPT not in toolbar.section(visit(REPORT)).inner_text()


def test_sizes_act_on_the_page(page: Page) -> None:
    toolbar.open_group(page, toolbar.SIZE)
    toolbar.choice(page, "Lớn nhất 200%").check()
    assert toolbar.text_size(page) == "32px"


def test_spacing_and_font_act_on_the_page(page: Page) -> None:
    toolbar.open_group(page, toolbar.SIZE)
    toolbar.choice(page, toolbar.SPACING).check()
    toolbar.choice(page, toolbar.PLAIN_FONT).check()
    style = "(({ letterSpacing, fontFamily }) => [letterSpacing, fontFamily])"
    assert page.evaluate(f"{style}(getComputedStyle(document.querySelector('.prose p')))") == [
        "2.16px",
        "sans-serif",
    ]


def test_the_page_that_explains_the_options_shows_them_all(visit: Visit) -> None:
    page = visit(SUPPORT, javascript=False)
    for name in ("Lớn 125%", toolbar.SPACING, toolbar.PLAIN_FONT, "Nền tối", toolbar.EXPANSIONS):
        toolbar.choice(page, name).check()
    assert NOT_KEPT in toolbar.section(page).inner_text()


@pytest.mark.parametrize(
    ("name", "colours"),
    [
        ("Nền tối", "dark"),
        ("Tương phản cao: chữ đen nền trắng", "high-light"),
        ("Tương phản cao: chữ vàng nền đen", "high-dark"),
    ],
)
def test_colours_act_on_the_page_as_they_do_with_javascript(
    page: Page, visit: Visit, name: str, colours: str
) -> None:
    toolbar.open_group(page, toolbar.CONTRAST)
    toolbar.choice(page, name).check()
    assert _colours(page) == _colours(visit(REPORT, COLOURS[colours]))


def test_a_light_page_may_be_chosen_against_the_system(visit: Visit) -> None:
    page = visit(REPORT, COLOURS["system-dark"], javascript=False)
    toolbar.open_group(page, toolbar.CONTRAST)
    toolbar.choice(page, "Nền sáng").check()
    assert _colours(page) == _colours(visit(REPORT))


def test_expansions_act_on_the_page_and_reset_takes_all_back(page: Page) -> None:
    expansion = page.locator(".prose [hidden]").first
    toolbar.open_group(page, toolbar.ABBREVIATIONS)
    toolbar.open_group(page, toolbar.SIZE)
    toolbar.choice(page, toolbar.EXPANSIONS).check()
    toolbar.choice(page, "Lớn 125%").check()
    expect(expansion).to_be_visible()
    toolbar.reset(page)
    expect(expansion).to_be_hidden()
    assert toolbar.text_size(page) == "16px"


def test_the_list_of_abbreviations_opens(page: Page) -> None:
    terms = page.locator("details.glossary-terms")
    expect(terms.get_by_role("link").first).to_be_hidden()
    terms.locator("summary").click()
    expect(terms.get_by_role("link").first).to_be_visible()


def test_the_menu_of_narrow_pages_opens(visit: Visit) -> None:
    page = visit(REPORT, PLAIN.at(PHONE), javascript=False)
    menu = page.get_by_role("navigation", name="Danh mục chính")
    menu.locator("summary").click()
    expect(menu.get_by_role("link", name="Văn bản")).to_be_visible()


def test_nothing_dead_is_shown_and_no_text_is_missing(visit: Visit) -> None:
    without, with_it = visit(REPORT, javascript=False), visit(REPORT)
    for path in PAGES.values():
        for page in (without, with_it):
            page.goto(path)
            open_all(page)
        # The filter of documents is a script's from its heading to its last option.
        with_it.evaluate("document.querySelector('document-register details')?.remove()")
        assert _buttons(without) <= {"Về mặc định"}
        assert _lines(with_it) - _lines(without) <= MADE_BY_SCRIPTS


def _colours(page: Page) -> list[str]:
    colours: list[str] = page.evaluate(
        "[...document.querySelectorAll('body, main, h1, a:not([popover] a), summary')]"
        ".map(element => {"
        " const { color, backgroundColor } = getComputedStyle(element);"
        " return color + ' on ' + backgroundColor })"
    )
    return colours


def _buttons(page: Page) -> set[str]:
    """The words of all buttons that are shown."""
    buttons = page.get_by_role("button").and_(page.locator("button")).all()
    return {button.inner_text() for button in buttons}


def _lines(page: Page) -> set[str]:
    """The lines of text that are shown."""
    return {line.strip() for line in page.locator("body").inner_text().splitlines()}
