"""What is over a limit keeps a release from going live."""

from pathlib import Path

import pytest

from plugins.budgets.release_check import check_budgets
from plugins.core.releases import BuiltRelease, files_of
from tests.conftest import write_files


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("", []),
        ("<script>alert(1)</script>", ["vượt giới hạn “inline scripts”: 1, mức cho phép 0"]),
    ],
)
def test_a_figure_over_its_limit_is_a_finding(tmp_path: Path, body: str, told: list[str]) -> None:
    write_files(tmp_path, {"index.html": f"<!doctype html><title>Tin</title>{body}"})
    release = BuiltRelease(site=tmp_path, content=tmp_path, files=files_of(tmp_path))
    found = list(check_budgets(release))
    assert [each.message for each in found] == told
    assert [(each.code, each.path) for each in found] == [("BU001", "index.html")] * len(told)
