"""`make probes-report`: how much our probes and tools find, measured on planted defects.

Every defect of `tests/browser/defects.toml` is planted alone into a clean page; whoever has to
find it must. Then all probes look at clean pages: every page of the first site and of a corpus, and
pages with sound changes that look like defects. Ends with a failure where a goal is missed.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium
from tests.browser.pages import PAGES
from tests.browser.planting import DEFECTS, SOUND, Change, found_by, plant
from tests.browser.probes import Finding, probe
from tests.browser.readers import PLAIN
from tests.browser.serving import served
from tests.conftest import build_folder, write_first_content
from tests.site.conftest import write_corpus

LEAST_CAUGHT = 0.95
MOST_FALSE_ALARMS = 0.01


def missed(page: Page) -> list[Change]:
    """The defects that nobody found who had to."""
    return [defect for defect in DEFECTS if not _is_found(page, defect)]


def _is_found(page: Page, defect: Change) -> bool:
    page.goto(PAGES[defect.page])
    plant(page, defect)
    return bool(found_by(page, defect.finds))


def false_alarms(page: Page, folder: Path) -> dict[str, list[Finding]]:
    """What is found on each written page of a folder, where nothing should be."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        page.goto(name.removesuffix("index.html"))
        found[name] = probe(page)
    return found


def false_alarms_of_sound_changes(page: Page) -> dict[str, list[Finding]]:
    """What is found where something only looks like a defect."""
    found = {}
    for change in SOUND:
        page.goto(PAGES[change.page])
        plant(page, change)
        found[change.name] = probe(page)
    return found


@contextmanager
def _opened(browser: Browser, folder: Path) -> Iterator[Page]:
    with served(folder) as address:
        options = PLAIN.context_options(address)
        # Planting writes into the page, which its policy forbids.
        with browser.new_context(**options, bypass_csp=True) as context:
            yield context.new_page()


def _write_clean_corpus(content: Path) -> Path:
    """The corpus, but for its one fault: there, captions stand in for alternative texts."""
    write_corpus(content)
    for path in content.glob("tin-tuc/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"!\[[^]]*\]", "![Người dự họp]", text), encoding="utf-8")
    return content


def _build(content: Path) -> Path:
    """The folder of a site that is built beside its content, with a store for all of them."""
    store = {"STORE_PATH": str(content.parents[1] / "store")}
    return build_folder(content, content.with_name("output"), store).folder


def share_caught() -> float:
    """The share of the defects that are found, without a look for false alarms."""
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        first = _build(write_first_content(Path(name) / "a/content"))
        with _opened(browser, first) as page:
            return _caught(missed(page))


def _caught(lost: list[Change]) -> float:
    return 1 - len(lost) / len(DEFECTS)


class Power(Struct, frozen=True, kw_only=True):
    """How much is found.

    Attributes:
        missed: The planted defects that nobody found who had to.
        alarms: What was found on each clean page, where nothing should be.
    """

    missed: list[Change]
    alarms: dict[str, list[Finding]]

    @property
    def caught(self) -> float:
        """The share of the defects that were found."""
        return _caught(self.missed)

    @property
    def false_alarms(self) -> float:
        """The share of the clean pages with findings."""
        return sum(bool(findings) for findings in self.alarms.values()) / len(self.alarms)


def measured_power() -> Power:
    """Build two sites, plant, look, count."""
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        first = _build(write_first_content(Path(name) / "a/content"))
        corpus = _build(_write_clean_corpus(Path(name) / "b/content"))
        with _opened(browser, first) as page:
            lost = missed(page)
            alarms = {**false_alarms(page, first), **false_alarms_of_sound_changes(page)}
        with _opened(browser, corpus) as page:
            found = false_alarms(page, corpus)
            alarms |= {f"corpus/{name}": findings for name, findings in found.items()}
    return Power(missed=lost, alarms=alarms)


def _lines(power: Power) -> Iterator[str]:
    """What was missed and where a false alarm was given, then the figures."""
    for defect in power.missed:
        yield f"missed: {defect.name} ({defect.finds})"
    for name, findings in power.alarms.items():
        for finding in findings[:3]:
            yield f"false alarm: {name}: {finding.probe} ({finding.look}): {finding.fault}"
    yield f"planted defects: {len(DEFECTS)}, caught {power.caught:.1%} (goal: {LEAST_CAUGHT:.0%})"
    yield f"clean pages: {len(power.alarms)}, false alarms {power.false_alarms:.1%} (goal: 1 %)"


def main() -> int:
    """Print the figures; the exit code is 1 if a goal is missed."""
    power = measured_power()
    for line in _lines(power):
        print(line)
    return int(power.caught < LEAST_CAUGHT or power.false_alarms > MOST_FALSE_ALARMS)


if __name__ == "__main__":
    sys.exit(main())
