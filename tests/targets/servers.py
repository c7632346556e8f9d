"""Servers to which releases are sent: a real sshd on this machine, a store as those of S3."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

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


@pytest.fixture(scope="session")
def store() -> Iterator[dict[str, str]]:
    """What leads to a store that is empty at first, as variables of the environment."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    yield {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "khoa",
        "AWS_SECRET_ACCESS_KEY": "mat",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    server.stop()
