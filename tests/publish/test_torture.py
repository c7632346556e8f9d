"""A sample of `make torture`."""

from pathlib import Path

import pytest

from tests.publish.torture import Torture


@pytest.fixture
def torture(tmp_path: Path) -> Torture:
    """A project that is published again and again."""
    return Torture(tmp_path)


def test_readers_notice_no_fault(torture: Torture) -> None:
    faults = [*torture.kill(3), *torture.fill_disk(1), *torture.meet(1)]
    assert len(faults) == 5
    assert [fault for fault in faults if fault.broken] == []
