"""Foreign phrases without a mark are found among Vietnamese words, and Vietnamese is left alone."""

import tomllib
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.probes import Faults, faults

PHRASES = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
LEAST_FOUND = 0.98


def _found(browser: Browser, sentences: list[str], language: str = "vi") -> Faults:
    blocks = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    with browser.new_page() as page:
        page.set_content(f"<html lang={language}><main>{blocks}</main>")
        return faults(page, "unmarkedLanguage")


def test_phrases_are_found(browser: Browser) -> None:
    phrases = [*PHRASES["english"], *PHRASES["french"]]
    found = _found(browser, [f"Chủ đề của năm nay: {phrase}." for phrase in phrases])
    lost = [phrase for phrase in phrases if not any(phrase[-8:] in fault for fault in found)]
    assert len(lost) <= (1 - LEAST_FOUND) * len(phrases), lost


def test_vietnamese_is_left_alone(browser: Browser) -> None:
    assert _found(browser, PHRASES["vietnamese"]) == []


def test_nothing_is_looked_for_in_a_page_of_another_language(browser: Browser) -> None:
    assert _found(browser, PHRASES["english"], language="en") == []
