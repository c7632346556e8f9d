"""A sample of `make torture`."""

from pathlib import Path

from tests.publish.torture import Torture, own_disk


def test_readers_notice_no_fault(tmp_path: Path) -> None:
    # Containers without privileges give no folder a disk of its own.
    with own_disk(tmp_path) as has_disk:
        torture = Torture(tmp_path)
        faults = [*torture.kill(3), *torture.limit_files(1), *torture.meet(1)]
        faults += [*torture.set_clock_back(1), *torture.spoil_store(1)]
        if has_disk:
            faults += [*torture.fill_disk(1), *torture.lock_disk(1)]
        assert len(faults) == (9 if has_disk else 7)
        assert [fault for fault in faults if fault.broken] == []
