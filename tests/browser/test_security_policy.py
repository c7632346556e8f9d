"""The pages keep to their own policy, ask nobody else, and leave nothing behind."""

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser import toolbar
from tests.browser.conftest import Visit
from tests.browser.pages import PAGES, REPORT
from tests.browser.probes import open_all
from tests.conftest import BuiltSite

LISTEN = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`${violatedDirective}: ${blockedURI}`));
"""
# Those below the fold would wait until they come near.
LOAD_PICTURES = """() => {
  for (const picture of document.images) picture.loading = "eager";
  return Promise.all([...document.images].map((picture) => picture.decode()));
}"""


def test_no_page_breaks_the_policy_or_asks_anybody_else(
    visit: Visit, first_site: BuiltSite, site_address: str
) -> None:
    page = visit("404.html", script=LISTEN)
    said, asked = _listen(page)
    for path in _paths(first_site):
        page.goto(path)
        open_all(page)
        page.evaluate(LOAD_PICTURES)
    assert said == []
    assert [url for url in asked if not url.startswith(site_address)] == []
    assert page.context.cookies() == []
    stored = page.context.storage_state(indexed_db=True)
    assert stored["origins"] == []


def test_using_what_can_be_used_breaks_no_policy_and_asks_nobody(
    visit: Visit, site_address: str
) -> None:
    page = visit("404.html", script=LISTEN)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    said, asked = _listen(page)
    page.goto(REPORT)
    for group in (toolbar.SIZE, toolbar.CONTRAST, toolbar.ABBREVIATIONS):
        toolbar.open_group(page, group)
    for box in toolbar.section(page).locator("input").all():
        box.check()
    toolbar.reset(page)
    page.get_by_role("button", name="KH&CN", exact=True).click()
    page.get_by_role("button", name="Sao chép liên kết").click()
    expect(page.get_by_role("status").filter(has_text="Đã sao chép")).to_be_visible()
    page.goto(PAGES["glossary"])
    page.get_by_role("searchbox").fill("doi moi")
    expect(page.get_by_role("status")).to_contain_text("phù hợp")
    assert said == []
    assert [url for url in asked if not url.startswith(site_address)] == []


def test_the_policy_is_in_force(visit: Visit) -> None:
    page = visit(REPORT, script=LISTEN)
    said, _ = _listen(page)
    page.evaluate(
        "document.body.append(Object.assign(new Image(), { src: 'http://vi-du.vn/x.png' }))"
    )
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.wait_for_timeout(100)
    assert any("img-src" in text for text in said)
    assert any("style-src" in text for text in said)


def test_scripts_cannot_turn_text_into_markup_or_code(visit: Visit) -> None:
    page = visit("404.html")
    for attempt in (
        "document.body.innerHTML = '<p>Chữ</p>'",
        "document.createElement('script').src = '/main.js'",
        "trustedTypes.createPolicy('cong-tin', { createHTML: (text) => text })",
    ):
        with pytest.raises(Error, match=r"TypeError|disallowed"):
            page.evaluate(attempt)


def test_only_choices_are_stored_and_only_once_made(visit: Visit) -> None:
    page = visit(REPORT)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    toolbar.open_group(page, toolbar.SIZE)
    toolbar.choice(page, "Lớn 125%").check()
    assert page.evaluate("({ ...localStorage })") == {
        "reading-preferences.1": '{"text-size":"125"}'
    }
    assert page.evaluate("sessionStorage.length") == 0


def test_sharing_asks_nobody_before_it_is_pressed(visit: Visit) -> None:
    page = visit(REPORT)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Sao chép liên kết").click()
    expect(page.get_by_role("status").filter(has_text="Đã sao chép liên kết")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")


def _paths(site: BuiltSite) -> list[str]:
    return [path for path in site.files if path.endswith(".html")]


def _listen(page: Page) -> tuple[list[str], list[str]]:
    """What the page will say on the console, and the addresses it will ask."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    return said, asked
