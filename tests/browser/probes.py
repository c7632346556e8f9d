"""Measures on open pages; `probes.js` does the work inside the page."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")


def probe(page: Page, name: str, argument: object = None) -> Any:
    """What one of the functions of `probes.js` returns: mostly a list of faults, in words."""
    return page.evaluate(_PROBES, [name, argument])


def open_all(page: Page) -> None:
    """Open everything that can be opened, so that nothing goes unmeasured."""
    probe(page, "openDetails")
