"""A build works beside its output and touches only what has changed."""

import fcntl
import os
import signal
import sys
from pathlib import Path

import pytest

from plugins.page_writer.staging import Staging


def build(output: Path, files: dict[str, bytes]) -> None:
    staging = Staging(output)
    staging.begin()
    for name, content in files.items():
        staging.place(name).write_bytes(content)
    staging.apply(files)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The output of one build whose files are old."""
    folder = tmp_path / "output"
    build(folder, {"index.html": b"trang", "tin-tuc/a/index.html": b"a", "b.css": b"b"})
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
    return folder


def test_nothing_is_written_into_the_output_before_the_end(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "output")
    staging.begin()
    staging.place("index.html").write_bytes(b"trang")

    assert not (tmp_path / "output").exists()


def test_unchanged_files_keep_their_times(output: Path) -> None:
    build(output, {"index.html": b"trang moi", "tin-tuc/a/index.html": b"a", "b.css": b"b"})

    changed = {path.name for path in output.rglob("*.*") if path.stat().st_mtime != 1}
    assert changed == {"index.html"}


def test_what_a_build_no_longer_makes_goes_away_with_its_empty_folders(output: Path) -> None:
    build(output, {"index.html": b"trang", "b.css": b"b"})

    assert tree(output) == {"index.html": b"trang", "b.css": b"b"}
    assert not (output / "tin-tuc").exists()


def test_a_folder_in_which_something_else_lies_stays(output: Path) -> None:
    (output / "tin-tuc/a/tep-la.txt").write_bytes(b"la")
    build(output, {"index.html": b"trang"})

    assert tree(output) == {"index.html": b"trang", "tin-tuc/a/tep-la.txt": b"la"}


def test_foreign_files_stay(output: Path) -> None:
    (output / ".htaccess").write_bytes(b"la")
    build(output, {"index.html": b"trang moi"})

    assert tree(output) == {".htaccess": b"la", "index.html": b"trang moi"}


def test_a_discarded_build_leaves_the_output_byte_for_byte(output: Path) -> None:
    before = tree(output)
    staging = Staging(output)
    staging.begin()
    staging.place("index.html").write_bytes(b"hong")
    staging.discard()

    assert tree(output) == before
    assert {path.stat().st_mtime for path in output.rglob("*.*")} == {1}
    assert sorted(path.name for path in output.parent.iterdir()) == [".output.files.json", "output"]


def test_a_second_build_into_the_same_output_is_refused(output: Path) -> None:
    first = Staging(output)
    first.begin()
    first.place("index.html").write_bytes(b"mot")

    second = Staging(output)
    with pytest.raises(BlockingIOError, match="another build is at work") as refused:
        second.begin()
    second.discard()

    assert refused.value.filename == str(output)
    first.apply(["index.html"])
    assert tree(output) == {"index.html": b"mot"}


def test_builds_into_different_outputs_do_not_meet(tmp_path: Path) -> None:
    first, second = Staging(tmp_path / "a"), Staging(tmp_path / "b")
    first.begin()
    second.begin()
    for staging in (first, second):
        staging.discard()


def test_what_a_killed_build_left_behind_does_not_reach_the_output(output: Path) -> None:
    leftover = output.parent / ".output.staging"
    (leftover / "tin-tuc").mkdir(parents=True)
    (leftover / "tin-tuc" / "rac.html").write_bytes(b"rac")
    (leftover / "lien-ket").symlink_to(output)
    build(output, {"index.html": b"trang"})

    assert tree(output) == {"index.html": b"trang"}
    assert not leftover.exists()


def test_the_next_build_can_start_after_each_end(output: Path) -> None:
    staging = Staging(output)
    for _ in range(3):
        staging.begin()
        staging.place("index.html").write_bytes(b"trang")
        staging.apply(["index.html"])

    assert tree(output) == {"index.html": b"trang"}


@pytest.mark.parametrize("link", ["tin-tuc", "tin-tuc/a"])
def test_a_link_in_the_output_is_never_written_or_removed_through(
    output: Path, tmp_path: Path, link: str
) -> None:
    elsewhere = tmp_path / "noi-khac"
    (output / link).rename(elsewhere)
    (output / link).symlink_to(elsewhere)
    before = tree(elsewhere)

    for files in ({"tin-tuc/a/index.html": b"moi"}, {"index.html": b"trang"}):
        staging = Staging(output)
        staging.begin()
        for name, content in files.items():
            staging.write(name, content)
        with pytest.raises(OSError, match="leads out of the output") as refused:
            staging.apply(files)
        staging.discard()
        assert refused.value.filename == str(output / link)
        assert tree(elsewhere) == before
        assert (output / link).is_symlink()


def test_a_link_in_the_place_of_a_file_gives_way_to_it(output: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "noi-khac.html"
    (output / "index.html").rename(elsewhere)
    (output / "index.html").symlink_to(elsewhere)
    build(output, {"index.html": elsewhere.read_bytes()})

    assert not (output / "index.html").is_symlink()
    assert elsewhere.read_bytes() == b"trang"


@pytest.mark.parametrize("path", ["../index.html", "tin-tuc/../../index.html", "/etc/tin.html"])
def test_a_path_that_leaves_the_output_is_refused(output: Path, path: str) -> None:
    staging = Staging(output)
    staging.begin()
    with pytest.raises(OSError, match="leads out of the output"):
        staging.write(path, b"x")
    staging.discard()


def test_a_list_of_applied_files_that_names_others_removes_nothing(output: Path) -> None:
    (output.parent / ".output.files.json").write_text('["../khac.txt"]', encoding="utf-8")
    (output.parent / "khac.txt").write_bytes(b"khac")

    with pytest.raises(OSError, match="leads out of the output"):
        build(output, {"index.html": b"trang"})
    assert (output.parent / "khac.txt").read_bytes() == b"khac"


def test_a_link_in_the_place_of_the_staging_folder_is_not_emptied(
    output: Path, tmp_path: Path
) -> None:
    (tmp_path / "cua-nguoi-khac").mkdir()
    (tmp_path / "cua-nguoi-khac" / "tep").write_bytes(b"tep")
    (tmp_path / ".output.staging").symlink_to(tmp_path / "cua-nguoi-khac")

    with pytest.raises(OSError, match=r"\.output\.staging"):
        Staging(output).begin()
    assert tree(tmp_path / "cua-nguoi-khac") == {"tep": b"tep"}


def test_who_is_stopped_while_the_folder_is_being_taken_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = fcntl.flock

    def lock_and_be_stopped(folder: int, how: int) -> None:
        signal.raise_signal(signal.SIGTERM)
        lock(folder, how)

    monkeypatch.setattr(fcntl, "flock", lock_and_be_stopped)
    before = signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(number))
    staging = Staging(tmp_path / "output")
    try:
        with pytest.raises(SystemExit, match=str(int(signal.SIGTERM))):
            staging.begin()
    finally:
        signal.signal(signal.SIGTERM, before)
    staging.discard()

    assert list(tmp_path.iterdir()) == []
