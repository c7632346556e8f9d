"""Releases to send, and how they are sent to a real sshd."""

import getpass
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.releases import make_release, public
from tests.targets.servers import ssh_command, store

__all__ = ["make_release", "public", "ssh_command", "store"]


@pytest.fixture
def far(tmp_path: Path) -> Path:
    """The folder on the server; its name needs care in a shell."""
    return tmp_path / "máy chủ/cong tin"


Send = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def send(public: Path, far: Path, ssh_command: str) -> Send:
    """Run the command; the address of the folder as it is typed."""

    def run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        address = f"ssh://{getpass.getuser()}@127.0.0.1{far}".replace(" ", "%20")
        return subprocess.run(
            [
                sys.executable,
                "-m",
                "plugins.targets",
                "--public",
                str(public),
                "--to",
                address,
                *options,
            ],
            cwd=ROOT,
            env={**os.environ, "SSH_COMMAND": ssh_command, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=30,
        )

    return run
