"""The first site passes all checks of a release, and stops passing when something is broken."""

import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.core.releases import BuiltRelease, ReleaseCheck, files_of
from tests.conftest import ROOT, BuiltSite

CHECKS: list[ReleaseCheck] = runpy.run_path(str(ROOT / "publishconf.py"))["RELEASE_CHECKS"]


@pytest.fixture
def release(first_site: BuiltSite, tmp_path: Path) -> BuiltRelease:
    """The first site, with a folder of its own to be spoilt."""
    folder = tmp_path / "site"
    shutil.copytree(first_site.folder, folder)
    return BuiltRelease(site=folder, content=first_site.content, files=files_of(folder))


def found(release: BuiltRelease) -> Iterator[str]:
    """Code and file of everything that would stop it."""
    for check in CHECKS:
        yield from (f"{each.code} {each.path}" for each in check(release))


def test_every_check_passes(release: BuiltRelease) -> None:
    assert list(found(release)) == []


@pytest.mark.parametrize(
    ("planted", "code"),
    [
        ('<a href="https://ca-cuoc.example/">x</a>', "OL001"),
        ('<img src="https://a.vn/x.png" alt="">', "BU001"),
        ("<script>alert(1)</script>", "BU001"),
        ('<a href="/khong-co/">x</a>', "RC001"),
    ],
)
def test_what_is_planted_into_a_page_is_found(
    release: BuiltRelease, planted: str, code: str
) -> None:
    page = release.site / "lien-he/index.html"
    text = page.read_text(encoding="utf-8").replace("</main>", f"{planted}</main>")
    page.write_text(text, encoding="utf-8")
    assert f"{code} lien-he/index.html" in list(found(release))


def test_the_command_prints_and_fails_as_publishing_would(release: BuiltRelease) -> None:
    command = [sys.executable, "-m", "plugins.release_checks", "--output", str(release.site)]
    good = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout) == (0, "")
    (release.site / "lien-he/index.html").unlink()
    bad = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert bad.returncode == 1
    assert "index.html: RC001 " in bad.stdout
