"""`make audit`: measure the site against its goals and write the results for the statement."""

import argparse
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace
from playwright.sync_api import Browser

from plugins.accessibility_statement.config import AccessibilityStatementSettings
from plugins.accessibility_statement.measures import Measure, read_measures
from plugins.accessibility_statement.results import Extent, Figure, Results, read_results, written
from plugins.accessibility_statement.statement import Outcome, compose
from plugins.budgets.__main__ import read_site
from plugins.budgets.figures import measure as weigh
from plugins.core.dates import ZONE
from plugins.duty_list.__main__ import FILE as DUTIES
from plugins.duty_list.duties import State, missing_from, read_duties, state_of
from plugins.read_aloud.config import ReadAloudSettings
from tests.audit.counting import Count, count, open_since
from tests.audit.examination import Examination, examine_all
from tests.audit.lighthouse import lowest_scores
from tests.audit.matrix import Visit, one_screen, sample, whole
from tests.audit.reviews import FILE as REVIEWS
from tests.audit.reviews import read_reviewed
from tests.audit.suites import run_suites
from tests.audit.tools import tool_versions
from tests.browser.act import CASES, misjudged
from tests.browser.chromium import chromium
from tests.browser.first_frames import LOADS, MODES, wrong_frames_of_all_modes
from tests.browser.planting import DEFECTS
from tests.browser.serving import served
from tests.conftest import BuiltSite, build_folder
from tests.probes_report import share_caught
from tests.site import html_validate

ROOT = Path(__file__).resolve().parents[2]
WORKSHOP = ROOT / ".audit"
BUDGETS = {
    "toolbar-script": "reading options, JavaScript, gzip",
    "toolbar-styles": "reading options, CSS, gzip",
}
PLANS = {Extent.SAMPLE: sample, Extent.ONE_SCREEN: one_screen, Extent.WHOLE: whole}
FILES = AccessibilityStatementSettings()
_LISTENED_TO = {"READ_ALOUD": ReadAloudSettings()}  # pages as the public has them, with players


def main() -> int:
    """Run the audit; the exit code is 1 if a limit is not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--extent", type=Extent, choices=list(Extent), default=Extent.WHOLE)
    parser.add_argument("--again", metavar="MEASURE", help="count only its failing tests anew")
    options = parser.parse_args()
    if options.again:
        return _measure_again(options.again)
    shutil.rmtree(WORKSHOP, ignore_errors=True)
    site = build_folder(options.content.resolve(), WORKSHOP / "pages", _LISTENED_TO)
    if site.exit_code:
        print("The site could not be built: run `make check`.", file=sys.stderr)
        return 1
    results = _audit(site, options.extent)
    FILES.results.write_text(written(results), encoding="utf-8")
    return _report(results)


def _measure_again(name: str) -> int:
    """Run the tests of one measure; all else stays as it was measured earlier on the same day."""
    before, today = read_results(FILES.results), datetime.now(ZONE).date()
    measures = read_measures(FILES.goals)
    mine = [measure for measure in measures if measure.name == name and measure.tests]
    if not mine or not before or before.day != today:
        print(
            "Only what tests measure, in an audit of today, can be measured again.", file=sys.stderr
        )
        return 1
    WORKSHOP.mkdir(exist_ok=True)
    figures = {**before.figures, **run_suites(mine, WORKSHOP / "tests.xml")}
    since = open_since(measures, figures, before, today)
    results = replace(before, figures=figures, open_since=since)
    FILES.results.write_text(written(results), encoding="utf-8")
    return _report(results)


def _audit(site: BuiltSite, extent: Extent) -> Results:
    measures = read_measures(FILES.goals)
    pages = _pages(site.folder)
    visits = PLANS[extent](pages)
    today = datetime.now(ZONE).date()
    with served(site.folder) as address:
        counted = _count(address, visits, today)
        with chromium() as browser:
            version = browser.version
            figures = counted.figures | {
                "flash": _flashes(browser, address),
                "act-cases": _judged_cases(browser),
            }
    figures |= _figures(site, measures)
    return Results(
        day=today,
        extent=extent,
        pages=len(pages),
        visits=len(visits),
        combinations=len(whole(pages)),
        tools=tool_versions(version, figures),
        figures=figures,
        open_since=open_since(measures, figures, read_results(FILES.results), today),
        reviews=counted.reviews,
    )


def _pages(site: Path) -> list[str]:
    """The addresses of all pages of a site."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(file.removesuffix("index.html") for file in files)


def _count(address: str, visits: list[Visit], today: date) -> Count:
    counted = count(
        _shown(examine_all(address, visits), len(visits)),
        read_reviewed(REVIEWS, today),
    )
    for line in counted.lines:
        print(line)
    return counted


def _shown(examinations: Iterator[Examination], total: int) -> Iterator[Examination]:
    """The same, while the error stream says how far it is, and at last how fast it went."""
    began = time.monotonic()
    for number, examination in enumerate(examinations, start=1):
        print(f"\r{number} of {total} visits", end="", file=sys.stderr, flush=True)
        yield examination
    took = time.monotonic() - began
    print(f", in {took:.0f} s: {total / took:.1f} a second", file=sys.stderr)


def _flashes(browser: Browser, address: str) -> Figure:
    return Figure(
        value=len(list(wrong_frames_of_all_modes(browser, address))), over=LOADS * len(MODES)
    )


def _judged_cases(browser: Browser) -> Figure:
    """The share of the small pages of which our probes and tools say what ACT's rules say."""
    with browser.new_page(reduced_motion="reduce") as page:
        wrong = misjudged(page)
    for case in wrong:
        print(f"misjudged: {case}")
    return Figure(value=100 * (len(CASES) - len(wrong)) // len(CASES), over=len(CASES))


def _figures(site: BuiltSite, measures: tuple[Measure, ...]) -> dict[str, Figure]:
    """Everything that is not measured on visits."""
    return {
        **lowest_scores(site.content, WORKSHOP / "scores.json"),
        **run_suites(measures, WORKSHOP / "tests.xml"),
        **{m.name: _findings(site, m.findings) for m in measures if m.findings},
        **_weights(site.folder),
        "html-validate-errors": _invalid(site.folder),
        "duty-list": _open_duties(site.folder),
        "planted-defects": _caught_defects(),
    }


def _findings(site: BuiltSite, codes: tuple[str, ...]) -> Figure:
    return Figure(value=sum(len(site.found(code)) for code in codes))


def _weights(site: Path) -> dict[str, Figure]:
    """What the reading options cost, as `make budgets` has it."""
    weights = {figure.name: Figure(value=figure.value) for figure in weigh(read_site(site))}
    return {measure: weights[budget] for measure, budget in BUDGETS.items()}


def _invalid(site: Path) -> Figure:
    return Figure(value=len(html_validate.messages(site)), over=len(_pages(site)))


def _open_duties(site: Path) -> Figure:
    duties = read_duties(DUTIES)
    states = [state_of(duty, missing_from(duty, site, ROOT)) for duty in duties]
    return Figure(value=states.count(State.OPEN), over=len(duties))


def _caught_defects() -> Figure:
    """The share of the planted defects that our probes and tools find; pages of the first site."""
    return Figure(value=int(100 * share_caught()), over=len(DEFECTS))


def _report(results: Results) -> int:
    statement = compose(read_measures(FILES.goals), results)
    print(f"{'measure':<28}{'goal':>4}{'figure':>10}{'over':>8}{'limit':>10}")
    for outcome in statement.outcomes:
        print(_row(outcome))
    counts = [len(part) for part in (statement.met, statement.unmet, statement.unmeasured)]
    print("{} met, {} not met, {} not measured".format(*counts))
    return int(bool(statement.unmet))


def _row(outcome: Outcome) -> str:
    measure, figure = outcome.measure, outcome.figure
    limit = f"<= {measure.at_most}" if measure.at_least is None else f">= {measure.at_least}"
    value, over = (str(figure.value), str(figure.over or "")) if figure else ("", "")
    note = "" if outcome.is_met else "  NOT MET" if figure else "  not measured"
    return f"{measure.name:<28}{measure.goal:>4}{value:>10}{over:>8}{limit:>10}{note}"


if __name__ == "__main__":
    sys.exit(main())
