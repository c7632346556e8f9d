"""A sample of `make switches`, and that it notices what it is there for."""

from pathlib import Path

from plugins.publish.releases import SITE
from tests.conftest import BuiltSite
from tests.serving.switches import ARTICLE, one_round, two_releases


def test_no_request_fails_while_releases_change(first_site: BuiltSite, tmp_path: Path) -> None:
    with two_releases(tmp_path, first_site.files) as (nginx, releases):
        found = one_round(nginx, releases, 1)
        assert found.wrong == 0
        assert min(found.good, found.switches) > 0
        (releases[1] / SITE / ARTICLE).unlink()
        assert one_round(nginx, releases, 1).wrong > 0
