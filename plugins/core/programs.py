"""The programs by which texts are read and pages made: our code and the libraries under it."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from plugins.core.files import entries_below

_PLUGINS = Path(__file__).resolve().parents[1]
# Those that decide what stands in a body or on a page.
_LIBRARIES = (
    "feedgenerator",
    "jinja2",
    "lxml",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pelican",
    "pillow",
    "pyyaml",
)


@cache
def programs_fingerprint() -> str:
    """Changes with every byte of our code and data, and with the versions of libraries.

    The code is read once: a process goes on with what it has imported.
    """
    whole = hashlib.sha256(sys.version.encode())
    for name, entry in entries_below(_PLUGINS):
        if name.endswith((".py", ".toml")):
            whole.update(f"\0{name}\0".encode())
            with open(entry, "rb") as file:  # noqa: PTH123  (a path object takes as long as the file)
                whole.update(file.read())
    for library in _LIBRARIES:
        whole.update(f"\0{library} {version(library)}".encode())
    return whole.hexdigest()
