"""axe-core on an open page: every rule it has, none switched off."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# All that axe knows; without them it leaves out what is AAA or still experimental.
_TAGS = (
    *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    *("best-practice", "experimental"),
)
_RUN = "tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })"


def violations(page: Page) -> list[str]:
    """What axe objects to, with the first places."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, list(_TAGS))
    return [_described(violation) for violation in found["violations"]]


def _described(violation: dict[str, Any]) -> str:
    places = ", ".join(node["html"][:120] for node in violation["nodes"][:3])
    return f"{violation['id']} ({len(violation['nodes'])}): {places}"
