"""A build that is interrupted says so with its exit code and leaves the site as it was."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import ROOT, article, write_files

COMMAND = [
    sys.executable,
    "-m",
    "pelican",
    "content",
    "-o",
    "site",
    "-s",
    str(ROOT / "pelicanconf.py"),
]


def test_ctrl_c_in_the_middle_is_no_success(tmp_path: Path) -> None:
    write_files(tmp_path / "content", {"tin-tuc/a.md": article(slug="a")})
    assert subprocess.run(COMMAND, cwd=tmp_path, check=False).returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.html")}
    many = {f"tin-tuc/{n}.md": article(slug=f"bai-{n}", body="Chữ. " * 500) for n in range(400)}
    write_files(tmp_path / "content", many)
    build = subprocess.Popen(COMMAND, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    staging = tmp_path / ".site.staging"
    while not (staging / "tin-tuc").exists():
        assert build.poll() is None
        time.sleep(0.005)
    build.send_signal(signal.SIGINT)
    _, said = build.communicate(timeout=60)
    assert build.returncode == 128 + signal.SIGINT
    assert "Đã dừng theo yêu cầu" in said
    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.html")} == before
    assert not staging.exists()
