"""Measures, results and what they make together."""

from datetime import date
from pathlib import Path

import pytest

from plugins.accessibility_statement import AccessibilityStatementSettings
from plugins.accessibility_statement.measures import Measure, read_measures
from plugins.accessibility_statement.results import (
    Extent,
    Figure,
    Results,
    Review,
    read_results,
    written,
)
from plugins.accessibility_statement.statement import compose
from plugins.core.errors import ConfigError
from tests.house.source import ROOT

SETTINGS = AccessibilityStatementSettings()
DAY = date(2026, 11, 22)
RESULTS = Results(
    day=DAY,
    extent=Extent.SAMPLE,
    pages=29,
    visits=319,
    combinations=6380,
    tools={"axe-core": "4.14.1"},
    figures={"loi": Figure(value=0, over=319), "diem": Figure(value=97, over=4)},
    open_since={"diem": date(2026, 10, 1)},
    reviews=(Review(what="Trình đơn", reason="Đã xem.", since=DAY, until=date(2027, 5, 22)),),
)
FEW = Measure(name="loi", goal=1, title="Lỗi", how="axe-core", at_most=0)
MANY = Measure(name="diem", goal=6, title="Điểm", how="Lighthouse", at_least=98)
NONE = Measure(name="chua-do", goal=9, title="Phóng chữ", how="Chưa có", at_most=0)


def test_results_come_back_from_their_file(tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text(written(RESULTS), encoding="utf-8")
    assert read_results(tmp_path / "results.json") == RESULTS
    assert read_results(tmp_path / "none.json") is None


def test_equal_results_are_equal_files() -> None:
    assert written(RESULTS) == written(RESULTS)
    assert '"day": "2026-11-22"' in written(RESULTS)
    assert "Trình đơn" in written(RESULTS)


@pytest.mark.parametrize(
    ("measure", "value", "met"),
    [(FEW, 0, True), (FEW, 1, False), (MANY, 98, True), (MANY, 100, True), (MANY, 97, False)],
)
def test_a_figure_meets_its_limit_or_does_not(measure: Measure, value: int, met: bool) -> None:  # noqa: FBT001  (a case)
    assert measure.is_met_by(value) is met


def test_a_statement_sorts_by_what_came_out() -> None:
    statement = compose([FEW, MANY, NONE], RESULTS)
    assert [each.measure for each in statement.met] == [FEW]
    assert [(each.measure, each.open_since) for each in statement.unmet] == [
        (MANY, date(2026, 10, 1))
    ]
    assert [each.measure for each in statement.unmeasured] == [NONE]


def test_without_an_audit_nothing_is_claimed() -> None:
    statement = compose([FEW, MANY], None)
    assert (statement.met, statement.unmet) == ((), ())
    assert len(statement.unmeasured) == 2


@pytest.mark.parametrize("limits", ["", "at_most = 0\nat_least = 1"])
def test_a_measure_has_one_limit(tmp_path: Path, limits: str) -> None:
    table = f'[[measure]]\nname = "a"\ngoal = 1\ntitle = "A"\nhow = "B"\n{limits}\n'
    (tmp_path / "goals.toml").write_text(table, encoding="utf-8")
    with pytest.raises(ConfigError, match="needs either"):
        read_measures(tmp_path / "goals.toml")


def test_two_measures_do_not_share_a_name(tmp_path: Path) -> None:
    table = '[[measure]]\nname = "a"\ngoal = 1\ntitle = "A"\nhow = "B"\nat_most = 0\n'
    (tmp_path / "goals.toml").write_text(table * 2, encoding="utf-8")
    with pytest.raises(ConfigError, match="one name"):
        read_measures(tmp_path / "goals.toml")


def test_every_goal_of_the_evidence_has_a_measure() -> None:
    goals = {measure.goal for measure in read_measures(SETTINGS.goals)}
    assert goals >= {*range(1, 24), 27, 38, 39}


def test_measures_name_tests_that_exist() -> None:
    named = [test for measure in read_measures(SETTINGS.goals) for test in measure.tests]
    assert named
    assert [test for test in named if not (ROOT / test).is_file()] == []


def test_the_results_in_the_project_measure_what_the_table_names() -> None:
    results = read_results(SETTINGS.results)
    measures = {measure.name: measure for measure in read_measures(SETTINGS.goals)}
    figures = results.figures if results else {}
    unmet = {name for name in figures if not measures[name].is_met_by(figures[name].value)}
    assert unmet == set(results.open_since if results else {})
