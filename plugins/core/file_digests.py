"""The digests of many files, of which only those that may have changed are read.

What is compared is always content. Whether a file has to be read again to know its content is
told by the system, as it is to Git: the same file of the same size, not written or changed
since. The time of a change cannot be set by whoever writes; a file that changed just before
it was looked at is not trusted, because another change could fall into the same instant.
"""

import os
import stat
import time
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from struct import Struct
from types import TracebackType
from typing import Self

import msgspec

from plugins.core.fingerprints import digest_of
from plugins.core.sealed_file import read_sealed, write_sealed

# Coarser than the clocks of file systems that tell parts of a second, which is at most the
# kernel's tick of ten milliseconds, and of those that tell seconds, of which FAT tells even ones.
_SETTLED_NANOSECONDS, _SETTLED_SECONDS = 100_000_000, 2_000_000_000
_SECOND = 1_000_000_000

_STATE = Struct("<3Q2q")
"""Device, number, size, and the times of the last writing and of the last change."""
_Known = dict[str, bytes]
"""By path the state and the digest of a file, in one piece: there are very many."""


def memory_of(store: Path, folder: Path, purpose: str) -> Path:
    """Where the digests of the files below a folder are remembered.

    Args:
        store: The folder in which is kept what was made once.
        folder: Whose files they are.
        purpose: Who asks for them, and why.
    """
    return store / "digests" / f"{digest_of(str(folder).encode())}.{purpose}"


class FileDigests:
    """The digests of files as they are now; a context manager that remembers them at its end."""

    def __init__(self, memory: Path) -> None:
        """Nothing is read before the first question; nothing ever, where there is nothing of use.

        Args:
            memory: The file of the store in which they are remembered.
        """
        self._memory = memory
        self._now: _Known = {}

    def __enter__(self) -> Self:
        """The digests themselves."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remember the files that were asked for, and no others."""
        if self._now != self._before:
            write_sealed(self._memory, _name_of(self._memory), _encoder.encode(self._now))

    @cached_property
    def _before(self) -> _Known:
        """Read with the first question: of a large site it is three megabytes."""
        return _read(self._memory)

    @property
    def remembered(self) -> Collection[str]:
        """The paths of the files that were asked for when they were remembered last."""
        return self._before.keys()

    def of(self, path: str) -> str:
        """The digest of a file, 32 hexadecimal digits; "" where there is none, or a link.

        Args:
            path: Where it is, for the system.
        """
        try:
            found = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return ""
        if not stat.S_ISREG(found.st_mode):
            return ""
        known = self._now.get(path) or self._before.get(path, b"")
        if not known.startswith(_state_of(found)):
            return self._read(path)
        self._now[path] = known
        return known[_STATE.size :].decode()

    def _read(self, path: str) -> str:
        looked = time.time_ns()
        with open(path, "rb") as file:  # noqa: PTH123  (asked for very many files)
            found = os.fstat(file.fileno())
            digest = digest_of(file.read())
        if _is_settled((found.st_mtime_ns, found.st_ctime_ns), looked):
            self._now[path] = _state_of(found) + digest.encode()
        return digest


def _state_of(found: os.stat_result) -> bytes:
    return _STATE.pack(
        found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    )


def _is_settled(changes: tuple[int, int], looked: int) -> bool:
    """Whether no later change can fall into the same instant as the last one.

    Args:
        changes: When a file was written last and changed last, in nanoseconds.
        looked: When it was found so, in nanoseconds.
    """
    tells_parts = any(change % _SECOND for change in changes)
    return max(changes) + (_SETTLED_NANOSECONDS if tells_parts else _SETTLED_SECONDS) < looked


def _read(memory: Path) -> _Known:
    content = read_sealed(memory, _name_of(memory))
    return _decoder.decode(content) if content else {}


def _name_of(memory: Path) -> str:
    """By what a memory is known: its file, and the form of what is in it."""
    return f"{memory.name} {_STATE.format} {_Known}"


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Known)
