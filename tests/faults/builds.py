"""Builds as the system sees them: processes with exit codes, signals and limits."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from tests.conftest import ROOT, article, write_files

_DEADLINE = 60.0


class Ended(Struct, frozen=True, kw_only=True):
    """How a build or a check ended; `said` is its error stream."""

    exit_code: int
    said: str
    printed: str = ""


class FaultySite:
    """A small site of which every page tells the version of the content it was made from."""

    def __init__(self, folder: Path) -> None:
        """Name the places; nothing is written yet."""
        self._folder = folder
        self.content = folder / "content"
        self.output = folder / "trang"
        self.staging = folder / ".trang.staging"
        self.store = folder / "kho"
        self._environment = {
            "STORE_PATH": str(self.store),
            "PYTHONIOENCODING": "utf-8",
            # Ten thousand sentences take a voice minutes, and tell nothing here.
            "READ_ALOUD_ENGINE": "none",
        }

    def write(self, version: str, articles: int = 6, body: str = "Nội dung.") -> None:
        """Write all articles anew."""
        write_files(
            self.content,
            {
                f"tin-tuc/bai-{number}.md": article(
                    f"Bài {number} {version}", summary=f"Tóm tắt {version}.", body=body
                )
                for number in range(articles)
            },
        )

    def start(self, limit: Callable[[], object] | None = None) -> subprocess.Popen[str]:
        """Begin a build in a session of its own."""
        settings = ROOT / "pelicanconf.py"
        return subprocess.Popen(
            [sys.executable, "-m", "pelican", "content", "-o", "trang", "-s", str(settings)],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=limit,  # noqa: PLW1509  (no threads here; limits must be set in the child)
        )

    def build(self, limit: Callable[[], object] | None = None) -> Ended:
        """Build to the end."""
        return self.end(self.start(limit))

    def check(self, limit: Callable[[], object]) -> Ended:
        """Check the content, with a report for programs."""
        options = ("--content", "content", "--format", "json")
        ended = subprocess.run(
            [sys.executable, "-m", "plugins.content_gate", *options],
            check=False,
            cwd=self._folder,
            env={"PYTHONPATH": str(ROOT), **self._environment},
            capture_output=True,
            encoding="utf-8",
            preexec_fn=limit,
        )
        return Ended(exit_code=ended.returncode, said=ended.stderr, printed=ended.stdout)

    def end(self, build: subprocess.Popen[str]) -> Ended:
        """Wait for a build, and for every child that it may have left."""
        _, said = build.communicate(timeout=_DEADLINE)
        wait_until(lambda: not _lives(build.pid))
        return Ended(exit_code=build.returncode, said=said)

    @property
    def tree(self) -> Mapping[str, tuple[bytes, int]]:
        """Every file of the output: its bytes and its time."""
        return {
            path.relative_to(self.output).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }

    @property
    def bytes(self) -> Mapping[str, bytes]:
        """Every file of the output, without its time."""
        return {name: content for name, (content, _) in self.tree.items()}

    @property
    def versions(self) -> set[str]:
        """The versions that the pages of the articles tell; one, where nothing is mixed."""
        pages = sorted(self.output.glob("tin-tuc/bai-*/index.html"))
        texts = [self.output / "index.html", *pages]
        return {
            text.read_text("utf-8").partition("Tóm tắt ")[2].partition(".")[0] for text in texts
        }


def wait_until(happened: Callable[[], object]) -> None:
    """Wait for something that is sure to come.

    Raises:
        TimeoutError: if it does not.
    """
    give_up = time.monotonic() + _DEADLINE
    while not happened():
        if time.monotonic() > give_up:
            raise TimeoutError
        time.sleep(0.002)


def hears(build: subprocess.Popen[str]) -> bool:
    """Whether a build has come so far that it is told of signals, as the kernel knows it."""
    if build.poll() is not None:
        return True
    status = Path(f"/proc/{build.pid}/status").read_text("ascii", errors="replace")
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught & 1 << (signal.SIGTERM - 1))


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
