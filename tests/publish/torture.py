"""`python -m tests.publish.torture`: publishers are killed and starved; readers must not notice.

After each fault the live site has to be, byte for byte, one whole release, of the text before
or of the one that was on its way; no fault may end with 0; and the next run must complete.
"""

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from plugins.publish.manifest import read_manifest
from plugins.publish.releases import SITE, live_release
from plugins.publish.tree import Difference, compare_trees, read_tree
from plugins.publish.verification import verify_folder
from tests.publish.small_project import make_project, run, start, write_article

SEED = 20240317
_ARTICLES = 12


class Fault(Struct, frozen=True, kw_only=True):
    """What was done to a publisher, and what is wrong after it; "" where nothing is."""

    name: str
    broken: str


class Torture:
    """A project that is published again and again."""

    def __init__(self, folder: Path, seed: int = SEED) -> None:
        """Publish the first version, and see how long that takes."""
        self._project, self._store = folder, folder / "kho"
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

    def limit_files(self, points: int) -> Iterator[Fault]:
        """Let no file grow beyond a limit, which any system can do."""
        for _ in range(points):
            most = self._chance.choice([0, 10, 100, 1000, 3000, 8000])
            self._write()
            done = run(self._project, limit=_limited(most))
            yield self._look(f"files of {most} B at most", failed=done.returncode != 0)

    def fill_disk(self, points: int) -> Iterator[Fault]:
        """Leave little or nothing of the disk that the project has for itself."""
        filler = self._project / "filler"
        for _ in range(points):
            left = self._chance.choice([0, 4096, 20_000, 100_000, 300_000])
            self._write()
            filler.write_bytes(bytes(max(_free(self._project) - left, 0)))
            done = run(self._project)
            filler.unlink()
            yield self._look(f"{left} B left on the disk", failed=done.returncode != 0)

    def lock_disk(self, points: int) -> Iterator[Fault]:
        """Let nothing be written to the disk that the project has for itself."""
        for _ in range(points):
            self._write()
            _mount("-o", "remount,ro", str(self._project))
            done = run(self._project)
            _mount("-o", "remount,rw", str(self._project))
            yield self._look("a disk that is only read", failed=done.returncode != 0)

    def set_clock_back(self, points: int) -> Iterator[Fault]:
        """Publish with a clock that is behind; nothing may fail."""
        for _ in range(points):
            back = self._chance.choice(["-1h", "-30d", "-10y"])
            self._write()
            code = run(self._project, clock=back).returncode
            broken = f"the run ends with {code}" if code else self._broken(own=True)
            yield Fault(name=f"clock set to {back}", broken=broken)

    def spoil_store(self, points: int) -> Iterator[Fault]:
        """Overwrite, cut off or empty what earlier runs have kept; nothing may fail."""
        for _ in range(points):
            for kept in sorted(path for path in self._store.rglob("*") if path.is_file()):
                content = kept.read_bytes()
                length = self._chance.choice([0, len(content) // 2, len(content)])
                kept.write_bytes(self._chance.randbytes(length))
            self._write()
            code = run(self._project).returncode
            broken = f"the run ends with {code}" if code else self._broken(own=True)
            yield Fault(name="a store that was overwritten", broken=broken)

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
        verified = verify_folder(self._project / "public", live.parent, None)
        if own and verified.findings:
            return "; ".join(verified.findings)
        pages = [page.read_text("utf-8") for page in (live / SITE).glob("tin-tuc/bai-*/index.html")]
        allowed = {self._version} if own else {self._version, self._version - 1}
        if not any(all(f"Bản {version}. " in page for page in pages) for version in allowed):
            return "pages of several versions, or of a wrong one"
        return ""


def _limited(most: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return limit


def _free(folder: Path) -> int:
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def _mount(*options: str) -> bool:
    command = ["mount", *options]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def own_disk(folder: Path) -> Iterator[bool]:
    """Give a folder a small disk of its own; False where this system does not let us."""
    mounted = _mount("-t", "tmpfs", "-o", "size=64m", "cong-tin-torture", str(folder))
    try:
        yield mounted
    finally:
        if mounted:
            command = ["umount", "--lazy", str(folder)]
            subprocess.run(command, check=True)


def _told(name: str, group: Iterable[Fault]) -> list[Fault]:
    faults = list(group)
    print(f"{len(faults):5} {name}", flush=True)
    return faults


def main() -> int:
    """Print what broke; the exit code is 1 if anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.publish.torture", description=__doc__)
    parser.add_argument("--points", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, own_disk(Path(scratch)) as has_disk:
        torture = Torture(Path(scratch), given.seed)
        tenth = given.points // 10
        groups = {
            "killed": torture.kill(given.points),
            "no file may grow": torture.limit_files(tenth),
            "two at once": torture.meet(tenth),
            "the clock set back": torture.set_clock_back(tenth),
            "a store overwritten": torture.spoil_store(tenth),
        }
        if has_disk:
            groups["a full disk"] = torture.fill_disk(tenth)
            groups["a disk only read"] = torture.lock_disk(tenth)
        else:
            print("NOT tried, because nothing can be mounted here: a full disk, a disk only read")
        faults = [fault for name, group in groups.items() for fault in _told(name, group)]
    broken = [fault for fault in faults if fault.broken]
    for fault in broken:
        print(f"{fault.name}: {fault.broken}")
    print(f"{len(faults)} faults, {len(broken)} noticed by readers or the next publisher")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
