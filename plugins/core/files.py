"""Reading and writing files so that nothing is left half done or read from elsewhere."""

import hashlib
import os
from pathlib import Path, PurePosixPath

FINGERPRINT_LENGTH = 12


def fingerprint(content: bytes) -> str:
    """Twelve hexadecimal digits (48 bits of SHA-256) that change with the content."""
    return hashlib.sha256(content).hexdigest()[:FINGERPRINT_LENGTH]


def write_atomically(path: Path, content: bytes) -> None:
    """Put content in place so that a reader sees the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.write_bytes(content)
    scratch.replace(path)


def inside(folder: Path, name: str) -> Path | None:
    """The existing regular file that a name in a text means, or None.

    None also where the way to it leaves the folder or crosses a symbolic link:
    what lies outside the content folder must never reach the site.

    Args:
        folder: The folder that must not be left.
        name: A path relative to it, with `/`; a leading `/` is ignored.
    """
    parts = PurePosixPath(os.path.normpath(name.lstrip("/"))).parts
    if not parts or parts[0] in ("..", "."):
        return None
    path = folder
    try:
        for part in parts:
            path = path / part
            if path.is_symlink():
                return None
        return path if path.is_file() else None
    except OSError:  # a name longer than the system allows
        return None
