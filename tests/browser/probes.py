"""Measures on open pages; `probes.js` does the work inside the page."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

_PROBES = Path(__file__).with_name("probes.js").read_text(encoding="utf-8")
Faults = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusStop:
    """What has the focus.

    Attributes:
        place: Among all elements of the page, in their order.
        name: Says which control it is.
        part: The class of the nearest component around it.
        faults: What is wrong with how the focus shows.
    """

    place: int
    name: str
    part: str
    faults: Faults


def faults(page: Page, name: str, argument: object = None) -> Faults:
    """The faults that a function of `probes.js` finds, in words."""
    found: Faults = page.evaluate(_PROBES, [name, argument])
    return found


def open_all(page: Page) -> None:
    """Open everything that can be opened, so that nothing goes unmeasured."""
    page.evaluate(_PROBES, ["openDetails"])


def space_text(page: Page) -> None:
    """Give text the spacing that readers may need (WCAG 1.4.12)."""
    page.evaluate(_PROBES, ["spaceText"])


def shorten_links(page: Page) -> None:
    """Give every link that stands alone two short words."""
    page.evaluate(_PROBES, ["shortenLinks"])


def loaded_fonts(page: Page) -> list[str]:
    """The fonts of the site that have arrived."""
    found: list[str] = page.evaluate(_PROBES, ["loadedFonts"])
    return found


def focus_stop(page: Page) -> FocusStop | None:
    """What has the focus, if anything has."""
    found = page.evaluate(_PROBES, ["focusStop"])
    return FocusStop(**found) if found else None
