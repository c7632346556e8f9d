"""A real sshd on this machine, with keys of its own, and releases to send."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.releases import make_release, public

__all__ = ["make_release", "public"]

_SSHD = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin") or "sshd"
_SERVER = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/key.pub
PasswordAuthentication no
KbdInteractiveAuthentication no
StrictModes no
UsePAM no
UseDNS no
MaxSessions 100
PidFile none
LogLevel ERROR
"""
_CLIENT = """
Host *
  Port {port}
  IdentityFile {folder}/key
  IdentitiesOnly yes
  UserKnownHostsFile {folder}/known
  StrictHostKeyChecking accept-new
  LogLevel ERROR
  ControlMaster auto
  ControlPath {folder}/%p
  ControlPersist 10
"""


@pytest.fixture(scope="session")
def ssh_command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """How to reach a server on this machine."""
    folder = tmp_path_factory.mktemp("sshd")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for name in ("host", "key"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    (folder / "server").write_text(_SERVER.format(port=port, folder=folder), encoding="utf-8")
    (folder / "client").write_text(_CLIENT.format(port=port, folder=folder), encoding="utf-8")
    if os.geteuid() == 0:  # sshd insists on it, Debian's start script makes it
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    server = subprocess.Popen([_SSHD, "-D", "-e", "-f", str(folder / "server")])
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield f"ssh -F {folder / 'client'}"
    server.terminate()
    server.wait()


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
