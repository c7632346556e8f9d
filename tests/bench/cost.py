"""What a command costs, and what each feature of ours has of it."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tests.bench.memory import MemoryWatch

NOBODY = "Python, Pelican, core"
# What makes up the gate; what other features find is kept with the bodies and is theirs.
GATE = (
    NOBODY,
    "article_reader",
    "content_gate",
    "text_hygiene",
    "outgoing_links",
    "responsive_images",
    "attachments",
)


class Cost(Struct, frozen=True, kw_only=True):
    """What a command and all that it starts cost.

    Attributes:
        seconds: By the clock.
        processor: Seconds of all processors; 0 where they were not measured.
        megabytes: The most memory that all its processes held at one time; the same.
        parts: The seconds by the clock that each feature had, where timers stood; together
            they are the whole.
    """

    seconds: float
    processor: float = 0.0
    megabytes: float = 0.0
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def gate_seconds(self) -> float:
        """What the gate had, with what is no feature's: as if there were no other features."""
        return sum(self.parts.get(feature, 0.0) for feature in GATE)


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """What a command costs, run to its end; exit code 1 is one: a corpus may have its faults.

    Raises:
        SystemExit: if the command ends in another way.
    """
    with tempfile.TemporaryFile() as told:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=told,
        )
        with MemoryWatch(process.pid) as memory:
            _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            told.seek(0)
            message = f"{told.read().decode()}\n{command} ended with {process.returncode}"
            raise SystemExit(message)
    return Cost(
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        # Where the system tells no shares: the most of the largest process.
        megabytes=memory.most or used.ru_maxrss / 1000,
    )


def cost_by_feature(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """What `python -m MODULE ...` of ours costs, with its parts; timers add 2 in a hundred."""
    with tempfile.TemporaryDirectory() as told:
        file = Path(told) / "parts.json"
        python, option, *module = command
        timed = (python, option, "tests.bench.parts", str(file), *module)
        cost = cost_of(timed, folder, environment)
        return with_parts(cost, json.loads(file.read_text()))


def with_parts(cost: Cost, parts: Mapping[str, float]) -> Cost:
    """The cost with its parts; what no feature had is nobody's."""
    return replace(cost, parts={NOBODY: cost.seconds - sum(parts.values()), **parts})
