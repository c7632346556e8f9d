"""Releases on disk: their names, which of them is live, and how another becomes it."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

KEPT = 10
_INSTANT = "%Y%m%dT%H%M%SZ"
_DIGEST_LENGTH = 12
_NAME = re.compile(rf"(?P<instant>\d{{8}}T\d{{6}}Z)-[0-9a-f]{{{_DIGEST_LENGTH}}}")


class AlreadyLockedError(Exception):
    """Somebody else is publishing into the same folder."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep every other publisher out; a lock ends with its process, however that ends.

    Raises:
        AlreadyLockedError: at once, if another publisher is at work.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyLockedError from error
        yield


def list_releases(folder: Path) -> list[Path]:
    """All releases that are kept, oldest first."""
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))


def name_release(now: datetime, digest: str, existing: list[Path]) -> str:
    """A name that comes after all existing ones, even where the clock was set back."""
    instant = now
    if existing and (newest := _NAME.fullmatch(existing[-1].name)):
        last = datetime.strptime(newest["instant"], _INSTANT).replace(tzinfo=UTC)
        instant = max(now, last + timedelta(seconds=1))
    return f"{instant.astimezone(UTC):{_INSTANT}}-{digest[:_DIGEST_LENGTH]}"


def live_release(public: Path) -> Path | None:
    """The folder that the link means; None where there is no link yet."""
    return public.resolve() if public.is_symlink() else None


def switch(public: Path, release: Path) -> None:
    """Make a release live: a reader finds the old site or the new one at every instant."""
    scratch = public.with_name(f".{public.name}.new")
    scratch.unlink(missing_ok=True)
    scratch.symlink_to(os.path.relpath(release, public.parent.resolve()))
    scratch.replace(public)
    _sync(public.parent)


def release_before(folder: Path, live: Path) -> Path | None:
    """The release that was live before, without those that were rolled back from."""
    if live.parent != folder:
        return None
    before = [r for r in list_releases(folder) if r.name < live.name and not _mark(r).exists()]
    return before[-1] if before else None


def withdraw(release: Path) -> None:
    """Mark a release so that no rollback ever leads to it again."""
    _mark(release).touch()


def _mark(release: Path) -> Path:
    return release.with_name(f"{release.name}.withdrawn")


def remove_old(folder: Path, live: Path) -> None:
    """Keep the newest releases and the live one."""
    for release in list_releases(folder)[:-KEPT]:
        if release != live:
            shutil.rmtree(release)
            _mark(release).unlink(missing_ok=True)


def sync_tree(folder: Path) -> None:
    """Have every byte of a folder on the disk before anybody is sent there."""
    for parent, _, files in os.walk(folder):
        for name in files:
            _sync(Path(parent, name))
        _sync(Path(parent))


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
