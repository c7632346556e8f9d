"""Keeps the store below a size, so that it can be carried from one CI run to the next.

What a build looks for and does not find is made again, so anything may be lost. What was used
longest ago goes first. Databases drop by themselves what the site has no more.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.file_digests import FileDigests, memory_of
from plugins.core.files import entries_below

# Each holds one piece of work in each file; of a database, half would be nothing.
_ROOMS = ("pictures", "document_pdfs", "recordings")
# What is known of outputs and contents: small, and without it the next build reads every file.
_ACCOUNTS = ("builds", "digests")
_WEEK_SECONDS = 7 * 24 * 3600
# One database of pages for each address for which the site was built.
_PAGES = "pages"
# Earlier versions of ours kept texts and pages here.
_FORMER = tuple(
    f"{name}.sqlite3{end}" for name in ("articles", "pages") for end in ("", "-shm", "-wal")
)


class _Piece(Struct, frozen=True, kw_only=True):
    """A file that the store can do without.

    Attributes:
        used: When it was read or written last, as far as the system tells.
        size: In bytes.
    """

    used: float
    path: str
    size: int


class Trimmed(Struct, frozen=True, kw_only=True):
    """What came of trimming, in bytes.

    Attributes:
        freed: How much was removed.
        whole: How much is left.
    """

    freed: int
    whole: int


def trim(store: Path, limit: int) -> Trimmed:
    """Remove what was used longest ago until the store is small enough, or has no more to give.

    Args:
        store: The folder in which is kept what was made once.
        limit: How many bytes it may have.
    """
    freed = sum(_removed(store / name) for name in _FORMER)
    whole = sum(entry.stat(follow_symlinks=False).st_size for entry in _files(store))
    for piece in sorted(_pieces(store), key=lambda piece: (piece.used, piece.path)):
        if whole <= limit:
            break
        whole -= piece.size
        freed += _removed(Path(piece.path))
    return Trimmed(freed=freed, whole=whole)


def _pieces(store: Path) -> Iterator[_Piece]:
    now = time.time()
    for room in _ROOMS:
        # What is known by its state is used and not read.
        asked_for = FileDigests(memory_of(store, store / room, room)).remembered
        for piece in _pieces_in(store / room):
            yield replace(piece, used=now) if piece.path in asked_for else piece
    long_ago = now - _WEEK_SECONDS
    for room in _ACCOUNTS:
        yield from (piece for piece in _pieces_in(store / room) if piece.used < long_ago)
    # The last one is that of this build.
    yield from sorted(_pieces_in(store / _PAGES), key=lambda piece: piece.used)[:-1]


def _pieces_in(room: Path) -> Iterator[_Piece]:
    for entry in _files(room):
        state = entry.stat(follow_symlinks=False)
        used = max(state.st_atime, state.st_mtime)
        yield _Piece(used=used, path=entry.path, size=state.st_size)


def _files(folder: Path) -> Iterator["os.DirEntry[str]"]:
    if folder.is_dir() and not folder.is_symlink():
        yield from (
            entry for _, entry in entries_below(folder) if entry.is_file(follow_symlinks=False)
        )


def _removed(file: Path) -> int:
    """The size of a file that is removed; 0 where there is none."""
    size = file.lstat().st_size if file.is_file() else 0
    file.unlink(missing_ok=True)
    return size
