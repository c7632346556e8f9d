"""What the last good build into a folder was made from, and what it made."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.core.file_digests import FileDigests
from plugins.core.files import write_atomically


class LastBuild(Struct, frozen=True, kw_only=True):
    """A build that was applied.

    Attributes:
        inputs: The fingerprint of everything that it read.
        until: When an article comes out that was to come; None where none is.
        files: The digest of every file that it made, by its path in the output.
        report: What the gate printed.
    """

    inputs: str
    until: datetime | None
    files: Mapping[str, str]
    report: str

    def made_from(self, inputs: str, now: datetime) -> bool:
        """Whether a build would make just what this one has made.

        Args:
            inputs: The fingerprint of everything that a build would read.
            now: The instant for which it would build.
        """
        return inputs == self.inputs and (self.until is None or now < self.until)

    def is_in(self, output: Path, digests: FileDigests) -> bool:
        """Whether everything that it made is in a folder.

        Args:
            output: The folder.
            digests: Gives the digest of any file.
        """
        return all(digests.of(f"{output}/{path}") == digest for path, digest in self.files.items())


def read_last_build(store: Path, output: Path) -> LastBuild | None:
    """The last build into a folder; None where none is known, or nothing that can be used."""
    try:
        return msgspec.json.decode(_file(store, output).read_bytes(), type=LastBuild)
    except (OSError, msgspec.MsgspecError):
        return None


def remember(build: LastBuild, store: Path, output: Path) -> None:
    """Write down a build that was applied."""
    write_atomically(_file(store, output), msgspec.json.encode(build))


def _file(store: Path, output: Path) -> Path:
    name = blake2b(str(output).encode(), digest_size=8).hexdigest()
    return store / "builds" / f"{name}.json"
