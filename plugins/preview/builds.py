"""Builds on request, each in a process of its own, and what became of them."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Self, cast

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.progress import STREAM

ROOT = Path(__file__).resolve().parents[2]


class BuildOrder(Struct, frozen=True, kw_only=True):
    """What is built.

    Attributes:
        settings: Pelican's settings file.
        url: The address at which the site is served.
    """

    content: Path
    output: Path
    settings: Path
    url: str


class BuildResult(Struct, frozen=True, kw_only=True):
    """How a build ended.

    Attributes:
        printed: All that it printed.
        findings: The first of the gate's report, unless the build ended in another way.
        more: How many there are besides.
        counted: How many there are of each weight.
        looks: Where first looks can be asked for from now on; "" where nothing changed there.
    """

    passed: bool
    printed: str
    findings: tuple[str, ...] = ()
    more: int = 0
    counted: str = ""
    looks: str = ""


class Builder:
    """Builds the same site again and again; a context manager that leaves no process behind."""

    def __init__(self, order: BuildOrder) -> None:
        """Prepare; nothing is started before the first build."""
        self._order = order
        self._process: subprocess.Popen[str] | None = None
        self._printed = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `__exit__`)
        # Short: the address of a socket has a hundred letters at most.
        self._sockets = tempfile.TemporaryDirectory(prefix="cong-tin-")
        # What builds print is shown when they have ended; how far they are, at once.
        self._progress = os.dup(2)

    def __enter__(self) -> Self:
        """The builder itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop a build that may be under way."""
        self.forget_code()
        self._printed.close()
        self._sockets.cleanup()
        os.close(self._progress)

    def build(self, changed: Iterable[str] = ()) -> BuildResult:
        """Build with the code as it was at the first build since `forget_code`.

        Args:
            changed: The texts that were changed, relative to the content folder: what is found
                in them is told first.
        """
        # The file's position is shared with the builder, which goes on writing from here.
        self._printed.seek(0)
        self._printed.truncate()
        ended = self._ask(self._process or self._start(), list(changed))
        self._printed.seek(0)
        printed = self._printed.read().decode(errors="replace").strip()
        return result_of(ended, printed)

    def forget_code(self) -> None:
        """Have the next build import settings and plugins anew."""
        if self._process is None:
            return
        # A builder that has died by itself leaves a broken pipe.
        with suppress(BrokenPipeError), self._process as process:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        self._process = None

    def _start(self) -> subprocess.Popen[str]:
        order = self._order
        folders = (str(order.content), str(order.output), str(order.settings))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "plugins.preview.builder", *folders, self._sockets.name],
            cwd=ROOT,
            env={
                **os.environ,
                "SITEURL": order.url,
                "READ_ALOUD_LATER": "1",  # pages wait for no recording
                STREAM: str(self._progress),
            },
            pass_fds=(self._progress,),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._printed,
            text=True,
            # Ctrl-C is for the server, which then stops the whole group.
            start_new_session=True,
        )
        return self._process

    def _ask(self, process: subprocess.Popen[str], changed: list[str]) -> str:
        """What the builder tells of one build; "" if its code could not be imported."""
        orders, answers = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        with suppress(BrokenPipeError):
            orders.write(f"{json.dumps(changed)}\n")
            orders.flush()
        answer = answers.readline()
        if not answer:
            self.forget_code()
        return answer


def result_of(ended: str, printed: str) -> BuildResult:
    """How a build ended, from what the builder told and what the build printed."""
    if not ended:
        return BuildResult(passed=False, printed=printed)
    told = json.loads(ended)
    result = BuildResult(passed=told["exit_code"] == 0, printed=printed, looks=told["looks"])
    report = told["report"]
    if not report or report["exit_code"] != told["exit_code"]:
        return result
    return replace(
        result,
        findings=tuple(report["findings"]),
        more=report["more"],
        counted=report["counted"],
    )
