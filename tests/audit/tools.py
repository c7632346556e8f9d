"""Which tools measured, and in which version."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Each with a measure whose figure says that it has run.
_PACKAGES: Mapping[str, tuple[str, str]] = {
    "axe-core": ("axe-violations", "node_modules/axe-core"),
    "HTML_CodeSniffer": ("html-codesniffer-errors", "node_modules/html_codesniffer"),
    "Guidepup Virtual Screen Reader": (
        "spoken-order",
        "node_modules/@guidepup/virtual-screen-reader",
    ),
    "html-validate": ("html-validate-errors", "node_modules/html-validate"),
    "Lighthouse": ("lighthouse-performance", "tests/audit/node_modules/lighthouse"),
    "Nu Html Checker": ("nu-source", "node_modules/vnu-jar"),
}


def tool_versions(chromium: str, measured: Collection[str]) -> dict[str, str]:
    """The versions by name of the tool; only of those that have measured something."""
    versions = {
        name: _version(ROOT / folder / "package.json")
        for name, (measure, folder) in _PACKAGES.items()
        if measure in measured
    }
    return {"Chromium": chromium, **versions}


def _version(manifest: Path) -> str:
    return str(json.loads(manifest.read_text(encoding="utf-8"))["version"])
