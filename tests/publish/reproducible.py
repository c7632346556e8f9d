"""`python -m tests.publish.reproducible`: one commit, one site, wherever and however it is built.

The content is copied with its files in another order and with other times; folder, time zone,
locale, hash seed, number of processors, umask and clock differ; nothing made before is used.
The instant of the build is given, because it decides what is public.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from plugins.publish.compression import compress_tree
from plugins.publish.tree import Tree, compare_trees, read_tree
from tests.conftest import ROOT

INSTANT = "1735689600"
# Seconds; no build of the first site takes a tenth of them.
_STANDS_STILL = 180


class Circumstances(Struct, frozen=True, kw_only=True):
    """Everything about a build that must not show in what it makes."""

    folder: str
    environment: Mapping[str, str] = field(default_factory=dict)
    processors: int = 1
    umask: int = 0o022
    seed: int = 0
    clock: str = "+0"


HERE = Circumstances(folder="mot", environment={"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"})
ELSEWHERE = Circumstances(
    folder="nơi khác/sâu hơn/hai",
    environment={"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "12345"},
    processors=2,
    umask=0o077,
    seed=1,
    clock="+9y",
)


def build(content: Path, scratch: Path, circumstances: Circumstances) -> Tree:
    """Every file of the public site of some content, built under some circumstances."""
    folder = scratch / circumstances.folder
    _copy_shuffled(content, folder / "content", random.Random(circumstances.seed))  # noqa: S311  (an order, nothing secret)
    settings = str(ROOT / "publishconf.py")
    at = ["faketime", "--exclude-monotonic", "-f", circumstances.clock, sys.executable]
    command = ["-m", "pelican", str(folder / "content"), "-o", str(folder / "site"), "-s", settings]
    fixed = {
        "SITEURL": "https://example.gov.vn",
        "SOURCE_DATE_EPOCH": INSTANT,
        "STORE_PATH": str(folder / "store"),
    }

    def prepare() -> None:
        os.umask(circumstances.umask)
        available = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, available[: circumstances.processors])

    def begin() -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [*at, *command],
            cwd=ROOT,
            env={**os.environ, **circumstances.environment, **fixed},
            stdout=subprocess.DEVNULL,
            preexec_fn=prepare,  # noqa: PLW1509  (no threads here; the umask must be set in the child)
            start_new_session=True,
        )

    exit_code = _ended(begin())
    if exit_code is None:
        exit_code = _ended(begin())
    if exit_code != 0:
        message = f"the build in {circumstances.folder} ended with {exit_code}"
        raise RuntimeError(message)
    compress_tree(folder / "site", folder / "store")
    return read_tree(folder / "site")


def _ended(build: "subprocess.Popen[bytes]") -> int | None:
    """How a build ended; None where it stood still, which it may under a clock that is not ours.

    Pelican turns its mark in a thread. Where that is in a lock of libfaketime when a child is
    forked, the child waits for ever for the lock; without libfaketime there is no such lock.
    """
    try:
        return build.wait(_STANDS_STILL)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        return None


def _copy_shuffled(source: Path, target: Path, order: random.Random) -> None:
    """A copy whose files were made in another order, each at another time."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    order.shuffle(files)
    for file in files:
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        moment = order.randrange(10**9, 2 * 10**9)
        os.utime(copy, (moment, moment))


def main() -> int:
    """Print what differs; the exit code is 1 if anything does."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.publish.reproducible", description=__doc__
    )
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    content = parser.parse_args().content
    with tempfile.TemporaryDirectory() as scratch:
        one, other = (build(content, Path(scratch), each) for each in (HERE, ELSEWHERE))
    difference = compare_trees(one, other)
    differing = [*difference.changed, *difference.missing, *difference.added]
    print(*differing, f"{len(one)} files, {len(differing)} differ", sep="\n")
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main())
