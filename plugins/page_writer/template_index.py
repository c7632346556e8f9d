"""What each template names and which others it reaches: parsing them all takes long."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from plugins.core.fingerprints import digest_of
from plugins.core.sealed_file import read_sealed, write_sealed


class Reach(Struct, frozen=True, kw_only=True):
    """What a template reaches.

    Attributes:
        names: What it uses and does not set itself.
        others: The templates that it includes, imports or extends.
    """

    names: tuple[str, ...]
    others: tuple[str, ...]


class TemplateIndex:
    """What templates reach, by their sources."""

    def __init__(self, file: Path, made_by: str) -> None:
        """Read what an earlier build found; nothing, where there is nothing that can be used.

        Args:
            file: Where it is kept.
            made_by: A fingerprint of the programs that read templates.
        """
        self._file, self._made_by = file, made_by
        self._before = _decoded(read_sealed(file, made_by))
        self._now: dict[str, Reach] = {}

    def reach(self, source: str, find: Callable[[], Reach]) -> Reach:
        """What a template reaches, found anew where it is not known."""
        key = digest_of(source.encode())
        if key not in self._now:
            self._now[key] = self._before.get(key) or find()
        return self._now[key]

    def keep(self) -> None:
        """Remember what was asked for, and nothing else."""
        if self._now != self._before:
            write_sealed(self._file, self._made_by, msgspec.json.encode(self._now, order="sorted"))


def _decoded(content: bytes | None) -> dict[str, Reach]:
    return _decoder.decode(content) if content else {}


_decoder = msgspec.json.Decoder(dict[str, Reach])
