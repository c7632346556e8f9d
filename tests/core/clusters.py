"""A cluster of two workers on this machine, of which tests may kill one."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

from tests.conftest import ROOT

SECONDS = 60
_FEW_FAILURES = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}


@contextmanager
def running(*command: str) -> Iterator[None]:
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *command, "--no-dashboard"],
        cwd=ROOT,
        env=os.environ | _FEW_FAILURES,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, Path]]:
    """A scheduler on a free port of this machine: its address, and the file that tells it."""
    file = folder / "scheduler.json"
    with running("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(file)):
        give_up = time.monotonic() + SECONDS
        while not file.exists() and time.monotonic() < give_up:
            time.sleep(0.05)
        address = json.loads(file.read_text(encoding="utf-8"))["address"]
        yield address.replace("tcp://", "dask://"), file


@contextmanager
def two_workers(folder: Path) -> Iterator[str]:
    """The address of a cluster of two workers that are there."""
    with scheduler(folder) as (address, file):
        worker = ("--scheduler-file", str(file), "--nworkers", "2", "--nthreads", "1")
        with running("worker", *worker):
            pids(address)
            yield address


def pids(address: str) -> list[int]:
    """The processes of both workers, when both are there."""
    with Client(address.replace("dask://", "tcp://"), set_as_default=False) as client:
        client.wait_for_workers(2, timeout=SECONDS)
        return sorted(client.run(os.getpid).values())


def kill_when_there(worker: int, file: Path) -> None:
    """Kill a worker as soon as a file or folder tells that the work has begun."""
    give_up = time.monotonic() + SECONDS
    while not file.exists() and time.monotonic() < give_up:
        time.sleep(0.01)
    os.kill(worker, signal.SIGKILL)
