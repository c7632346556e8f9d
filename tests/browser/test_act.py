"""Our probes and tools judge small pages as W3C's ACT rules ask.

One page that breaks each rule and one that keeps it; `make audit` takes all.
"""

from playwright.sync_api import Browser

from plugins.accessibility_statement import AccessibilityStatementSettings
from plugins.accessibility_statement.measures import read_measures
from tests.browser.act import CASES, misjudged

ONE_EACH = {(case.act, case.breaks): case for case in reversed(CASES)}
LEAST = 0.95


def test_cases_are_judged_as_the_rules_say(browser: Browser) -> None:
    with browser.new_page(reduced_motion="reduce") as page:
        wrong = misjudged(page, ONE_EACH.values())
    assert 1 - len(wrong) / len(ONE_EACH) >= LEAST, "\n".join(map(str, wrong))


def test_every_rule_has_pages_that_break_it_and_pages_that_keep_it() -> None:
    assert len(ONE_EACH) == 2 * len({case.act for case in CASES})
    assert len({case.markup + case.act for case in CASES}) == len(CASES)


def test_the_statement_says_after_how_many_rules_the_cases_are_written() -> None:
    measures = read_measures(AccessibilityStatementSettings().goals)
    (how,) = (measure.how for measure in measures if measure.name == "act-cases")
    assert f" {len({case.act for case in CASES})} quy tắc " in how
