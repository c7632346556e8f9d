import os
import random
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from plugins.other_articles.likeness import (
    SCALE,
    Weighing,
    Weights,
    count_terms,
    unpack_counts,
    unpack_weights,
)
from plugins.other_articles.search import Index, Near, index_of
from plugins.other_articles.terms import Text, terms_of
from tests.conftest import ROOT
from tests.other_articles.test_choice import SUBJECTS, text


def weighed(bodies: list[str]) -> list[Weights]:
    terms = [terms_of(Text(body=body)) for body in bodies]
    weighing = Weighing(count_terms(terms))
    return [weighing.weigh(each) for each in terms]


def likeness(one: Weights, other: Weights) -> int:
    weight_of = dict(zip(one.terms.tolist(), one.weights.tolist(), strict=True))
    pairs = zip(other.terms.tolist(), other.weights.tolist(), strict=True)
    return sum(weight_of.get(term, 0) * weight for term, weight in pairs)


@pytest.fixture(scope="module")
def texts() -> list[Weights]:
    chance = random.Random(1)  # noqa: S311  (test data)
    return weighed([text(chance.choice(list(SUBJECTS)), seed) for seed in range(60)])


def test_the_nearest_are_those_with_the_greatest_products(texts: list[Weights]) -> None:
    index = index_of(texts)
    index.admit_until(20)
    for place in (3, 40):
        found = index.nearest_to(place)
        every = sorted(
            (
                (likeness(texts[place], texts[other]), other)
                for other in range(20)
                if other != place
            ),
            reverse=True,
        )
        unit = SCALE * SCALE // 1000
        assert list(found) == [Near(other, product // unit) for product, other in every]


def test_only_what_was_admitted_is_found_and_a_stranger_finds_it(texts: list[Weights]) -> None:
    index = index_of(texts[:-1])
    assert index.nearest_to(5) == ()
    index.admit_until(1)
    assert [near.place for near in index.nearest_to(5)] == [0]
    assert [near.place for near in index.nearest(texts[-1])] == [0]


def test_a_search_leaves_nothing_behind_for_the_next(texts: list[Weights]) -> None:
    index = index_of(texts)
    index.admit_until(len(texts))
    first = [index.nearest_to(place) for place in range(len(texts))]
    assert [index.nearest_to(place) for place in reversed(range(len(texts)))] == first[::-1]


def test_of_two_as_like_the_later_goes_first() -> None:
    same, other = "trồng chè giống lúa vụ mùa", "nhãn hiệu chứng nhận bảo hộ"
    index = index_of(weighed([same, other, same, same]))
    index.admit_until(3)
    assert [near.place for near in index.nearest_to(3)] == [2, 0]


def test_no_texts_and_texts_without_words() -> None:
    assert index_of([]).nearest(weighed(["chữ"])[0]) == ()
    index = index_of(weighed(["", "chữ", ""]))
    index.admit_until(2)
    assert index.nearest_to(2) == ()


def test_weights_are_whole_and_the_weightiest_stand_first(texts: list[Weights]) -> None:
    for each in texts:
        assert all(one >= other for one, other in pairwise(each.weights.tolist()))
        assert likeness(each, each) == pytest.approx(SCALE * SCALE, rel=0.02)
        again = unpack_weights(each.packed())
        assert np.array_equal(again.terms, each.terms)
        assert np.array_equal(again.weights, each.weights)


def test_terms_are_counted_in_steps_and_single_ones_left_out() -> None:
    bodies = [*["chè"] * 7, *["lúa"] * 3, "ngô"]
    counts = count_terms([terms_of(Text(body=body)) for body in bodies])
    assert (counts.texts, sorted(counts.counts.tolist())) == (11, [3, 6])
    again = unpack_counts(counts.packed())
    assert again.terms.tolist() == sorted(counts.terms.tolist()) == counts.terms.tolist()
    assert again.of(np.array([1])).tolist() == [1]


def test_an_index_for_some_who_ask_finds_what_one_for_all_does(texts: list[Weights]) -> None:
    asking = [7, 33, 59]
    one, other = index_of(texts), index_of(texts, [texts[place] for place in asking])
    for place in range(len(texts)):
        if place in asking:
            assert one.nearest_to(place) == other.nearest_to(place)
        one.admit_until(place + 1)
        other.admit_until(place + 1)


def test_texts_in_any_order_and_equal_ones_under_one_name_are_found_at_their_places(
    texts: list[Weights],
) -> None:
    order = ["c", "a", "b", "a", "c"]
    named = dict(zip("abc", texts[:3], strict=True))
    one = Index(((name, named[name]) for name in "bca"), order)
    other = index_of([named[name] for name in order])
    for place in range(len(order)):
        assert one.nearest_to(place) == other.nearest_to(place)
        one.admit_until(place + 1)
        other.admit_until(place + 1)


def test_comparing_starts_no_thread_that_forked_children_would_miss() -> None:
    program = """
import os, plugins.other_articles.comparison
print(len(os.listdir("/proc/self/task")))
"""
    said = subprocess.run(
        [sys.executable, "-c", program],
        env={name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "1\n"
