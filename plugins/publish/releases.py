"""Releases on disk: their names, which of them is live, and how another becomes it.

.releases/
  .lock                                held by whoever changes anything here
  frozen                               there while nothing may be published; says why
  20240317T050000Z-0123456789ab/       a release: what readers get is its folder `site`
  20240317T050000Z-0123456789ab.withdrawn    somebody went back from it
public -> .releases/20240317T050000Z-0123456789ab/site
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plugins.core.files import write_atomically

KEPT = 10
SITE = "site"
WORKSHOP = ".building"
_REMOVED = ".removed"
_FROZEN = "frozen"
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
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))


def name_release(now: datetime, digest: str, existing: list[Path]) -> str:
    """A name that comes after all existing ones, even where the clock was set back."""
    instant = now
    if existing:
        instant = max(now, instant_of(existing[-1]) + timedelta(seconds=1))
    return f"{instant.astimezone(UTC):{_INSTANT}}-{digest[:_DIGEST_LENGTH]}"


def instant_of(release: Path) -> datetime:
    """When a release was made, as its name tells."""
    return datetime.strptime(release.name.partition("-")[0], _INSTANT).replace(tzinfo=UTC)


def live_release(public: Path) -> Path | None:
    """The release that the link means; None where there is no link yet.

    A link that leads elsewhere means what it leads to: that is no release of ours.
    """
    if not public.is_symlink():
        return None
    target = public.resolve()
    return target.parent if target.name == SITE else target


def switch(public: Path, release: Path) -> None:
    """Make a release live: a reader finds the old site or the new one at every instant."""
    scratch = public.with_name(f".{public.name}.new")
    scratch.unlink(missing_ok=True)
    scratch.symlink_to(os.path.relpath(release / SITE, public.parent.resolve()))
    scratch.replace(public)
    sync(public.parent)


def release_before(folder: Path, live: Path) -> Path | None:
    """The release that was live before, without those that were rolled back from."""
    if live.parent != folder:
        return None
    before = [r for r in list_releases(folder) if r.name < live.name and not is_withdrawn(r)]
    return before[-1] if before else None


def newest_release(folder: Path) -> Path | None:
    """The newest release from which nobody went back: the one that should be live."""
    standing = [release for release in list_releases(folder) if not is_withdrawn(release)]
    return standing[-1] if standing else None


def withdraw(release: Path) -> None:
    """Mark a release so that no rollback leads to it again, unless it is named."""
    _mark(release).touch()


def reinstate(release: Path) -> None:
    """Take such a mark away."""
    _mark(release).unlink(missing_ok=True)


def is_withdrawn(release: Path) -> bool:
    """Whether somebody went back from a release."""
    return _mark(release).exists()


def _mark(release: Path) -> Path:
    return release.with_name(f"{release.name}.withdrawn")


def remove_old(folder: Path, live: Path) -> None:
    """Keep the newest releases and the live one."""
    for release in list_releases(folder)[:-KEPT]:
        if release != live:
            _remove(release)


def clear_leftovers(folder: Path, live: Path | None) -> None:
    """Take away what a killed publisher left; one that it never showed is withdrawn."""
    shutil.rmtree(folder / WORKSHOP, ignore_errors=True)
    shutil.rmtree(folder / _REMOVED, ignore_errors=True)
    if live and live.parent == folder:
        for release in list_releases(folder):
            if release.name > live.name:
                withdraw(release)


def _remove(release: Path) -> None:
    """Remove a release; cut off in the middle, nothing looks like a release that is none."""
    removed = release.with_name(_REMOVED)
    shutil.rmtree(removed, ignore_errors=True)
    release.rename(removed)
    _mark(release).unlink(missing_ok=True)
    shutil.rmtree(removed)


def freeze(folder: Path, reason: str) -> None:
    """Have nothing go live until `thaw`, for a reason."""
    write_atomically(folder / _FROZEN, f"{reason}\n".encode())


def thaw(folder: Path) -> None:
    """Let releases go live again."""
    (folder / _FROZEN).unlink(missing_ok=True)


def why_frozen(folder: Path) -> str | None:
    """Why nothing may go live; None where it may."""
    frozen = folder / _FROZEN
    return frozen.read_text(encoding="utf-8").strip() if frozen.is_file() else None


def link_unchanged(site: Path, names: list[str], before: Path) -> None:
    """Make files of a site one with the same files of the release before: they cost no space.

    Args:
        site: The folder of the new site.
        names: The files whose bytes are the same in both.
        before: The folder of the old site.
    """
    scratch = site / ".linked"
    for name in names:
        scratch.unlink(missing_ok=True)
        scratch.hardlink_to(before / name)
        scratch.replace(site / name)


def sync_tree(folder: Path) -> None:
    """Have every byte of a folder on the disk before anybody is sent there."""
    for parent, _, files in os.walk(folder):
        for name in files:
            sync(Path(parent, name))
        sync(Path(parent))


def sync(path: Path) -> None:
    """Have a file, or what a folder lists, on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
