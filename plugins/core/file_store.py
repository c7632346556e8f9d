"""Finished files (pictures, PDFs), kept by what they were made from between builds.

An entry carries the digest of its own bytes in its name and is checked when it is read:
what a crash or a failing disk left behind is made again and never published.
"""

import hashlib
from pathlib import Path

from msgspec import Struct

from plugins.core.files import write_atomically

_DIGEST_LENGTH = 32


class FileStore(Struct, frozen=True, kw_only=True):
    """The entries below one folder: by the digest of their source, then by name."""

    folder: Path

    def find(self, source: str, name: str) -> Path | None:
        """The sound entry of a source under a name, or None."""
        stem, ending = name.rsplit(".", 1)
        entries = self._place(source).glob(f"{stem}.{'?' * _DIGEST_LENGTH}.{ending}")
        return next((entry for entry in sorted(entries) if _is_sound(entry)), None)

    def keep(self, source: str, name: str, content: bytes) -> Path:
        """Keep the bytes under a name and say where."""
        stem, ending = name.rsplit(".", 1)
        entry = self._place(source) / f"{stem}.{_digest(content)}.{ending}"
        write_atomically(entry, content)
        return entry

    def _place(self, source: str) -> Path:
        return self.folder / source[:2] / source


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGEST_LENGTH]


def _is_sound(entry: Path) -> bool:
    return entry.is_file() and _digest(entry.read_bytes()) == entry.name.split(".")[-2]
