"""html-validate has nothing to say of any written page."""

from pathlib import Path

from tests.conftest import BuiltSite
from tests.site import html_validate


def test_html_validate_has_nothing_to_say(site: BuiltSite) -> None:
    assert html_validate.messages(site.folder) == []


def test_html_validate_finds_faults(tmp_path: Path) -> None:
    page = (
        "<!doctype html><html lang='vi'><head><title>Một trang</title></head><body>{}</body></html>"
    )
    fault = "<img src='anh.jpg'><div id='a'></div><div id='a'></div>"
    (tmp_path / "index.html").write_text(page.format(fault), encoding="utf-8")
    rules = {line.partition(":")[0] for line in html_validate.messages(tmp_path)}
    assert rules >= {"wcag/h37", "no-dup-id"}
