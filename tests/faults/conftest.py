"""A small site that is built by real processes."""

from pathlib import Path

import pytest

from tests.faults.builds import FaultySite


@pytest.fixture
def site(tmp_path: Path) -> FaultySite:
    """A site that was built once, from version `cũ`, and whose content is now `mới`."""
    site = FaultySite(tmp_path)
    site.write("cũ")
    assert site.build().exit_code == 0
    assert site.versions == {"cũ"}
    site.write("mới")
    return site
