"""Failing tests are counted as what they are, and tests that did not run as failing."""

from pathlib import Path

from plugins.accessibility_statement.results import Figure
from tests.audit.suites import count, read_cases

REPORT = """<?xml version="1.0"?>
<testsuites><testsuite>
<testcase classname="tests.browser.test_keyboard" name="test_walk[home]"/>
<testcase classname="tests.browser.test_keyboard" name="test_walk[page]"><failure/></testcase>
<testcase classname="tests.browser.test_keyboard_more" name="test_other"><error/></testcase>
</testsuite></testsuites>
"""


def test_failures_are_counted_by_file(tmp_path: Path) -> None:
    (tmp_path / "tests.xml").write_text(REPORT, encoding="utf-8")
    cases = read_cases(tmp_path / "tests.xml")
    assert count(cases, ["tests/browser/test_keyboard.py"]) == Figure(value=1, over=2)
    assert count(cases, ["tests/browser/test_keyboard_more.py"]) == Figure(value=1, over=1)


def test_a_file_that_ran_no_test_counts_as_failing() -> None:
    assert count([], ["tests/browser/test_keyboard.py"]) == Figure(value=1, over=1)
