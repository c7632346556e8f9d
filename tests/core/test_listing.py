"""Lists in pages that stay put."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.listing import Listing, listings


def newest_first(count: int) -> list[int]:
    return list(range(count, 0, -1))


def pages(count: int, per_page: int = 20) -> list[Listing]:
    return list(listings("tin-tuc/", newest_first(count), per_page))


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, [(None, [])]),
        (1, [(None, [1])]),
        (20, [(None, newest_first(20))]),
        (39, [(None, newest_first(39))]),
        (40, [(None, list(range(40, 20, -1))), (1, newest_first(20))]),
        (41, [(None, list(range(41, 20, -1))), (1, newest_first(20))]),
        (
            60,
            [
                (None, list(range(60, 40, -1))),
                (2, list(range(40, 20, -1))),
                (1, newest_first(20)),
            ],
        ),
    ],
)
def test_which_articles_stand_on_which_page(
    count: int, expected: list[tuple[int | None, Sequence[int]]]
) -> None:
    assert [(page.number, page.articles) for page in pages(count)] == expected


def test_every_page_knows_its_address_and_its_neighbours() -> None:
    newest, second, first = pages(60)

    assert [page.url for page in (newest, second, first)] == [
        "tin-tuc/",
        "tin-tuc/trang-2/",
        "tin-tuc/trang-1/",
    ]
    assert (newest.newer, first.older) == (None, None)
    assert newest.older is not None
    assert second.newer is not None
    assert (newest.older.number, newest.older.url) == (2, "tin-tuc/trang-2/")
    assert (second.newer.number, second.newer.url) == (None, "tin-tuc/")
    assert first.newer == newest.older


@given(st.integers(0, 300), st.integers(1, 30))
def test_every_article_stands_on_exactly_one_page_in_order(count: int, per_page: int) -> None:
    made = pages(count, per_page)

    assert [article for page in made for article in page.articles] == newest_first(count)
    assert all(len(page.articles) == per_page for page in made[1:])
    assert len(made[0].articles) < 2 * per_page


@given(st.integers(0, 300), st.integers(1, 30), st.integers(1, 60))
def test_new_articles_move_nothing_on_a_numbered_page(count: int, per_page: int, more: int) -> None:
    before = {page.number: (page.articles, page.older) for page in pages(count, per_page)[1:]}
    after = {page.number: (page.articles, page.older) for page in pages(count + more, per_page)[1:]}

    assert {number: after[number] for number in before} == before


@given(st.integers(0, 300), st.integers(1, 30))
def test_one_more_article_changes_the_way_to_newer_pages_on_the_newest_numbered_one_only(
    count: int, per_page: int
) -> None:
    before = {page.number: page for page in pages(count, per_page)[1:]}
    after = {page.number: page for page in pages(count + 1, per_page)[1:]}
    changed = [number for number, page in before.items() if after[number] != page]

    assert changed in ([], [max(before, key=lambda number: number or 0, default=None)])
    assert not changed or len(after) == len(before) + 1
