"""`python -m tests.publish.torture`: publishers are killed and starved; readers must not notice.

After each fault the live site has to be, byte for byte, one whole release, of the text before
or of the one that was on its way; no fault may end with 0; and the next run must complete.
"""

import argparse
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.publish.manifest import read_manifest
from plugins.publish.releases import SITE, live_release
from plugins.publish.tree import Difference, compare_trees, read_tree
from tests.publish.small_project import make_project, run, start, write_article

SEED = 20240317
_ARTICLES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What was done to a publisher, and what is wrong after it; "" where nothing is."""

    name: str
    broken: str


class Torture:
    """A project that is published again and again."""

    def __init__(self, folder: Path, seed: int = SEED) -> None:
        """Publish the first version, and see how long that takes."""
        self._project = folder
        self._chance = random.Random(seed)  # noqa: S311  (when to kill, nothing secret)
        self._version = 0
        make_project(folder)
        self._write()
        run(folder)
        began = time.monotonic()
        self._write()
        run(folder)
        self._takes = time.monotonic() - began

    def kill(self, points: int) -> Iterator[Fault]:
        """Kill a publisher and all that it started, once at each of so many moments."""
        for point in range(points):
            # Half of them where it matters most: what follows on the build is the shorter part.
            share = self._chance.uniform(0, 1) if point % 2 else self._chance.uniform(0.7, 1)
            self._write()
            with start(self._project) as publisher:
                time.sleep(share * self._takes)
                with suppress(ProcessLookupError):
                    os.killpg(publisher.pid, signal.SIGKILL)
                publisher.communicate()
            yield self._look(f"killed at {share:.0%}", failed=publisher.returncode != 0)

    def fill_disk(self, points: int) -> Iterator[Fault]:
        """Let no file grow beyond a limit, as on a disk that is full."""
        for _ in range(points):
            most = self._chance.choice([0, 10, 100, 1000, 3000, 8000])
            self._write()
            done = run(self._project, limit=_limited(most))
            yield self._look(f"files of {most} B at most", failed=done.returncode != 0)

    def meet(self, points: int) -> Iterator[Fault]:
        """Start two publishers at once."""
        for _ in range(points):
            self._write()
            with start(self._project) as one, start(self._project) as other:
                one.communicate()
                other.communicate()
            codes = sorted((one.returncode, other.returncode))
            yield self._look(f"two at once, {codes}", failed=codes != [0, 0], complete=False)

    def _write(self) -> None:
        """The next version of every text."""
        self._version += 1
        for number in range(_ARTICLES):
            text = f"Bản {self._version}. " * 40
            write_article(self._project, f"bai-{number}", text)

    def _look(self, name: str, *, failed: bool, complete: bool = True) -> Fault:
        """What readers see now, and whether the next run completes."""
        broken = self._broken(own=not failed)
        if not broken and failed and complete and run(self._project).returncode:
            broken = "the next run fails"
        return Fault(name=name, broken=broken or (self._broken(own=True) if complete else ""))

    def _broken(self, *, own: bool) -> str:
        """How the live site is no whole release; with `own` it must be of the last text."""
        live = live_release(self._project / "public")
        manifest = read_manifest(live) if live else None
        if live is None or manifest is None:
            return "nothing is live"
        if compare_trees(manifest.files, read_tree(live / SITE)) != Difference():
            return "files differ from the manifest"
        pages = [page.read_text("utf-8") for page in (live / SITE).glob("tin-tuc/bai-*/index.html")]
        allowed = {self._version} if own else {self._version, self._version - 1}
        if not any(all(f"Bản {version}. " in page for page in pages) for version in allowed):
            return "pages of several versions, or of a wrong one"
        return ""


def _limited(most: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return limit


def main() -> int:
    """Print what broke; the exit code is 1 if anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.publish.torture", description=__doc__)
    parser.add_argument("--points", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        torture = Torture(Path(scratch), given.seed)
        tenth = given.points // 10
        groups = (torture.kill(given.points), torture.fill_disk(tenth), torture.meet(tenth))
        faults = [fault for group in groups for fault in group]
    broken = [fault for fault in faults if fault.broken]
    for fault in broken:
        print(f"{fault.name}: {fault.broken}")
    print(f"{len(faults)} faults, {len(broken)} noticed by readers or the next publisher")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
