"""The readers that the browser plays: what they chose, what their system says, their screen."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from playwright.sync_api import Page, ViewportSize

# The key under which theme/preferences.js looks.
STORED_AS = "reading-preferences.1"
# Screens: a desk, a phone, and WCAG's 1280 x 1024 at 400 %.
DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 700}
ZOOMED: ViewportSize = {"width": 320, "height": 256}
WIDE_DESK: ViewportSize = {"width": 1600, "height": 900}


class Reader(Struct, frozen=True, kw_only=True):
    """Somebody who visits the site.

    Attributes:
        choices: What was chosen under the reading options on an earlier visit.
        system: What the system asks for, as Playwright's options of a context.
        screen: Width and height in pixels.
    """

    choices: Mapping[str, str] = field(default_factory=dict)
    system: Mapping[str, Any] = field(default_factory=dict)
    screen: ViewportSize = field(default_factory=lambda: DESK)

    def choosing(self, **choices: str) -> "Reader":
        """The same reader with further choices; `text_size` stands for `text-size`."""
        return replace(self, choices={**self.choices, **_stored(choices)})

    def at(self, screen: ViewportSize) -> "Reader":
        """The same reader at another screen."""
        return replace(self, screen=screen)

    def context_options(self, origin: str) -> dict[str, Any]:
        """The options of a browser context for this reader."""
        stored = [{"name": STORED_AS, "value": json.dumps(self.choices)}] if self.choices else []
        return {
            "base_url": origin,
            "viewport": self.screen,
            "reduced_motion": "reduce",  # a page that scrolls smoothly is not at rest
            "storage_state": {"origins": [{"origin": origin, "localStorage": stored}]},
            **self.system,
        }


def choose(page: Page, **choices: str) -> None:
    """Store further choices, for the pages that are opened after this one."""
    page.evaluate(
        "([key, further]) => localStorage.setItem(key, JSON.stringify("
        "{ ...JSON.parse(localStorage.getItem(key)), ...further }))",
        [STORED_AS, _stored(choices)],
    )


def _stored(choices: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in choices.items()}


PLAIN = Reader()
# Every way in which the site's colours come about.
COLOURS = {
    "plain": PLAIN,
    "light": Reader(choices={"contrast": "light"}, system={"color_scheme": "dark"}),
    "dark": PLAIN.choosing(contrast="dark"),
    "high-light": PLAIN.choosing(contrast="high-light"),
    "high-dark": PLAIN.choosing(contrast="high-dark"),
    "system-dark": Reader(system={"color_scheme": "dark"}),
    "system-high": Reader(system={"contrast": "more"}),
    "system-high-dark": Reader(system={"contrast": "more", "color_scheme": "dark"}),
    "forced": Reader(system={"forced_colors": "active"}),
}
