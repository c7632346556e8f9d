"""axe finds nothing on any kind of page, however it is read."""

from itertools import combinations, product

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.browser.pages import PAGES
from tests.browser.probes import open_all
from tests.browser.readers import COLOURS, DESK, PHONE, choose

# Each kind of page in all colours; screen, size and switch change so that every two values of
# any two of these five meet somewhere.
CASES = {
    colours: [
        (kind, (first + second) % 2, (first + second // 2) % 2, (first + second // 4) % 2)
        for first, kind in enumerate(PAGES)
    ]
    for second, colours in enumerate(COLOURS)
}
SCREENS = (DESK, PHONE)
SIZES = ("100", "200")
EXPANSIONS = ("short", "long")


@pytest.mark.parametrize("colours", COLOURS)
def test_no_violations(visit: Visit, colours: str) -> None:
    page = visit("404.html", COLOURS[colours])
    found = {}
    for kind, screen, size, expansions in CASES[colours]:
        page.set_viewport_size(SCREENS[screen])
        choose(page, text_size=SIZES[size], abbreviations=EXPANSIONS[expansions])
        page.goto(PAGES[kind])
        open_all(page)
        found[kind] = violations(page)
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def test_closed_parts_have_no_violations(visit: Visit) -> None:
    assert violations(visit(PAGES["article"])) == []


def test_every_pair_of_values_is_among_the_cases() -> None:
    cases = [(colours, *case) for colours, cases in CASES.items() for case in cases]
    for one, other in combinations(range(5), 2):
        values = [{case[column] for case in cases} for column in (one, other)]
        assert {(case[one], case[other]) for case in cases} == set(product(*values))
