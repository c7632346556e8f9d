import os
import time
from pathlib import Path

import pytest

from plugins.build.__main__ import main
from plugins.build.trimming import Trimmed, trim
from plugins.core import file_digests
from plugins.core.file_digests import FileDigests, memory_of


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a database and three pieces; the second was used longest ago."""
    pieces = {"texts.sqlite3": 3, "pictures/aa/a": 2, "pictures/bb/b": 1, "digests/c": 3}
    for number, (name, age) in enumerate(pieces.items()):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * 100)
        os.utime(file, (1_000_000 - age * 1000 + number, 1_000_000 - age * 1000 + number))
    return tmp_path


def names(store: Path) -> set[str]:
    return {path.relative_to(store).as_posix() for path in store.rglob("*") if path.is_file()}


def test_a_store_below_its_limit_stays_whole(store: Path) -> None:
    assert trim(store, 400) == Trimmed(freed=0, whole=400)
    assert len(names(store)) == 4


def test_what_was_used_longest_ago_goes_first(store: Path) -> None:
    assert trim(store, 250) == Trimmed(freed=200, whole=200)
    assert names(store) == {"texts.sqlite3", "pictures/bb/b"}


def test_what_the_last_build_asked_for_is_in_use_although_nobody_read_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files that have just been written are not trusted yet.
    monkeypatch.setattr(file_digests, "_SETTLED_NANOSECONDS", 0)
    time.sleep(0.01)
    memory = memory_of(store, store / "pictures", "pictures")
    with FileDigests(memory) as digests:
        digests.of(str(store / "pictures/aa/a"))
    trim(store, 200 + memory.stat().st_size)
    kept = {"texts.sqlite3", "pictures/aa/a", memory.relative_to(store).as_posix()}
    assert names(store) == kept


def test_databases_stay_and_those_of_earlier_versions_go(store: Path) -> None:
    (store / "articles.sqlite3").write_bytes(b"x" * 50)
    assert trim(store, 0) == Trimmed(freed=350, whole=100)
    assert names(store) == {"texts.sqlite3"}


def test_the_pages_of_other_addresses_go_and_those_of_this_build_stay(store: Path) -> None:
    for age, name in enumerate(["local", "public", "earlier"]):
        file = store / "pages" / f"{name}.sqlite3"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x" * 100)
        os.utime(file, (2_000_000 - age, 2_000_000 - age))
    trim(store, 300)
    assert names(store) == {"texts.sqlite3", "pages/local.sqlite3", "pages/public.sqlite3"}
    trim(store, 0)
    assert names(store) == {"texts.sqlite3", "pages/local.sqlite3"}


def test_nothing_is_removed_behind_a_link(store: Path, tmp_path: Path) -> None:
    (store / "builds").symlink_to(store / "pictures")
    trim(store, 300)
    assert "pictures/bb/b" in names(store)


def test_there_is_no_store_yet(tmp_path: Path) -> None:
    assert trim(tmp_path / "none", 0) == Trimmed(freed=0, whole=0)


def test_what_is_known_of_the_last_builds_stays_however_small_the_limit(store: Path) -> None:
    (store / "digests/this-week").write_bytes(b"x" * 100)
    assert trim(store, 0) == Trimmed(freed=300, whole=200)
    assert names(store) == {"texts.sqlite3", "digests/this-week"}


def test_a_limit_that_is_no_number_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("STORE_LIMIT", "nhiều")
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path), "-o", str(tmp_path / "o"), "-s", "pelicanconf.py"])
    assert "nhiều" in capsys.readouterr().err
