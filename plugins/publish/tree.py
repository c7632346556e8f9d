"""A folder of files as digests, and what differs between two of them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import digest_of_file

Tree = Mapping[str, str]
"""The SHA-256 of every file, by its path with `/`, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChanges:
    """What a release changes for readers: addresses, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]


def read_tree(folder: Path) -> Tree:
    """The digests of all files in a folder; empty where there is no folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): digest_of_file(path) for path in files}


def digest_of(tree: Tree) -> str:
    """One digest that changes with every byte and every name."""
    lines = (f"{digest}  {path}\n" for path, digest in sorted(tree.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def compare_pages(before: Tree, after: Tree) -> PageChanges:
    """What readers will find new, changed or gone."""
    old, new = _pages(before), _pages(after)
    return PageChanges(
        new=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(page for page in new.keys() & old.keys() if new[page] != old[page])),
        withdrawn=tuple(sorted(old.keys() - new.keys())),
    )


def _pages(tree: Tree) -> Tree:
    return {
        f"/{path.removesuffix('index.html')}": digest
        for path, digest in tree.items()
        if path.endswith(".html")
    }
