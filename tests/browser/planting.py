"""Defects, and sound changes that only look like defects, planted into open pages."""

import tomllib
from pathlib import Path
from typing import Any

from msgspec import Struct
from playwright.sync_api import Page

from tests.browser import axe, htmlcs
from tests.browser.probes import Faults, open_all, probe

_CORPUS = tomllib.loads(Path(__file__).with_name("defects.toml").read_text(encoding="utf-8"))
_PLANT = """([selector, change]) => {
  const element = document.querySelector(selector);
  let planted = element;
  element.style.setProperty("--fit", element.clientHeight);
  if (change.style) element.style.cssText += `;${change.style}`;
  if (change.rule) {
    const sheet = document.createElement("style");
    sheet.textContent = change.rule;
    document.head.append(sheet);
  }
  for (const [name, value] of Object.entries(change.attributes ?? {})) {
    if (value === false) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  if (change.inside) element.insertAdjacentHTML("beforeend", change.inside);
  if (change.after) {
    element.insertAdjacentHTML("afterend", change.after);
    planted = element.nextElementSibling;
  }
  if (change.text !== undefined) element.textContent = change.text;
  if (change.listens === "click") planted.addEventListener("click", () => {});
  if (change.listens === "trap") {
    planted.addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault());
  }
}"""
_TOOLS = {"axe": axe.violations, "HTML_CodeSniffer": htmlcs.errors}


class Change(Struct, frozen=True, kw_only=True):
    """A change of a page; its fields are explained at the top of `defects.toml`.

    Attributes:
        name: What is changed.
        page: The kind of page.
        at: The element.
        change: What is done to it.
        finds: Who must find a defect; nobody may find a sound change.
        breaks: The rule that a defect breaks.
    """

    name: str
    page: str
    at: str
    change: dict[str, Any]
    finds: str = ""
    breaks: str = ""


def _read(kind: str) -> tuple[Change, ...]:
    fields = {"name", "page", "at", "finds", "breaks"}
    return tuple(
        Change(
            **{name: value for name, value in entry.items() if name in fields},
            change={name: value for name, value in entry.items() if name not in fields},
        )
        for entry in _CORPUS[kind]
    )


DEFECTS = _read("defect")
SOUND = _read("sound")


def plant(page: Page, change: Change) -> None:
    """Change the open page; the policy must not be in force."""
    page.evaluate(_PLANT, [change.at, change.change])


def found_by(page: Page, finder: str) -> Faults:
    """What one probe or tool finds on the open page; `axe image-alt` asks for one kind only."""
    tool, _, kind = finder.partition(" ")
    if tool not in _TOOLS:
        return [finding.fault for finding in probe(page, only=tool)]
    open_all(page)
    return [fault for fault in _TOOLS[tool](page) if fault.startswith(kind)]
