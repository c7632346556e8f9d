"""A release that has lost or gained a fifth of its pages or bytes is looked at by somebody."""

import pytest

from plugins.core.releases import BuiltRelease
from plugins.release_checks.sizes import find_leaps
from tests.release_checks.conftest import MakeSite, page


def pages(count: int) -> dict[str, int]:
    """The sizes of so many pages."""
    return {f"{number}/index.html": 100 for number in range(count)}


def leaps(release: BuiltRelease) -> list[str]:
    """The codes of what is found."""
    return [found.code for found in find_leaps(release)]


@pytest.mark.parametrize(("before", "found"), [(0, []), (1, []), (12, []), (13, ["RC005"])])
def test_ten_pages_may_come_or_go_on_any_site(
    site: MakeSite, before: int, found: list[str]
) -> None:
    assert leaps(site({"a/index.html": page()}, before=pages(before))) == found


@pytest.mark.parametrize(("now", "found"), [(79, ["RC005"]), (80, []), (120, []), (121, ["RC005"])])
def test_a_fifth_is_the_limit(site: MakeSite, now: int, found: list[str]) -> None:
    files = {f"{number}/index.html": "x" for number in range(now - 1)}
    assert leaps(site(files, before=pages(100))) == found


def test_the_weight_counts_as_well(site: MakeSite) -> None:
    release = site({"anh.webp": b"x" * 1000}, before={"index.html": 1, "anh.webp": 3_000_000})
    assert leaps(release) == ["RC005"]
