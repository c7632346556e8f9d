"""Releases without a build: folders of files with a manifest each, and fixtures of them."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from plugins.publish.manifest import (
    NAME,
    Manifest,
    addresses_of,
    digest_of,
    digest_of_manifest,
    encoded,
)
from plugins.publish.releases import SITE, list_releases, name_release, switch
from plugins.publish.tree import read_tree
from tests.conftest import write_files

NOON = datetime(2024, 3, 17, 12, tzinfo=UTC)

MakeRelease = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """Where the link belongs."""
    return tmp_path / "public"


@pytest.fixture
def make_release(tmp_path: Path) -> MakeRelease:
    """Make a release of files, after those that there are, and let the link lead to it."""
    return partial(make_release_below, tmp_path)


def make_release_below(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make a release of files, after those that there are, and let the link lead to it."""
    releases = folder / ".releases"
    workshop = releases / ".building"
    write_files(workshop / SITE, files)
    tree, existing = read_tree(workshop / SITE), list_releases(releases)
    manifest = Manifest(
        release=name_release(NOON, digest_of(tree), existing),
        built_at=NOON,
        commit="",
        tools={},
        previous=digest_of_manifest(existing[-1]) if existing else "",
        count=len(tree),
        files=tree,
        addresses=addresses_of(tree),
    )
    (workshop / NAME).write_bytes(encoded(manifest))
    release = releases / manifest.release
    workshop.rename(release)
    switch(folder / "public", release)
    return release
