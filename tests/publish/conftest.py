"""Releases without a build: folders of files with a manifest each."""

from functools import partial
from pathlib import Path

import pytest

from tests.releases import MakeRelease, make_release_below


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """Where the link belongs."""
    return tmp_path / "public"


@pytest.fixture
def make_release(tmp_path: Path) -> MakeRelease:
    """Make a release of files, after those that there are, and let the link lead to it."""
    return partial(make_release_below, tmp_path)
