"""Everything that a build reads, in one fingerprint of contents; times of files do not count."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from plugins.core.file_digests import FileDigests
from plugins.core.files import entries_below
from plugins.core.fingerprints import fingerprint_of

ROOT = Path(__file__).resolve().parents[2]
# What the settings that we ship read of the environment.
_VARIABLES = (
    *("SITEURL", "SOURCE_DATE_EPOCH", "STORE_PATH"),
    *("READ_ALOUD_ENGINE", "READ_ALOUD_VOICE", "READ_ALOUD_LATER"),
)
# What the statement about accessibility is made from besides its own folder.
_EXCEPTIONS = ROOT / "tests" / "browser" / "allowed.toml"
_MADE_BY_PYTHON = "__pycache__"


class BuildOrder(Struct, frozen=True, kw_only=True):
    """What is built, with absolute paths.

    Attributes:
        settings: Pelican's settings file.
        store_limit: How many bytes the store may have.
    """

    content: Path
    output: Path
    settings: Path
    store_limit: int

    @property
    def store(self) -> Path:
        """Where the settings that we ship keep what was made once."""
        return Path(os.environ.get("STORE_PATH", ROOT / ".store"))


def inputs_of(order: BuildOrder, digests: FileDigests) -> str:
    """A fingerprint that changes with whatever could make another site.

    Content, theme, code and settings count whole: a file that no build reads makes at most one
    build too many.

    Args:
        order: What is built.
        digests: Gives the digest of any file.
    """
    return fingerprint_of(tuple(_pieces(order, digests)))


def _pieces(order: BuildOrder, digests: FileDigests) -> Iterator[tuple[str, str]]:
    yield "paths", f"{order.content}\0{order.output}\0{order.settings}"
    yield "python", sys.version
    for name in _VARIABLES:
        yield name, os.environ.get(name, "\0")
    for library in _libraries():
        yield "library", library
    for file in sorted({order.settings, _EXCEPTIONS, *ROOT.glob("*.py")}):
        yield str(file), digests.of(str(file))
    for folder in (order.content, ROOT / "theme", ROOT / "plugins"):
        yield from _files_below(folder, digests)


def _libraries() -> list[str]:
    """The names and versions of what is installed: their folders are named by them (PEP 376)."""
    folders = (Path(name) for name in sys.path)
    places = (folder for folder in folders if folder.is_dir())
    return sorted(each.name for place in places for each in place.glob("*.dist-info"))


def _files_below(folder: Path, digests: FileDigests) -> Iterator[tuple[str, str]]:
    yield str(folder), ""
    for name, entry in entries_below(folder):
        if entry.is_file(follow_symlinks=False) and _MADE_BY_PYTHON not in name:
            yield name, digests.of(entry.path)
        elif entry.is_symlink():
            yield name, f"-> {Path(entry.path).readlink()}"
