"""What is measured on one open page; each name is that of a measure in `goals.toml`."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

from msgspec import Struct, field
from playwright.sync_api import Browser, BrowserContext, Page

from tests.audit.matrix import CHOICES, Visit
from tests.browser.axe import Opinion, opinion
from tests.browser.chromium import chromium
from tests.browser.probes import LEAST_TARGET, Faults, faults, open_all, space_text
from tests.browser.readers import STORED_AS

_LISTEN = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`policy: ${violatedDirective} ${blockedURI}`));
"""
# So many visits that starting a browser does not count, so few that all cores end together.
_BATCH = 60
_STORE = "([key, choices]) => localStorage.setItem(key, JSON.stringify(choices))"
# What a reader without scripts does: presses the control, where the page has it.
_PRESS = """choices => {
  for (const [name, value] of Object.entries(choices)) {
    const control = document.querySelector(`input[name="${name}"][value="${value}"]`);
    if (control) control.checked = true;
  }
}"""


class Examination(Struct, frozen=True, kw_only=True):
    """What one visit has shown.

    Attributes:
        axe: What axe says; people may have looked at some of it.
        faults: What the project's own probes find, by measure; empty where all is well.
    """

    visit: Visit
    axe: Opinion
    faults: Mapping[str, Faults]


class _Log(Struct):
    """What happens on a page besides what is shown."""

    origin: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", lambda message: self.said.append(message.text))
        page.on("request", lambda request: self.asked.append(request.url))

    @property
    def broken_policies(self) -> Faults:
        return [line for line in self.said if line.startswith("policy: ")]

    @property
    def foreign(self) -> Faults:
        return [url for url in self.asked if not url.startswith(self.origin)]


def examine_all(origin: str, visits: Iterable[Visit]) -> Iterator[Examination]:
    """Make the visits, sorted by what a browser's context holds, with a browser for each core."""
    spawn = get_context("spawn")  # a process that runs Playwright must not be forked
    with ProcessPoolExecutor(os.cpu_count(), mp_context=spawn) as pool:
        for examinations in pool.map(partial(_examine_batch, origin), batches(visits)):
            yield from examinations


def batches(visits: Iterable[Visit]) -> list[list[Visit]]:
    """The visits in parts, each for one context: one system, with or without scripts."""
    groups: dict[tuple[str, bool], list[Visit]] = {}
    for visit in visits:
        groups.setdefault((visit.system, visit.scripts), []).append(visit)
    return [
        group[start : start + _BATCH]
        for group in groups.values()
        for start in range(0, len(group), _BATCH)
    ]


def _examine_batch(origin: str, visits: list[Visit]) -> list[Examination]:
    with chromium() as browser:
        return examine_batch(browser, origin, visits)


def examine_batch(
    browser: Browser,
    origin: str,
    visits: list[Visit],
    begin: Callable[[Page], None] = open_all,
) -> list[Examination]:
    """Make the visits of one batch, one after the other in one context.

    Args:
        browser: Open.
        origin: The address of the site.
        visits: To pages that it has.
        begin: What a reader does first on each page, so that there is more to examine.
    """
    with _context(browser, origin, visits[0]) as context:
        page = context.new_page()
        page.goto("404.html")
        return [_examine(page, origin, visit, begin) for visit in visits]


@contextmanager
def _context(browser: Browser, origin: str, visit: Visit) -> Iterator[BrowserContext]:
    with browser.new_context(**visit.reader.context_options(origin)) as context:
        context.add_init_script(_LISTEN)
        if not visit.scripts:
            # Never `java_script_enabled=False`: axe would wait for ever.
            context.route("**/*.js", lambda route: route.abort())
        yield context


def _examine(page: Page, origin: str, visit: Visit, begin: Callable[[Page], None]) -> Examination:
    log = _Log(origin)
    page.set_viewport_size(visit.reader.screen)
    page.evaluate(_STORE, [STORED_AS, dict(CHOICES[visit.choice])])
    log.listen(page)
    page.goto(visit.page)
    if not visit.scripts:
        page.evaluate(_PRESS, dict(CHOICES[visit.choice]))
    begin(page)
    outside = {
        "policy-violations": list(log.broken_policies),
        "foreign-requests": [*log.foreign, *(str(each) for each in page.context.cookies())],
    }
    said = opinion(page)
    return Examination(visit=visit, axe=said, faults=outside | _faults(page, visit))


def _faults(page: Page, visit: Visit) -> dict[str, Faults]:
    found = {
        "faint-texts": faults(page, "faintTexts", visit.contrast_limit),
        "small-targets": faults(page, "smallTargets", LEAST_TARGET)
        + faults(page, "overlappingTargets"),
        "sideways-scroll": faults(page, "sidewaysScroll"),
    }
    hidden = faults(page, "hiddenText")
    space_text(page)
    spaced = faults(page, "hiddenText")
    found["sideways-scroll"] += faults(page, "sidewaysScroll")
    return found | {"hidden-texts": [*hidden, *spaced]}
