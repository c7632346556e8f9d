"""Pages are valid after their scripts have run, as they are before."""

from pathlib import Path

from tests.browser.conftest import Visit
from tests.browser.pages import PAGES
from tests.browser.probes import open_all
from tests.browser.readers import PLAIN
from tests.site import nu


def test_pages_are_valid_after_their_scripts_ran(visit: Visit, tmp_path: Path) -> None:
    reader = PLAIN.choosing(text_size="150", contrast="dark", abbreviations="long")
    page = visit("404.html", reader)
    for kind, path in PAGES.items():
        page.goto(path)
        open_all(page)
        (tmp_path / f"{kind}.html").write_text(page.content(), encoding="utf-8")

    assert nu.messages(tmp_path) == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=vi><title>Một trang</title><p><h1>Đề</h1></p>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")

    assert any("No “p” element in scope" in message for message in nu.messages(tmp_path))
