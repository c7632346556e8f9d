"""Everything that a build reads, in one fingerprint of contents; times of files do not count."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path

from plugins.core.files import entries_below

ROOT = Path(__file__).resolve().parents[2]
# What the settings that we ship read of the environment.
_VARIABLES = ("SITEURL", "SOURCE_DATE_EPOCH", "STORE_PATH")
# What the statement about accessibility is made from besides its own folder.
_EXCEPTIONS = ROOT / "tests" / "browser" / "allowed.toml"
_MADE_BY_PYTHON = "__pycache__"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOrder:
    """What is built, with absolute paths.

    Attributes:
        settings: Pelican's settings file.
    """

    content: Path
    output: Path
    settings: Path

    @property
    def store(self) -> Path:
        """Where the settings that we ship keep what was made once."""
        return Path(os.environ.get("STORE_PATH", ROOT / ".store"))


def inputs_of(order: BuildOrder) -> str:
    """A fingerprint that changes with whatever could make another site.

    Content, theme, code and settings count whole: a file that no build reads makes at most one
    build too many.
    """
    whole = blake2b(digest_size=16)
    for name, content in _pieces(order):
        whole.update(f"{len(name)} {len(content)} {name}".encode())
        whole.update(content)
    return whole.hexdigest()


def _pieces(order: BuildOrder) -> Iterator[tuple[str, bytes]]:
    yield "paths", f"{order.content}\0{order.output}\0{order.settings}".encode()
    yield "python", sys.version.encode()
    for name in _VARIABLES:
        yield name, os.environ.get(name, "\0").encode()
    for library in sorted(f"{each.name} {each.version}" for each in distributions()):
        yield "library", library.encode()
    for file in sorted({order.settings, _EXCEPTIONS, *ROOT.glob("*.py")}):
        yield str(file), file.read_bytes() if file.is_file() else b""
    for folder in (order.content, ROOT / "theme", ROOT / "plugins"):
        yield from _files_below(folder)


def _files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    yield str(folder), b""
    for name, entry in entries_below(folder):
        if entry.is_file(follow_symlinks=False) and _MADE_BY_PYTHON not in name:
            yield name, Path(entry.path).read_bytes()
        elif entry.is_symlink():
            yield name, f"-> {Path(entry.path).readlink()}".encode()
