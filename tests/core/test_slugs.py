"""The last part of an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.slugs import SLUG_LENGTH, is_slug, short_slug


@pytest.mark.parametrize("text", ["a", "de-an-844", "844", "20245", "trang-hai", "a" * SLUG_LENGTH])
def test_an_address_is_of_small_letters_digits_and_single_hyphens(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "-", "a-", "a--b", "A", "đ", "a b", "a\n", "a.b", "a/b", "a" * (SLUG_LENGTH + 1)]
)
def test_nothing_else_is_an_address(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize("text", ["2024", "trang-2"])
def test_an_address_of_a_list_is_nobody_elses(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đề án 844", "de-an-844"),
        ("một hai ba bốn năm sáu bảy tám chín", "mot-hai-ba-bon-nam-sau-bay-tam"),
        ("a" * 60 + " " + "b" * 60, "a" * 60),
        ("a" * 101, ""),
        ("…", ""),
    ],
)
def test_a_short_address_is_made_of_whole_words(text: str, slug: str) -> None:
    assert short_slug(text) == slug


@given(st.text(), st.integers(min_value=1, max_value=SLUG_LENGTH))
def test_a_short_address_is_never_too_long(text: str, length: int) -> None:
    assert len(short_slug(text, length)) <= length
