"""All addresses of the web in the sources of a content folder, now and at a revision.

The command that prints them must say too much rather than too little, and must read what
no site could be built of. So it looks for addresses in the sources, whatever Markdown
makes of them, and never converts a text.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from plugins.core.files import inside
from plugins.core.text import normalise
from plugins.outgoing_links.allowed_hosts import IDENTITY
from plugins.outgoing_links.hosts import Host, host_of
from plugins.outgoing_links.listed_links import LINK_LISTS

_ADDRESS = re.compile(
    r"(?<![\w+.-])https?:[^\s<>\"'()\[\]]+(?:\([^\s<>\"'()]*\)[^\s<>\"'()]*)*", re.IGNORECASE
)
# Markdown drops both inside an address, so both could hide one.
_HIDING = re.compile(r"[\\`]")
_AFTER_ADDRESS = ".,;:!?*_|"
_COMMENT = re.compile(r"^\s*#.*", re.MULTILINE)
_REGISTERS = frozenset({LINK_LISTS, IDENTITY})
_PLAIN_FILES = ("100644", "100755")


class RevisionError(Exception):
    """Git does not know a revision, or the folder is in no repository."""


class Address(Struct, frozen=True, kw_only=True):
    """One address in one source."""

    address: str
    path: str
    line: int

    @property
    def host(self) -> str:
        """The name of the host; "" where no list could vouch for it."""
        host = host_of(self.address)
        return host.name if isinstance(host, Host) else ""


def addresses_now(content: Path) -> list[Address]:
    """The addresses in a content folder, by file and line."""
    names = (path.relative_to(content).as_posix() for path in content.rglob("*"))
    files = ((name, inside(content, name)) for name in sorted(names) if _is_read(name))
    return [each for name, file in files if file for each in _addresses_in(name, file.read_bytes())]


def addresses_at(content: Path, revision: str) -> list[Address]:
    """The addresses that a content folder had at a revision.

    Raises:
        RevisionError: if git does not know the revision or the folder.
    """
    commit = _git(content, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    listed = _git(content, "ls-tree", "-r", "-z", commit.decode().strip(), "--", ".").split(b"\0")
    entries = [entry.decode("utf-8", "replace").split("\t", 1) for entry in listed if entry]
    kept = [
        (name, facts.split(" ")[2])
        for facts, name in sorted(entries, key=lambda entry: entry[1])
        if facts.startswith(_PLAIN_FILES) and _is_read(name)
    ]
    contents = _blobs(content, [blob for _, blob in kept])
    pairs = zip((name for name, _ in kept), contents, strict=True)
    return [each for name, source in pairs for each in _addresses_in(name, source)]


def _is_read(name: str) -> bool:
    """Whether a file may have links that are published: no handbook at the top has."""
    path = PurePosixPath(name)
    return name in _REGISTERS or (path.suffix.lower() == ".md" and len(path.parts) > 1)


def _addresses_in(path: str, source: bytes) -> Iterator[Address]:
    text = normalise(source.decode("utf-8-sig", "replace"))
    if path in _REGISTERS:
        text = _COMMENT.sub("", text)
    for number, line in enumerate(text.split("\n"), start=1):
        if "http" in (plain := _HIDING.sub("", line)).lower():
            for match in _ADDRESS.finditer(plain):
                address = match[0].rstrip(_AFTER_ADDRESS)
                yield Address(address=address, path=path, line=number)


def _blobs(content: Path, names: list[str]) -> Iterator[bytes]:
    """The contents of objects, in the order of their names, by one process."""
    printed = _git(content, "cat-file", "--batch", given="".join(f"{name}\n" for name in names))
    place = 0
    for _ in names:
        end = printed.index(b"\n", place)
        size = int(printed[place:end].split(b" ")[2])
        yield printed[end + 1 : end + 1 + size]
        place = end + size + 2


def _git(folder: Path, *arguments: str, given: str = "") -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        ended = subprocess.run(command, check=True, capture_output=True, input=given.encode())
    except (OSError, subprocess.CalledProcessError) as error:
        raise RevisionError(str(error)) from error
    return ended.stdout
