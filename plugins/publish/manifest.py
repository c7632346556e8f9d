"""The manifest of a release: every byte of it, and where it comes from.

Canonical JSON (sorted keys, no blanks, UTF-8, one line), so that the same release has the same
manifest, and a signature over the file is one over the release.
"""

import hashlib
import re
import subprocess
import sys
from collections.abc import Collection, Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.core.releases import address_of
from plugins.publish.tree import FileFacts, Tree, is_compressed_copy

NAME = "manifest.json"
_LOCKED = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)
# What is known to the world by its address: pages, feeds and lists of them, files to take home.
# Style sheets, scripts and pictures change their names with their bytes.
_KNOWN_BY_ADDRESS = re.compile(
    r"\.(?:html|xml|txt|csv|json|pdf|docx?|xlsx?|pptx?|od[tsp]|zip|mp3)\Z", re.IGNORECASE
)


class Manifest(Struct, frozen=True, kw_only=True):
    """What a release is made of.

    Attributes:
        release: Its name.
        built_at: The instant for which it was built, which decides what is public.
        commit: Of the repository; ends with `+` where files differed from it, "" where unknown.
        tools: The versions of Python and of every locked library.
        previous: The SHA-256 of the manifest of the release before; "" for the first.
        count: How many files there are.
        files: Every file.
        materials: The SHA-256 of the bill of materials beside the manifest.
        addresses: Everything that has ever been published under an address, sorted.
    """

    release: str
    built_at: datetime
    commit: str
    tools: Mapping[str, str]
    previous: str
    count: int
    files: Mapping[str, FileFacts]
    addresses: tuple[str, ...]
    materials: str = ""


def encoded(manifest: Manifest) -> bytes:
    """A manifest as it is written and signed."""
    return msgspec.json.encode(manifest, order="sorted") + b"\n"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in the folder of a release; None where there is none that can be read."""
    try:
        manifest = msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return None
    return manifest if manifest.count == len(manifest.files) else None


def digest_of_manifest(folder: Path) -> str:
    """The SHA-256 of a release's manifest; "" where it has none."""
    file = folder / NAME
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def digest_of(tree: Tree) -> str:
    """One digest that changes with every byte and every name."""
    lines = (f"{facts.sha256}  {path}\n" for path, facts in sorted(tree.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def addresses_of(tree: Tree, before: Collection[str] = ()) -> tuple[str, ...]:
    """What has been published under an address, now and before, sorted."""
    own = {
        address_of(name)
        for name in tree
        if _KNOWN_BY_ADDRESS.search(name) and not is_compressed_copy(name, tree)
    }
    return tuple(sorted(own.union(before)))


def commit_of(folder: Path) -> str:
    """The commit of a folder's repository; "" where there is none, or no Git."""
    try:
        commit = _git(folder, "rev-parse", "HEAD")
        return f"{commit}+" if _git(folder, "status", "--porcelain") else commit
    except (OSError, subprocess.CalledProcessError):
        return ""


def tool_versions(lock: Path) -> dict[str, str]:
    """The versions of Python and of all libraries that a lock file names, as installed."""
    versions = {"python": sys.version.split()[0]}
    for name in _LOCKED.findall(lock.read_text(encoding="utf-8")):
        try:
            versions[name] = version(name)
        except PackageNotFoundError:  # locked for another system or Python
            continue
    return versions


def _git(folder: Path, *arguments: str) -> str:
    # Without the lock that `git status` takes by itself: killed, it would leave it to everybody.
    return subprocess.run(
        ["git", "--no-optional-locks", "-C", str(folder), *arguments],  # noqa: S607  (whichever git there is)
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()
