"""Everything that a preview depends on, watched from before the first build."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from watchfiles import DefaultFilter, watch

# A saved file is seen within one step; files that are saved together come together.
_STEP_MILLISECONDS = 20
_TOGETHER_MILLISECONDS = 400
_LOOK_MILLISECONDS = 200


class Watched(Struct, frozen=True, kw_only=True):
    """What is watched: folders with all that lies in them, and single files.

    Attributes:
        ignored: Folders inside the watched ones that builds write to.
    """

    folders: tuple[Path, ...]
    files: tuple[Path, ...] = ()
    ignored: tuple[Path, ...] = ()


def watch_changes(watched: Watched) -> Iterator[tuple[Path, ...]]:
    """What was changed since the last time, sorted: at first nothing, then whenever it is.

    Nothing is lost while the caller is busy: changes are collected from before the
    first answer, and come with the next.
    """
    stamps = _stamps(watched.files)
    begun = False
    for changes in watch(
        *watched.folders,
        watch_filter=DefaultFilter(ignore_paths=watched.ignored),
        step=_STEP_MILLISECONDS,
        debounce=_TOGETHER_MILLISECONDS,
        rust_timeout=_LOOK_MILLISECONDS,
        yield_on_timeout=True,
    ):
        # Editors replace a file by a new one, of which a watch on the old one never hears.
        old_stamps, stamps = stamps, _stamps(watched.files)
        changed = {path for path in watched.files if stamps[path] != old_stamps[path]}
        changed |= {Path(name) for _, name in changes}
        if changed or not begun:
            yield tuple(sorted(changed)) if begun else ()
        begun = True


def _stamps(files: tuple[Path, ...]) -> dict[Path, tuple[int, int] | None]:
    """What tells one state of a file from the next; None where there is no file."""
    stamps: dict[Path, tuple[int, int] | None] = {}
    for file in files:
        stat = file.stat() if file.exists() else None
        stamps[file] = (stat.st_mtime_ns, stat.st_size) if stat else None
    return stamps
