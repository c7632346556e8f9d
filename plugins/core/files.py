"""Reading and writing files so that nothing is left half done or read from elsewhere."""

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePosixPath
from socket import gethostname

FINGERPRINT_LENGTH = 12
# An article is linked, not shown: only its being there counts.
_LINKED_ONLY = ".md"


def fingerprint(content: bytes) -> str:
    """Twelve hexadecimal digits (48 bits of SHA-256) that change with the content."""
    return hashlib.sha256(content).hexdigest()[:FINGERPRINT_LENGTH]


def digest_of_file(path: Path) -> str:
    """The SHA-256 of a file's content in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_atomically(path: Path, content: bytes) -> None:
    """Put content in place so that a reader sees the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{gethostname()}.{os.getpid()}")
    try:
        with naming(path):
            scratch.write_bytes(content)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def write_new(path: Path, content: bytes) -> None:
    """Make a file that was not there; one that cannot be written whole is taken away again.

    Raises:
        FileExistsError: if anything has the name.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with naming(path), path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except OSError:
            path.unlink()
            raise


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Have a failed write say which file it was: the system names none when a disk is full."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename2 or error.filename or str(path)
        raise


def inside(folder: Path, name: str) -> Path | None:
    """The existing regular file that a name in a text means, or None.

    None also where the way to it leaves the folder or crosses a symbolic link:
    what lies outside the content folder must never reach the site. Texts are in NFC; names
    that come from other systems may be in NFD, and mean the same.

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
            path = _spelt_as_on_disk(path / part)
            if path.is_symlink():
                return None
        return path if path.is_file() else None
    except OSError:  # a name longer than the system allows
        return None


def entries_below(folder: Path) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Everything below a folder with its name, with `/`, sorted; links are told, not followed.

    The system tells what each thing is along with its name: nothing is asked a second time.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        yield entry.name, entry
        if entry.is_dir(follow_symlinks=False):
            for name, inner in entries_below(folder / entry.name):
                yield f"{entry.name}/{name}", inner


def _spelt_as_on_disk(path: Path) -> Path:
    if path.name.isascii() or os.path.lexists(path):
        return path
    decomposed = path.with_name(unicodedata.normalize("NFD", path.name))
    return decomposed if os.path.lexists(decomposed) else path


def state_of(folder: Path, name: str) -> str:
    """What a body that names a file depends on: its content, or "" where there is no file."""
    path = inside(folder, name)
    if path is None:
        return ""
    if path.suffix == _LINKED_ONLY:
        return "present"
    state = path.stat()
    return _digest(path, (state.st_size, state.st_mtime_ns, state.st_ctime_ns))


@cache
def _digest(path: Path, _state: tuple[int, ...]) -> str:
    """The digest of a file, read once per process while size and times stay the same."""
    return digest_of_file(path)
