"""Hostile lines in a real browser: each wall alone keeps everything still."""

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route

from tests.browser.serving import served
from tests.conftest import BuiltSite
from tests.hostile.sites import build_whole, groups, headers, pages

# A policy does not stop a page from sending its reader elsewhere; only the walls before it do.
SENDING_AWAY = ("http-equiv=refresh", 'http-equiv="refresh"')
# The browser's own reading of every address; clicking them all would leave the page.
SCHEMES = "[...document.querySelectorAll('a[href], area[href]')].map((link) => link.protocol)"
LIVING = """[...document.querySelectorAll("*")].flatMap((element) =>
  [...element.attributes].map(({ name }) => name).filter((name) => /^on|^style$/.test(name)))"""


@pytest.fixture(scope="module")
def guarded_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """All lines, as the reader and the sanitiser let them through."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("guarded")
        return build_whole(folder, {**groups(), **headers()}, patch)


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """All lines with raw HTML on and the sanitiser off."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("bare")
        return build_whole(folder, groups(but=SENDING_AWAY), patch, walls=False)


def test_without_a_policy_a_guarded_site_keeps_still(
    browser: Browser, guarded_site: BuiltSite
) -> None:
    acts, schemes, living = visit_all(browser, guarded_site, list(pages(guarded_site)))

    assert acts == []
    assert schemes <= {"http:", "https:", "mailto:", "tel:"}
    assert living == set()


def test_the_policy_alone_holds(browser: Browser, bare_site: BuiltSite) -> None:
    acts, schemes, living = visit_all(browser, bare_site, list(pages(bare_site)), policy=True)

    assert acts == []
    # The lines did get through: there was something to hold.
    assert "javascript:" in schemes
    assert "onerror" in living


def test_without_any_wall_the_lines_do_act(browser: Browser, bare_site: BuiltSite) -> None:
    some = [name for name in pages(bare_site) if "handlers-" in name or "foreign-" in name]
    acts, _, _ = visit_all(browser, bare_site, some)

    assert any(act.startswith("dialog") for act in acts)
    assert any("ke-xau.vi-du.vn" in act for act in acts)


def visit_all(
    browser: Browser, site: BuiltSite, names: list[str], *, policy: bool = False
) -> tuple[list[str], set[str], set[str]]:
    """What happened while each page was open, the schemes of links, and attributes that act."""
    acts: list[str] = []
    schemes: set[str] = set()
    living: set[str] = set()
    with served(site.folder) as address:
        context = browser.new_context(bypass_csp=not policy)
        page = context.new_page()
        listen(page, acts, address)
        for name in names:
            page.goto(address + name, wait_until="load")
            schemes.update(page.evaluate(SCHEMES))
            living.update(page.evaluate(LIVING))
        page.wait_for_timeout(200)
        context.close()
    return acts, schemes, living


def listen(page: Page, acts: list[str], address: str) -> None:
    """Write down every dialog, and every request to others that the policy let through."""

    def refuse(route: Route) -> None:
        acts.append(f"request {route.request.url}")
        route.abort()

    def close(dialog: Dialog) -> None:
        acts.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", close)
    page.route(lambda url: not url.startswith((address, "data:", "blob:")), refuse)
