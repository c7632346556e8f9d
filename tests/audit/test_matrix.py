"""The sample of visits leaves no pair of conditions out."""

from itertools import combinations, product

import pytest

from tests.audit.matrix import CHOICES, SCREENS, SYSTEMS, Visit, one_screen, sample, whole


def _values(visit: Visit) -> tuple[object, ...]:
    return (visit.page, visit.choice, visit.system, visit.screen, visit.scripts)


@pytest.mark.parametrize("count", [10, 11, 29, 64])
def test_any_two_conditions_meet_in_the_sample(count: int) -> None:
    pages = [f"trang-{number}/" for number in range(count)]
    visits = [_values(visit) for visit in sample(pages)]
    domains = (pages, CHOICES, SYSTEMS, SCREENS, (True, False))
    for one, other in combinations(range(5), 2):
        met = {(visit[one], visit[other]) for visit in visits}
        assert met == set(product(domains[one], domains[other])), (one, other)


def test_the_sample_is_part_of_the_whole() -> None:
    pages = [f"trang-{number}/" for number in range(10)]
    everything = whole(pages)
    assert set(sample(pages)) <= set(everything)
    assert len(set(everything)) == len(everything) == 10 * 11 * 5 * 2 * 2


def test_one_screen_holds_the_sample_and_every_mode_of_every_page_once() -> None:
    pages = [f"trang-{number}/" for number in range(10)]
    visits = one_screen(pages)
    assert set(sample(pages)) < set(visits) < set(whole(pages))
    assert len(set(visits)) == len(visits)
    modes = {(v.page, v.choice, v.system) for v in visits if v.screen == "phone" and v.scripts}
    assert modes == set(product(pages, CHOICES, SYSTEMS))


@pytest.mark.parametrize(
    ("choice", "system", "limit"),
    [
        ("default", "plain", 7),
        ("default", "more", 12),
        ("size-200", "more", 12),
        ("light", "more", 7),
        ("high-dark", "plain", 12),
        ("high-dark", "forced", 7),
    ],
)
def test_who_asks_for_contrast_gets_more(choice: str, system: str, limit: int) -> None:
    visit = Visit(page="", choice=choice, system=system, screen="desk", scripts=True)
    assert visit.contrast_limit == limit
