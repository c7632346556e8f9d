"""Finished files (pictures, PDFs), kept by what they were made from between builds.

An entry carries the digest of its own bytes in its name and is checked when it is read:
what a crash or a failing disk left behind is made again and never published.
"""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from plugins.core.files import write_atomically
from plugins.core.fingerprints import digest_of

_DIGEST_LENGTH = len(digest_of(b""))

Digests = Callable[[str], str]
"""Gives the digest of the file at a path: `FileDigests.of`, or by reading it."""


def digest_by_reading(path: str) -> str:
    """The digest of a file, whatever is remembered of it."""
    return digest_of(Path(path).read_bytes())


class FileStore(Struct, frozen=True, kw_only=True):
    """The entries below one folder: by the digest of their source, then by name."""

    folder: Path

    def find(self, source: str, name: str, digests: Digests = digest_by_reading) -> Path | None:
        """The sound entry of a source under a name, or None.

        Args:
            source: The digest of what it was made from.
            name: What it is, with its ending.
            digests: What tells whether it is sound; where very many entries are looked for in
                each build, not by reading them all.
        """
        place = self._place(source)
        stem, _, ending = name.rpartition(".")
        length = len(f"{stem}..{ending}") + _DIGEST_LENGTH
        names = os.listdir(place) if place.is_dir() else []  # noqa: PTH208  (ten times as quick)
        entries = (
            place / each
            for each in sorted(names)
            if len(each) == length and each.startswith(f"{stem}.") and each.endswith(f".{ending}")
        )
        return next((entry for entry in entries if _is_sound(entry, digests)), None)

    def keep(self, source: str, name: str, content: bytes) -> Path:
        """Keep the bytes under a name and say where."""
        stem, ending = name.rsplit(".", 1)
        entry = self._place(source) / f"{stem}.{digest_of(content)}.{ending}"
        write_atomically(entry, content)
        return entry

    def _place(self, source: str) -> Path:
        return self.folder / source[:2] / source


def _is_sound(entry: Path, digests: Digests) -> bool:
    return entry.is_file() and digests(str(entry)) == entry.name.split(".")[-2]
