"""A published release, as far as a target has to know it."""

import json
from pathlib import Path

from msgspec import Struct

_MANIFEST = "manifest.json"


class Release(Struct, frozen=True, kw_only=True):
    """What is to be sent.

    Attributes:
        name: As the folder is called; names of later releases sort after it.
        folder: With the manifest and the site in it.
        digests: The SHA-256 of every file of the site by its path.
    """

    name: str
    folder: Path
    digests: dict[str, str]


def live_release(public: Path) -> Release | None:
    """What a link makes public; None where it leads to no release."""
    folder = public.resolve().parent
    manifest = folder / _MANIFEST
    if not public.is_symlink() or not manifest.is_file():
        return None
    files = json.loads(manifest.read_bytes())["files"]
    digests = {name: facts["sha256"] for name, facts in files.items()}
    return Release(name=folder.name, folder=folder, digests=digests)
