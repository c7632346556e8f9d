"""Runs the tests that stand for a measure, and counts those that fail."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from plugins.accessibility_statement.measures import Measure
from plugins.accessibility_statement.results import Figure

ROOT = Path(__file__).resolve().parents[2]


def run_suites(measures: Iterable[Measure], report: Path) -> dict[str, Figure]:
    """The number of failing tests for each measure that names tests which exist."""
    mine = {m.name: m.tests for m in measures if m.tests and all(map(_is_there, m.tests))}
    files = sorted({test for tests in mine.values() for test in tests})
    workers = ["-n", str(os.cpu_count()), "--dist", "loadfile"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *workers, *files]
    report.unlink(missing_ok=True)
    subprocess.run([*command, f"--junitxml={report}"], cwd=ROOT, check=False)
    cases = read_cases(report)
    return {name: count(cases, tests) for name, tests in mine.items()}


def read_cases(report: Path) -> list[tuple[str, bool]]:
    """Each test of a JUnit report by its module and name, and whether it passed."""
    tree = etree.parse(report)
    return [
        (
            f"{case.get('classname')}.{case.get('name')}",
            case.find("failure") is None and case.find("error") is None,
        )
        for case in tree.iter("testcase")
    ]


def count(cases: Iterable[tuple[str, bool]], tests: Iterable[str]) -> Figure:
    """How many tests of some files fail; one of a file that ran no test counts as failing."""
    value = over = 0
    for test in tests:
        module = test.removesuffix(".py").replace("/", ".") + "."
        passed = [ok for name, ok in cases if name.startswith(module)]
        over += len(passed) or 1
        value += passed.count(False) if passed else 1
    return Figure(value=value, over=over)


def _is_there(test: str) -> bool:
    return (ROOT / test).is_file()
