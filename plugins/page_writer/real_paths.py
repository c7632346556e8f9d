"""Where the files of a site really go: a symbolic link in the output could lead elsewhere."""

import errno
from collections.abc import Iterable
from pathlib import Path, PurePosixPath


def refuse_ways_out(folder: Path, paths: Iterable[str]) -> None:
    """See that no path below a folder leaves it, by its name or by a symbolic link on the way.

    What lies behind a link belongs to others: nothing is written there, nothing removed.
    A link in the place of a file is no way out, because it gives way to the file.

    Raises:
        OSError: naming the link, or the path whose name leaves the folder.
    """
    ways: set[PurePosixPath] = set()
    for path in map(PurePosixPath, paths):
        if path.is_absolute() or ".." in path.parts:
            raise _way_out(folder / path)
        ways.update(path.parents[:-1])
    for way in sorted(ways):
        if (folder / way).is_symlink():
            raise _way_out(folder / way)


def _way_out(path: Path) -> OSError:
    return OSError(errno.ELOOP, "leads out of the output", str(path))
