"""Sending releases by rsync over a real sshd."""

from pathlib import Path

import pytest

from plugins.publish.releases import switch
from plugins.targets.ssh import read_target
from tests.releases import MakeRelease
from tests.targets.conftest import Send

PAGES: dict[str, str | bytes] = {
    "tin-tuc/bài-một/index.html": "Bài một",
    "anh/x y.webp": b"\x00\x01",
}


def test_the_first_release_goes_live_there(
    make_release: MakeRelease, send: Send, far: Path
) -> None:
    release = make_release({"index.html": "một", **PAGES})
    done = send()
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Bản {release.name} đã công khai tại ssh://")
    assert (far / "public").readlink() == Path(".releases") / release.name / "site"
    assert (far / "public/anh/x y.webp").read_bytes() == b"\x00\x01"
    assert (far / "public/../manifest.json").is_file()


def test_unchanged_files_are_linked_there(make_release: MakeRelease, send: Send, far: Path) -> None:
    for text in ("một", "hai"):
        make_release({"index.html": text, **PAGES})
        assert send().returncode == 0
    first, second = sorted((far / ".releases").glob("2*"))
    page = "site/tin-tuc/bài-một/index.html"
    assert (first / page).samefile(second / page)
    assert (far / "public/index.html").read_text(encoding="utf-8") == "hai"


def test_sending_again_changes_nothing(make_release: MakeRelease, send: Send, far: Path) -> None:
    make_release({"index.html": "một"})
    assert [send().returncode for _ in range(2)] == [0, 0]
    assert sorted(path.name[0] for path in (far / ".releases").iterdir()) == ["2"]


def test_an_older_release_replaces_a_newer_one_only_by_name(
    make_release: MakeRelease, send: Send, far: Path, public: Path
) -> None:
    old = make_release({"index.html": "một"})
    send()
    make_release({"index.html": "hai"})
    send()
    switch(public, old)
    refused = send()
    assert refused.returncode == 1
    assert "bản mới hơn" in refused.stderr
    assert (far / "public/index.html").read_text(encoding="utf-8") == "hai"
    assert send("--release", old.name).returncode == 0
    assert (far / "public/index.html").read_text(encoding="utf-8") == "một"


@pytest.mark.parametrize("name", ["20240317T120000Z-aaaaaaaaaaaa", "x; rm -rf /", "../.."])
def test_a_release_that_is_not_there_cannot_be_switched_to(
    make_release: MakeRelease, send: Send, far: Path, name: str
) -> None:
    make_release({"index.html": "một"})
    send()
    before = (far / "public").readlink()
    assert send("--release", name).returncode == 1
    assert (far / "public").readlink() == before


def test_what_arrives_damaged_never_goes_live(
    make_release: MakeRelease, send: Send, far: Path
) -> None:
    make_release({"index.html": "một"})
    send()
    before = (far / "public").readlink()
    release = make_release({"index.html": "hai", **PAGES})
    (release / "site/index.html").write_text("ba!", encoding="utf-8")
    damaged = send()
    assert damaged.returncode == 1
    assert "vẫn giữ nguyên như trước" in damaged.stderr
    (release / "site/index.html").write_text("hai", encoding="utf-8")
    (release / "site/lạ.html").write_text("lạ", encoding="utf-8")
    assert send().returncode == 1
    assert (far / "public").readlink() == before
    (release / "site/lạ.html").unlink()
    assert send().returncode == 0


def test_a_connection_that_breaks_in_the_middle_leaves_the_old_site(
    make_release: MakeRelease, send: Send, far: Path, ssh_command: str, tmp_path: Path
) -> None:
    make_release({"index.html": "một"})
    send()
    before = (far / "public").readlink()
    make_release({"index.html": "hai", "anh/to.webp": b"x" * 3_000_000})
    broken = tmp_path / "broken"
    lines = (
        "#!/bin/bash",
        f'[[ "$*" == *"rsync --server"* ]] || exec {ssh_command} "$@"',
        f'exec timeout -s KILL 0.7 {ssh_command} "$@" < <(head -c 500000; sleep 1)',
    )
    broken.write_text("\n".join(lines), encoding="utf-8")
    broken.chmod(0o755)
    assert send(SSH_COMMAND=str(broken)).returncode == 1
    assert (far / "public").readlink() == before
    assert send().returncode == 0
    assert (far / "public/anh/to.webp").stat().st_size == 3_000_000


def test_a_folder_in_the_place_of_the_link_is_left_alone(
    make_release: MakeRelease, send: Send, far: Path
) -> None:
    (far / "public").mkdir(parents=True)
    make_release({"index.html": "một"})
    done = send()
    assert (done.returncode, "is no link" in done.stderr) == (1, True)


def test_only_the_newest_ten_are_kept_there(
    make_release: MakeRelease, send: Send, far: Path
) -> None:
    (far / ".releases").mkdir(parents=True)
    for day in range(10, 22):
        (far / f".releases/202303{day}T120000Z-0123456789ab").mkdir()
    make_release({"index.html": "một"})
    send()
    kept = sorted(path.name[:8] for path in (far / ".releases").iterdir())
    assert kept == [*(f"202303{day}" for day in range(13, 22)), "20240317"]


def test_without_a_release_there_is_nothing_to_send(send: Send) -> None:
    done = send()
    assert (done.returncode, "make publish trước" in done.stderr) == (1, True)


@pytest.mark.parametrize("address", ["", "x", "ssh://host", "ssh://host/", "ftp://h/a", "/srv"])
def test_an_address_of_another_kind_is_no_target(address: str) -> None:
    assert read_target(address) is None
