"""A folder of files as sizes and digests, and what differs between two of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.core.files import digest_of_file, entries_below
from plugins.core.releases import address_of
from plugins.publish.compression import ENDINGS


class FileFacts(Struct, frozen=True, kw_only=True):
    """What is known of a file.

    Attributes:
        sha256: Of its bytes, in hexadecimal digits; "" for what is no regular file.
    """

    size: int
    sha256: str


Tree = Mapping[str, FileFacts]
"""Every file by its path with `/`, sorted."""


class PageChanges(Struct, frozen=True, kw_only=True):
    """What a release changes for readers: addresses, sorted."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


class Difference(Struct, frozen=True, kw_only=True):
    """How files differ from what they should be: paths, sorted."""

    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


def read_tree(folder: Path) -> Tree:
    """All files in a folder, read to the last byte; empty where there is no folder."""
    return dict(_files(folder)) if folder.is_dir() else {}


def _files(folder: Path) -> Iterator[tuple[str, FileFacts]]:
    for name, entry in entries_below(folder):
        if entry.is_file(follow_symlinks=False):
            digest = digest_of_file(Path(entry.path))
            yield name, FileFacts(size=entry.stat(follow_symlinks=False).st_size, sha256=digest)
        elif not entry.is_dir(follow_symlinks=False):
            yield name, FileFacts(size=0, sha256="")


def compare_trees(expected: Tree, found: Tree) -> Difference:
    """How what is there differs from what should be."""
    return Difference(
        changed=tuple(sorted(n for n in expected.keys() & found.keys() if expected[n] != found[n])),
        missing=tuple(sorted(expected.keys() - found.keys())),
        added=tuple(sorted(found.keys() - expected.keys())),
    )


def compare_pages(before: Tree, after: Tree) -> PageChanges:
    """What readers will find new, changed or gone."""
    pages = compare_trees(_pages(before), _pages(after))
    return PageChanges(
        new=tuple(sorted(map(address_of, pages.added))),
        changed=tuple(sorted(map(address_of, pages.changed))),
        withdrawn=tuple(sorted(map(address_of, pages.missing))),
    )


def is_compressed_copy(name: str, tree: Tree) -> bool:
    """Whether a file is another one, compressed beforehand."""
    return name.endswith(ENDINGS) and name.rpartition(".")[0] in tree


def _pages(tree: Tree) -> Tree:
    return {name: facts for name, facts in tree.items() if name.endswith(".html")}
