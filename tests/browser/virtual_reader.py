"""What a screen reader would say of an open page: Guidepup's virtual one, in our own browser.

It is a simulation of the specifications, good for finding what has no words; real screen readers
differ in how they put it.
"""

import re
from pathlib import Path

from playwright.sync_api import Page

_MODULE = (
    Path(__file__).resolve().parents[2]
    / "node_modules"
    / "@guidepup"
    / "virtual-screen-reader"
    / "lib"
    / "esm"
    / "index.browser.js"
)
_EXPORT = re.compile(r"export\s*\{[^}]*?([\w$]+) as virtual[^}]*\};?")
_START = """module => {
  for (const unseen of document.querySelectorAll("noscript")) unseen.remove();
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = module;
  document.head.append(script);
}"""
_LISTEN = """async () => {
  await virtual.start({ container: document.body });
  while ((await virtual.lastSpokenPhrase()) !== "end of document") await virtual.next();
  const phrases = await virtual.spokenPhraseLog();
  await virtual.stop();
  return phrases;
}"""
_STATES = "checked|not checked|expanded|not expanded|disabled|required|invalid|not invalid|position"
_NAMELESS = re.compile(
    r"(?:button|checkbox|combobox|link|radio|searchbox|slider|spinbutton|switch|textbox)"
    rf"(?:, (?:{_STATES})\b.*)?"
)


def phrases(page: Page) -> list[str]:
    """All that is said from the top of the page to its end; the policy must not be in force."""
    page.evaluate(_START, _EXPORT.sub(r"globalThis.virtual = \1;", _MODULE.read_text("utf-8")))
    page.wait_for_function("() => globalThis.virtual")
    spoken: list[str] = page.evaluate(_LISTEN)
    return spoken


def wordless(spoken: list[str]) -> list[str]:
    """Phrases that say nothing: empty ones, and controls without a name, with what came before."""
    return [
        f"{phrase!r} after {before!r}"
        for before, phrase in zip(["", *spoken], spoken, strict=False)
        if not phrase.strip() or _NAMELESS.fullmatch(phrase)
    ]
