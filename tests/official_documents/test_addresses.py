"""Addresses of clauses and points, and what is odd about the count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.official_documents.addresses import Place, letter_places, number_places


def names(places: list[Place]) -> list[str]:
    return [place.name for place in places]


def test_the_legal_order_has_d_with_a_bar_and_no_f_j_w_z() -> None:
    letters = list("abcdđeghiklmnopqrstuvxy")
    places = letter_places(letters)
    assert names(places) == [letter if letter != "đ" else "dd" for letter in letters]
    assert not any(place.expected or place.doubled for place in places)


def test_a_doubled_letter_gets_the_address_of_its_rank() -> None:
    places = letter_places(list("abcddeg"))
    assert names(places) == ["a", "b", "c", "d", "dd", "e", "g"]
    assert [place for place in places if place.doubled or place.expected] == [
        Place(name="dd", expected="đ", doubled=True)
    ]


def test_a_doubled_letter_takes_no_address_that_another_point_has() -> None:
    assert names(letter_places(list("abbc"))) == ["a", "b", "b-2", "c"]


def test_a_gap_is_told_and_the_letters_keep_their_addresses() -> None:
    places = letter_places(list("abdđ"))
    assert names(places) == ["a", "b", "d", "dd"]
    assert [place.expected for place in places] == ["", "", "c", ""]


def test_a_letter_outside_the_legal_order_is_told() -> None:
    places = letter_places(list("abcdđefg"))
    assert names(places) == ["a", "b", "c", "d", "dd", "e", "f", "g"]
    assert [place.expected for place in places] == ["", "", "", "", "", "", "g", ""]


def test_exchanged_letters_keep_their_addresses() -> None:
    places = letter_places(list("acbd"))
    assert names(places) == ["a", "c", "b", "d"]
    assert [place.expected for place in places] == ["", "b", "d", ""]


def test_more_points_than_letters() -> None:
    letters = [*"abcdđeghiklmnopqrstuvxy", "a"]
    assert names(letter_places(letters))[-1] == "a-2"


def test_numbers_count_on_from_the_first() -> None:
    assert names(number_places([4, 5], first=4)) == ["4", "5"]
    assert [place.expected for place in number_places([5, 6], first=4)] == ["4", ""]


@pytest.mark.parametrize(
    ("numbers", "addresses"),
    [([1, 2, 2, 4], ["1", "2", "3", "4"]), ([1, 2, 2, 3], ["1", "2", "2-2", "3"])],
)
def test_doubled_numbers(numbers: list[int], addresses: list[str]) -> None:
    places = number_places(numbers, first=1)
    assert names(places) == addresses
    assert [place.doubled for place in places] == [False, False, True, False]


@given(st.lists(st.sampled_from("abcdđefghijklmnopqrstuvwxyzâéü"), max_size=40))
def test_no_two_points_share_an_address(letters: list[str]) -> None:
    found = names(letter_places(letters))
    assert len(set(found)) == len(letters)
    assert all(name.isascii() for name in found)
