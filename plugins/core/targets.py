"""What the target of a picture or of a link to a file means: a file of the content folder.

A target is relative to its article, or begins with `/` for the content folder itself;
Pelican's `{static}`, `{attach}` and `{filename}` may stand in front of either.
"""

import os
import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum, auto
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from plugins.core.files import entries_below
from plugins.core.text import slugify

_BRACES = re.compile(r"\{(?:static|attach|filename)\}")
# A scheme (`https:`, `data:`), or the host of some other site behind two slashes.
_FOREIGN = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


class Absence(Enum):
    """Why a name is no file that may be used."""

    OUTSIDE = auto()
    SYMBOLIC_LINK = auto()
    SPECIAL = auto()
    MISSING = auto()


def is_foreign(target: str) -> bool:
    """Whether a target leads away from the site, with or without Pelican's braces."""
    return _FOREIGN.match(_without_braces(target)) is not None


def has_braces(target: str) -> bool:
    """Whether a target begins with one of Pelican's braces, so that it must be a file."""
    return _BRACES.match(target) is not None


def name_in_content(target: str, article: str) -> str:
    """The name that a target means, relative to the content folder, with `/`.

    It begins with `..` where the target leaves the folder; `core.files.inside` refuses that.

    Args:
        target: What the editor wrote.
        article: The article in which it stands, relative to the content folder.
    """
    path = unquote(_without_braces(target))
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(article), path))


def why_absent(content: Path, name: str) -> Absence:
    """The reason for which `core.files.inside` gives no file for a name."""
    if name.startswith(".."):
        return Absence.OUTSIDE
    way = (content / part for part in (PurePosixPath(name), *PurePosixPath(name).parents))
    if any(map(_is_link, way)):
        return Absence.SYMBOLIC_LINK
    return Absence.SPECIAL if os.path.lexists(content / name) else Absence.MISSING


def similar_name(content: Path, name: str) -> str:
    """An existing file that an editor may have meant, as a target from `/`, or "".

    The same name with other marks, case, spaces or ending comes first, wherever it lies;
    then the nearest spelling in the folder that was named.
    """
    names = list(names_below(content))
    wanted = _bare(name)
    found = next((other for other in names if wanted and _bare(other) == wanted), "")
    if not found:
        folder, last = posixpath.split(name)
        beside = [posixpath.basename(n) for n in names if posixpath.dirname(n) == folder]
        near = next(iter(get_close_matches(last, beside, n=1, cutoff=0.7)), "")
        found = posixpath.join(folder, near) if near else ""
    return f"/{found}" if found else ""


def names_below(folder: Path) -> Iterator[str]:
    """The visible regular files below a folder, sorted, with `/`; links are not followed."""
    for name, entry in entries_below(folder):
        is_hidden = name.startswith(".") or "/." in name
        if not is_hidden and entry.is_file(follow_symlinks=False):
            yield name


def _without_braces(target: str) -> str:
    braces = _BRACES.match(target)
    return target[braces.end() :] if braces else target


def _bare(name: str) -> str:
    return slugify(PurePosixPath(name.replace("\\", "/")).stem)


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # a name that is too long
        return False
