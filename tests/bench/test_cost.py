"""What commands cost is measured with all that they start."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.cost import cost_of
from tests.bench.memory import tree_megabytes

HOLD = "import sys; held = bytearray({size}); print(flush=True); sys.stdin.read()"
HOLD_IN_CHILD = f"""
import subprocess, sys
subprocess.run([sys.executable, "-c", {HOLD.format(size=50_000_000)!r}])
"""


def test_what_a_child_holds_counts_for_the_tree() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_IN_CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()

        assert 50 < tree_megabytes(process.pid) < 150

        process.communicate()


def test_a_process_that_has_ended_holds_nothing() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()

    assert tree_megabytes(process.pid) == 0.0


def test_a_command_costs_time_and_memory(tmp_path: Path) -> None:
    busy = "sum(range(3_000_000)); held = bytearray(60_000_000); import time; time.sleep(1)"

    cost = cost_of([sys.executable, "-c", busy], tmp_path, {})

    assert cost.seconds > 1.0
    assert 0.0 < cost.processor < cost.seconds
    assert cost.megabytes > 60


def test_a_command_that_breaks_ends_the_measurement(tmp_path: Path) -> None:
    broken = "import sys; print('no disk', file=sys.stderr); sys.exit(3)"

    with pytest.raises(SystemExit, match=r"no disk\n\n.* ended with 3"):
        cost_of([sys.executable, "-c", broken], tmp_path, {})
