"""Going back is a matter of moments, whatever the site weighs, and leads where it was asked to."""

import time
from pathlib import Path

import pytest

from plugins.publish.errors import PublishError
from plugins.publish.releases import is_withdrawn, live_release, newest_release
from plugins.publish.rolling_back import roll_back
from tests.releases import MakeRelease


def test_a_rollback_takes_well_under_a_second(public: Path, make_release: MakeRelease) -> None:
    pages = {f"tin-tuc/{number}/index.html": "Nội dung" for number in range(1000)}
    old, _ = (make_release({"index.html": text, **pages}) for text in ("một", "hai"))
    began = time.monotonic()
    roll_back(public, old.parent)
    assert time.monotonic() - began < 0.5
    assert live_release(public) == old


def test_any_kept_release_can_be_named_and_named_again(
    public: Path, make_release: MakeRelease
) -> None:
    first, second, third = (make_release({"index.html": text}) for text in ("một", "hai", "ba"))
    roll_back(public, first.parent, first.name)
    assert live_release(public) == first
    assert [is_withdrawn(release) for release in (first, second, third)] == [False, True, True]
    roll_back(public, first.parent, second.name[:16])
    assert live_release(public) == second
    assert newest_release(first.parent) == second
    assert [is_withdrawn(release) for release in (first, second, third)] == [False, False, True]


@pytest.mark.parametrize("name", ["2023", "20240317T", "../.releases"])
def test_a_name_that_means_no_release_or_several_lists_those_there_are(
    public: Path, make_release: MakeRelease, name: str
) -> None:
    releases = [make_release({"index.html": text}) for text in ("một", "hai")]
    with pytest.raises(PublishError, match=releases[0].name) as refused:
        roll_back(public, releases[0].parent, name)
    assert f"“{name}”" in str(refused.value)
    assert live_release(public) == releases[1]


def test_the_live_release_is_no_way_back(public: Path, make_release: MakeRelease) -> None:
    live = make_release({"index.html": "một"})
    with pytest.raises(PublishError, match="đang công khai rồi"):
        roll_back(public, live.parent, live.name)


def test_a_release_without_a_home_page_is_never_shown(
    public: Path, make_release: MakeRelease
) -> None:
    broken, live = (make_release({"index.html": text}) for text in ("một", "hai"))
    (broken / "site/index.html").unlink()
    with pytest.raises(PublishError, match="không thể quay về"):
        roll_back(public, live.parent)
    assert live_release(public) == live


def test_what_was_taken_down_does_not_come_back_by_chance(
    public: Path, make_release: MakeRelease
) -> None:
    gone = "# 410 /tin-tuc/a/\n# 410 /tin-tuc/a\n"
    old, new = (make_release({"index.html": text, "_redirects": text}) for text in ("", gone))
    with pytest.raises(PublishError, match="  /tin-tuc/a/\n"):
        roll_back(public, old.parent)
    assert live_release(public) == new
    roll_back(public, old.parent, accept_withdrawn=True)
    assert live_release(public) == old
    roll_back(public, old.parent, new.name)
    assert live_release(public) == new
