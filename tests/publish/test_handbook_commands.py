"""Every line of the handbook is run: most by one long day of an administrator on this machine."""

import getpass
from pathlib import Path

import boto3
import pytest

from plugins.publish.releases import list_releases, live_release
from tests.conftest import ROOT, write_files
from tests.publish.admin_machine import Machine, lines_of_the_handbook, new_machine
from tests.serving.server import RunningNginx
from tests.view_counts.test_updating import line as log_line

NEEDS_THE_INTERNET = {
    "make wheels WHEELS=/sao-luu/wheels",
    "systemctl stop nginx && certbot certonly --standalone -d so.tinh.gov.vn",
}
RUN_ELSEWHERE = {
    # Of these, samples run with the tests: the whole takes minutes.
    "make reproducible": "tests/publish/test_reproducible.py",
    "make torture": "tests/publish/test_torture.py",
    "make switches": "tests/serving/test_switches.py",
    # Debian's own file; nothing of ours.
    "rm -f /etc/nginx/sites-enabled/default": "tests/serving/server.py",
    # `RunningNginx` checks and starts what `make nginx` has printed.
    "nginx -t && systemctl start nginx": "tests/serving/server.py",
}
PUBLISH = "make publish SITEURL=https://so.tinh.gov.vn"
ADDRESS = "/tin-tuc/ten-bai/"
SIGNED = f"{PUBLISH} SIGNING_KEY=~/.ssh/cong-tin"


@pytest.fixture
def machine(
    tmp_path: Path, ssh_command: str, store: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> Machine:
    """A machine with nothing on it yet, and others that it can reach."""
    for name, value in store.items():
        monkeypatch.setenv(name, value)
    boto3.client("s3").create_bucket(Bucket="kho-cua-so")
    (tmp_path / ".ssh").mkdir(mode=0o700)
    far = f"{getpass.getuser()}@127.0.0.1{tmp_path}/xa"
    machine = new_machine(
        tmp_path,
        {
            "xuat-ban@may-chu.so.tinh.gov.vn": far,
            "/etc/nginx/sites-enabled": str(tmp_path),
            "/var/log/nginx": str(tmp_path),
            "MÁY-SAO-LƯU:/sao-luu": str(tmp_path / "sao-luu"),
        },
    )
    machine.environment |= {**store, "SSH_COMMAND": ssh_command}
    return machine


def test_every_line_of_the_handbook_is_run(machine: Machine) -> None:
    _set_up(machine)
    _serve(machine)
    _work_every_day(machine)
    _send_elsewhere(machine)
    _go_back(machine)
    _withdraw(machine)
    _lose_everything(machine)
    assert {*lines_of_the_handbook()} == machine.ran | RUN_ELSEWHERE.keys() | NEEDS_THE_INTERNET
    assert [name for name in RUN_ELSEWHERE.values() if not (ROOT / name).is_file()] == []


def _set_up(machine: Machine) -> None:
    (packages,) = (line for line in lines_of_the_handbook() if line.startswith("apt-get "))
    machine.run(packages, **{"install -y": "install --simulate"})
    machine.run("git clone ĐỊA-CHỈ-KHO /srv/cong-tin && cd /srv/cong-tin")
    machine.install()
    assert "Đã xuất bản bản" in machine.run(PUBLISH)


def _serve(machine: Machine) -> None:
    """Behind the very configuration that is printed, over TLS, every byte is right."""
    printing = "make nginx DOMAIN=so.tinh.gov.vn PUBLIC=/srv/cong-tin/public > "
    machine.run(f"{printing}/etc/nginx/sites-enabled/cong-tin.conf")
    machine.run(f"{printing}cong-tin.conf")
    config = (machine.folder / "cong-tin.conf").read_text(encoding="utf-8")
    assert config == (machine.project / "cong-tin.conf").read_text(encoding="utf-8")
    with RunningNginx(machine.folder, config) as nginx:
        machine.environment["SSL_CERT_FILE"] = str(machine.folder / "cert.pem")
        address = f" URL=https://127.0.0.1:{nginx.https_port}"
        told = machine.run(
            "make verify URL=https://so.tinh.gov.vn", **{" URL=https://so.tinh.gov.vn": address}
        )
        assert "đúng" in told
        del machine.environment["SSL_CERT_FILE"]


def _work_every_day(machine: Machine) -> None:
    assert "đang công khai" in machine.run("make releases")
    machine.run("make verify")
    logs = {"access.log": log_line(16, ADDRESS), "access.log.1": log_line(15, ADDRESS)}
    write_files(machine.folder, logs)
    told = machine.run('make views LOGS="/var/log/nginx/access.log /var/log/nginx/access.log.1"')
    assert "2 lượt xem" in told
    for line in lines_of_the_handbook():
        if "* * *" in line or "* * 1" in line:  # what cron runs, without its hours
            hours = " ".join(line.split()[:5])
            machine.run(line, **{f"{hours} ": ""})
    assert len(list_releases(machine.project / ".releases")) == 2
    machine.run(f"{PUBLISH} ACCEPT=RC005")
    machine.run('ssh-keygen -t ed25519 -f ~/.ssh/cong-tin -C ""', answers="\n\n")
    machine.run('echo "quan-tri@so.tinh.gov.vn $(cat ~/.ssh/cong-tin.pub)" > nguoi-ky.txt')


def _send_elsewhere(machine: Machine) -> None:
    live = live_release(machine.project / "public")
    assert live is not None
    to = "make send TO=ssh://xuat-ban@may-chu.so.tinh.gov.vn/srv/cong-tin"
    machine.run(to, **{"/srv/cong-tin": ""})
    machine.run(
        f"{to} RELEASE=20240317T050000Z-0123456789ab",
        **{"/srv/cong-tin": "", "20240317T050000Z-0123456789ab": live.name},
    )
    assert (machine.folder / "xa/public/index.html").is_file()
    machine.run("make send TO=s3://kho-cua-so/cong-tin")


def _go_back(machine: Machine) -> None:
    first, second = list_releases(machine.project / ".releases")
    machine.run("make rollback")
    assert live_release(machine.project / "public") == first
    machine.run("make rollback RELEASE=20240317T050000Z", **{"20240317T050000Z": second.name[:16]})
    assert live_release(machine.project / "public") == second
    machine.run('make freeze REASON="Chờ điều tra"')
    machine.run("make thaw")


def _withdraw(machine: Machine) -> None:
    reason = "Gỡ theo yêu cầu của cơ quan cung cấp tin."
    machine.run(f'make withdraw ADDRESS=/tin-tuc/ten-bai/ REASON="{reason}"')
    page = machine.project / "public/tin-tuc/ten-bai/index.html"
    assert reason in page.read_text(encoding="utf-8")


def _lose_everything(machine: Machine) -> None:
    """Another machine, with the repository and the backup of releases."""
    kept = machine.project.rename(machine.folder / "sao-luu")
    machine.run("git clone ĐỊA-CHỈ-KHO /srv/cong-tin && cd /srv/cong-tin")
    machine.install()
    (kept / "nguoi-ky.txt").rename(machine.project / "nguoi-ky.txt")
    machine.run("rsync -a --hard-links MÁY-SAO-LƯU:/sao-luu/.releases/ .releases/")
    machine.run(SIGNED)
    machine.run(f"{PUBLISH} WHEELS=/sao-luu/wheels")
    machine.run("make releases")
    assert "quan-tri@so.tinh.gov.vn" in machine.run("make verify ALLOWED_SIGNERS=nguoi-ky.txt")
