"""The arithmetic between what was measured and the verdict."""

from pathlib import Path

import pytest

from tests.bench.cost import Cost
from tests.bench.figures import changed_pages, growth, median_cost, ratio
from tests.bench.targets import TARGETS, Target, Verdict, verdicts

CUBE = Target(figure="a cube's edge", must={0: 3.0, 1_000: 2.0}, aim={1_000: 1.0})


def limit(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def costs(*seconds: float) -> list[Cost]:
    return [Cost(seconds=each, processor=2 * each, megabytes=100 - each) for each in seconds]


def test_a_ratio_is_taken_within_each_round() -> None:
    runs = {"ours": costs(1.0, 4.0, 2.0), "Hugo": costs(2.0, 4.0, 8.0)}

    assert ratio(runs, "ours", "Hugo") == 0.5


def test_a_ratio_to_somebody_who_is_not_there_says_so() -> None:
    assert ratio({"ours": costs(1.0)}, "ours", "Hugo") == "Hugo is not installed"


def test_the_median_of_costs_has_the_most_memory() -> None:
    assert median_cost(costs(1.0, 9.0, 2.0)) == Cost(seconds=2.0, processor=4.0, megabytes=99.0)


def test_pages_that_changed_or_went_count_and_new_ones_do_not() -> None:
    before = {"a": b"1", "b": b"2", "c": b"3"}

    assert changed_pages(before, {"a": b"1", "b": b"x", "d": b"4"}) == 2


@pytest.mark.parametrize(("seconds", "power"), [(5.0, 0.0), (50.0, 1.0), (500.0, 2.0)])
def test_growth_is_the_power_of_the_number(seconds: float, power: float) -> None:
    assert growth((1_000, 5.0), (10_000, seconds)) == pytest.approx(power)


@pytest.mark.parametrize(
    ("articles", "value", "columns"),
    [
        (1_000, 1.0, ["1.00", "2", "1", "met, aim too"]),
        (1_000, 2.0, ["2.00", "2", "1", "met"]),
        (1_000, 2.01, ["2.01", "2", "1", "MISSED"]),
        (100, 2.01, ["2.01", "3", "met"]),
    ],
)
def test_a_row_tells_value_limits_and_verdict(
    articles: int, value: float, columns: list[str]
) -> None:
    verdict = Verdict(target=CUBE, articles=articles, value=value)

    assert verdict.row.removeprefix(CUBE.figure).split(maxsplit=len(columns) - 1) == columns
    assert verdict.is_kept == (columns[-1] != "MISSED")


def test_what_was_not_measured_is_not_kept() -> None:
    verdict = Verdict(target=Target(figure="free"), articles=100, value="Hugo is not installed")

    assert verdict.row.endswith("NOT MEASURED: Hugo is not installed")
    assert not verdict.is_kept


def test_a_figure_without_a_limit_is_shown_without_a_verdict() -> None:
    verdict = Verdict(target=Target(figure="free"), articles=100, value=7.0)

    assert verdict.row.split() == ["free", "7.00"]
    assert verdict.is_kept


def test_the_documentation_lists_every_limit() -> None:
    text = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
    limits = text.split("\n## Limits\n")[1].split("\n## ")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in limits if "|" in line]

    assert rows[2:] == [
        [
            target.figure,
            *map(limit, (target.must_at(1_000), target.must_at(10_000))),
            *map(limit, (target.aim.get(1_000), target.aim.get(10_000))),
        ]
        for target in TARGETS
        if target.must
    ]


def test_verdicts_stand_in_the_order_of_the_targets() -> None:
    names = [target.figure for target in TARGETS]

    found = verdicts(dict.fromkeys(reversed(names), 0.0), 10_000)

    assert [verdict.target.figure for verdict in found] == names
    assert all(verdict.is_kept for verdict in found)
