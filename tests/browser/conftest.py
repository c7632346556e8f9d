"""The first site, served as in public, and readers who visit it with a real Chromium."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import PAGES
from tests.browser.probes import Faults
from tests.browser.readers import PLAIN, Reader
from tests.browser.second_site import write_second_content, write_statement
from tests.browser.serving import served
from tests.conftest import BuiltSite, build_folder

Visit = Callable[..., Page]
Tour = Callable[[Reader, Callable[[Page], Faults]], dict[str, Faults]]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a wanted change of what pages tell assistive technology be stored."""
    parser.addoption("--rewrite-trees", action="store_true", help="store the trees as they are")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder; the hook is called with those of all folders."""
    folder = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(folder):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site_address(first_site: BuiltSite) -> Iterator[str]:
    """Where the first site is served."""
    assert first_site.exit_code == 0
    with served(first_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def second_address(tmp_path_factory: pytest.TempPathFactory, picture_store: Path) -> Iterator[str]:
    """Where the second site is served."""
    content = write_second_content(tmp_path_factory.mktemp("second") / "content")
    output = content.with_name("output")
    settings = {
        "STORE_PATH": str(picture_store),
        "ACCESSIBILITY_STATEMENT": write_statement(content.parent),
    }
    assert build_folder(content, output, settings).exit_code == 0
    with served(output) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site_address: str) -> Iterator[Visit]:
    """Open a page in a context of its own; a script runs in each page before the page's own."""
    with ExitStack() as contexts:

        def visit(
            path: str, reader: Reader = PLAIN, *, javascript: bool = True, script: str = ""
        ) -> Page:
            options = reader.context_options(site_address)
            context = browser.new_context(**options, java_script_enabled=javascript)
            contexts.callback(context.close)
            context.add_init_script(script)
            page = context.new_page()
            page.goto(path)
            return page

        yield visit


@pytest.fixture
def tour(visit: Visit) -> Tour:
    """Check one page of each kind as a reader who goes from page to page; faults by kind."""

    def tour(reader: Reader, check: Callable[[Page], Faults]) -> dict[str, Faults]:
        page = visit("404.html", reader)
        found = {}
        for kind, path in PAGES.items():
            page.goto(path)
            found[kind] = check(page)
        return {kind: faults for kind, faults in found.items() if faults}

    return tour
