"""HTML_CodeSniffer on an open page: its whole AAA standard, run in our own browser."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.allowed import is_allowed

_SCRIPT = (
    Path(__file__).resolve().parents[2]
    / "node_modules"
    / "html_codesniffer"
    / "build"
    / "HTMLCS.js"
)
# Type 1 is an error; warnings and notices ask a person to look, on every page alike.
_RUN = """() => new Promise((resolve, reject) =>
  HTMLCS.process("WCAG2AAA", document, () => resolve(
    HTMLCS.getMessages()
      .filter(({ type }) => type === HTMLCS.ERROR)
      .map(({ code, msg, element }) => `${code}: ${msg} ${element.outerHTML?.slice(0, 120)}`)
  ), reject))"""


def errors(page: Page) -> list[str]:
    """What HTML_CodeSniffer calls an error, but for what is allowed."""
    page.evaluate(_SCRIPT.read_text(encoding="utf-8"))
    return [error for error in page.evaluate(_RUN) if not is_allowed("HTML_CodeSniffer", error)]
