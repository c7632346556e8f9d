"""Where the files of a site really go: a symbolic link in the output could lead elsewhere."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path


def refuse_ways_out(folder: Path, paths: Iterable[str]) -> None:
    """See that no path below a folder leaves it, by its name or by a symbolic link on the way.

    What lies behind a link belongs to others: nothing is written there, nothing removed.
    A link in the place of a file is no way out, because it gives way to the file.

    Raises:
        OSError: naming the link, or the path whose name leaves the folder.
    """
    ways: set[str] = set()
    for path in paths:
        if path.startswith("/") or ".." in path.split("/"):
            raise _way_out(folder / path)
        way = path.rpartition("/")[0]
        while way and way not in ways:
            ways.add(way)
            way = way.rpartition("/")[0]
    for way in sorted(ways):
        if os.path.islink(f"{folder}/{way}"):  # noqa: PTH114  (asked of very many)
            raise _way_out(folder / way)


def _way_out(path: Path) -> OSError:
    return OSError(errno.ELOOP, "leads out of the output", str(path))
