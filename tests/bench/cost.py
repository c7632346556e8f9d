"""What a command costs, and what each feature of ours has of it."""

import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

NOBODY = "Python, Pelican, core"
# What issue 3 asks of the gate; what other features find is kept with the bodies and is theirs.
GATE = (
    NOBODY,
    "article_reader",
    "content_gate",
    "text_hygiene",
    "outgoing_links",
    "responsive_images",
    "attachments",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process and its children cost.

    Attributes:
        seconds: By the clock.
        processor: Seconds of all processors; 0 where they were not measured.
        megabytes: The most memory that one process held; the same.
        parts: The seconds by the clock that each feature had, where timers stood; together
            they are the whole.
    """

    seconds: float
    processor: float = 0.0
    megabytes: int = 0
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def gate_seconds(self) -> float:
        """What the gate had, with what is no feature's: as if there were no other features."""
        return sum(self.parts.get(feature, 0.0) for feature in GATE)


def cost_of(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """What a command costs, run to its end; exit code 1 is one: a corpus may have its faults.

    Raises:
        SystemExit: if the command ends in another way.
    """
    began = os.times().elapsed
    child = os.posix_spawn(
        command[0],
        list(command),
        {**os.environ, **environment},
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, used = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        message = f"{command} ended with {os.waitstatus_to_exitcode(status)}"
        raise SystemExit(message)
    return Cost(
        seconds=os.times().elapsed - began,
        processor=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss // 1000,
    )


def cost_by_feature(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """What a module of ours costs, with its parts; the timers add about two in a hundred."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "parts.json"
        timed = [sys.executable, "-m", "tests.bench.parts", str(file), *command]
        cost = cost_of(timed, environment)
        return with_parts(cost, json.loads(file.read_text()))


def with_parts(cost: Cost, parts: Mapping[str, float]) -> Cost:
    """The cost with its parts; what no feature had is nobody's."""
    return replace(cost, parts={NOBODY: cost.seconds - sum(parts.values()), **parts})
