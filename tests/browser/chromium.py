"""The browser of all tests and measurements: Debian's Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, sync_playwright


def launch_options() -> dict[str, Any]:
    """How it is started: without its sandbox, which does not start for root; calling nobody."""
    executable = shutil.which("chromium")
    assert executable, "chromium is missing; `make test` installs it"
    quiet = ("no-first-run", "disable-background-networking", "disable-component-update")
    flags = ("no-sandbox", "disable-gpu", "disable-quic", "disable-sync", *quiet)
    return {"executable_path": executable, "args": [f"--{flag}" for flag in flags]}


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser of one's own, for commands; tests have the fixture `browser`."""
    with sync_playwright() as playwright, playwright.chromium.launch(**launch_options()) as browser:
        yield browser
