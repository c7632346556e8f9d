"""Small files of the store that are read and written whole, and carry a seal."""

from pathlib import Path

from plugins.core.files import write_atomically
from plugins.core.store import seal_of

_SEAL_LENGTH = 32


def read_sealed(file: Path, name: str) -> bytes | None:
    """What was written under a name; None where there is nothing, or nothing that was.

    Args:
        file: Where it lies.
        name: Of what it is, and of the version that made it.
    """
    try:
        whole = file.read_bytes()
    except OSError:
        return None
    seal, content = whole[:_SEAL_LENGTH], whole[_SEAL_LENGTH:]
    return content if seal == seal_of(name, content).encode() else None


def write_sealed(file: Path, name: str, content: bytes) -> None:
    """Write what `read_sealed` gives back under the same name."""
    write_atomically(file, seal_of(name, content).encode() + content)
