"""The parts of a command's time add up to the whole, and inner work counts once."""

import pytest

from plugins.glossary.plugin import connect_receivers
from tests.bench.cost import NOBODY, Cost, with_parts
from tests.bench.parts import Timers, feature_of, share_out
from tests.bench.parts_table import parts_table


def test_inner_work_counts_for_the_inner_feature_only() -> None:
    now = iter([0.0, 1.0, 5.0, 8.0])
    timers = Timers(lambda: next(now))
    inner = timers.timed("glossary", lambda: None)

    timers.timed("article_reader", inner)()

    assert timers.seconds == {"article_reader": 1.0 + 3.0, "glossary": 4.0}


def test_lazy_answers_are_worked_out_under_their_timer() -> None:
    now = iter([0.0, 2.0])
    timers = Timers(lambda: next(now))

    answer = timers.timed("glossary", lambda: (each for each in "ab"))()

    assert answer == ["a", "b"]
    assert timers.seconds == {"glossary": 2.0}


def test_an_error_ends_its_timer() -> None:
    now = iter([0.0, 2.0])
    timers = Timers(lambda: next(now))

    with pytest.raises(ZeroDivisionError):
        timers.timed("glossary", lambda: 1 / 0)()

    assert timers.seconds == {"glossary": 2.0}


def test_waiting_for_children_is_shared_out_by_what_they_did() -> None:
    seconds = {"article_reader": 1.0, "waiting for children": 4.0}
    children = [{"article_reader": 2.0, "glossary": 1.0}, {"glossary": 1.0}]

    assert share_out(seconds, children) == {"article_reader": 3.0, "glossary": 2.0}


def test_waiting_for_children_that_told_nothing_is_the_readers() -> None:
    assert share_out({"waiting for children": 2.0}, []) == {"article_reader": 2.0}


def test_the_parts_of_a_cost_are_the_whole() -> None:
    cost = Cost(seconds=5.0, processor=5.0, megabytes=90)

    whole = with_parts(cost, {"article_reader": 1.0, "glossary": 2.5})

    assert whole.parts == {NOBODY: 1.5, "article_reader": 1.0, "glossary": 2.5}
    assert sum(whole.parts.values()) == whole.seconds
    assert whole.gate_seconds == 2.5


def test_work_belongs_to_the_package_in_which_it_stands() -> None:
    assert feature_of(connect_receivers) == "glossary"
    assert feature_of(with_parts) == "article_reader"


def test_the_table_tells_the_gates_own_from_the_rest_and_sums_what_is_slight() -> None:
    parts = {"article_reader": 1.5, "content_gate": 0.5, "glossary": 1.0, "series": 0.01}
    cost = with_parts(Cost(seconds=4.0, processor=4.0, megabytes=90), parts)

    rows = [line.rsplit(maxsplit=1) for line in parts_table({"check": cost}).splitlines()]

    assert [(name.strip(), figure) for name, figure in rows] == [
        ("seconds by feature", "check"),
        ("the gate's own", "2.99"),
        ("article_reader", "1.50"),
        ("Python, Pelican, core", "0.99"),
        ("content_gate", "0.50"),
        ("other features", "1.01"),
        ("glossary", "1.00"),
        ("1 more together", "0.01"),
        ("the whole", "4.00"),
    ]
