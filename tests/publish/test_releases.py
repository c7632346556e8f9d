"""Releases: names, the link, and the way back."""

import itertools
import os
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from plugins.publish.releases import (
    KEPT,
    AlreadyLockedError,
    list_releases,
    live_release,
    locked,
    name_release,
    release_before,
    remove_old,
    switch,
    sync_tree,
    withdraw,
)

NOON = datetime(2024, 3, 17, 12, tzinfo=UTC)
DIGEST = "0123456789abcdef" * 4


def make_release(folder: Path, text: str) -> Path:
    """A release of one page."""
    release = folder / name_release(NOON, DIGEST, list_releases(folder))
    (release / "site").mkdir(parents=True)
    (release / "site/index.html").write_text(text, encoding="utf-8")
    return release


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of releases."""
    releases = tmp_path / ".releases"
    releases.mkdir()
    return releases


def test_a_name_tells_the_instant_in_utc_and_the_content() -> None:
    hanoi = NOON.astimezone(timezone(timedelta(hours=7)))
    assert name_release(hanoi, DIGEST, []) == "20240317T120000Z-0123456789ab"


def test_names_go_on_where_the_clock_was_set_back(folder: Path) -> None:
    newest = folder / "20250101T000000Z-0123456789ab"
    assert name_release(NOON, DIGEST, [newest]) == "20250101T000001Z-0123456789ab"


def test_a_switch_is_relative_so_that_the_whole_can_be_moved(folder: Path, tmp_path: Path) -> None:
    release = make_release(folder, "một")
    switch(tmp_path / "public", release)
    assert (tmp_path / "public").readlink() == Path(".releases") / release.name / "site"
    assert live_release(tmp_path / "public") == release


def test_a_switch_that_was_cut_off_does_not_stop_the_next(folder: Path, tmp_path: Path) -> None:
    (tmp_path / ".public.new").symlink_to("nowhere")
    release = make_release(folder, "một")
    switch(tmp_path / "public", release)
    assert live_release(tmp_path / "public") == release


def test_no_reader_ever_fails_while_releases_change(folder: Path, tmp_path: Path) -> None:
    public = tmp_path / "public"
    releases = [make_release(folder, text) for text in ("một", "hai")]
    switch(public, releases[0])
    done = threading.Event()
    read: list[str] = []
    failures: list[OSError] = []

    def read_on() -> None:
        while not done.is_set():
            try:
                read.append((public / "index.html").read_text(encoding="utf-8"))
            except OSError as error:
                failures.append(error)

    reader = threading.Thread(target=read_on)
    reader.start()
    give_up = time.monotonic() + 60
    for number in itertools.count():
        switch(public, releases[number % 2])
        # A busy machine may let the reader read nothing for as long as two hundred take.
        if number >= 200 and (len(set(read)) == len(releases) or time.monotonic() > give_up):
            break
    done.set()
    reader.join()
    assert failures == []
    assert set(read) == {"một", "hai"}


def test_the_release_before_is_never_one_that_was_withdrawn(folder: Path) -> None:
    first, second, third = (make_release(folder, text) for text in ("một", "hai", "ba"))
    assert release_before(folder, third) == second
    withdraw(second)
    assert release_before(folder, third) == first
    assert release_before(folder, first) is None


def test_a_folder_that_is_no_release_has_none_before_it(folder: Path, tmp_path: Path) -> None:
    make_release(folder, "một")
    assert release_before(folder, tmp_path / "trang-cũ") is None


def test_old_releases_go_but_never_the_live_one(folder: Path) -> None:
    releases = [make_release(folder, str(number)) for number in range(KEPT + 3)]
    withdraw(releases[1])
    remove_old(folder, live=releases[0])
    assert list_releases(folder) == [releases[0], *releases[3:]]
    assert not list(folder.glob("*.withdrawn"))


def test_two_publishers_do_not_meet(folder: Path) -> None:
    with locked(folder), pytest.raises(AlreadyLockedError), locked(folder):
        pass
    with locked(folder):
        pass


def test_every_file_and_folder_is_synced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = make_release(folder, "một")
    synced: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda fd: synced.append(str(Path(f"/proc/self/fd/{fd}").readlink()))
    )
    sync_tree(release)
    assert synced == [str(release), str(release / "site/index.html"), str(release / "site")]
