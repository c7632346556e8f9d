"""A built site on its way to the public, as the features see it that have to let it pass."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from plugins.core.diagnostics import Diagnostic
from plugins.core.files import entries_below


class BuiltRelease(Struct, frozen=True, kw_only=True):
    """A built site that goes live if nothing stops it.

    Attributes:
        site: The folder with everything that readers will get.
        content: The content folder from which it was built.
        files: All its files, with `/`, sorted.
        before: The sizes of all files of the release before; empty for the first.
        addresses: Everything that has ever been published under an address.
    """

    site: Path
    content: Path
    files: tuple[str, ...]
    before: Mapping[str, int] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        return (self.site / name).read_bytes()

    def named(self, *endings: str) -> Iterator[str]:
        """The files whose names end so, in their order."""
        return (name for name in self.files if name.endswith(endings))


ReleaseCheck = Callable[[BuiltRelease], Iterable[Diagnostic]]
"""A feature's look at a built site. The path of a finding is a file of the site; one that
concerns the release as a whole has none, and only such a one may be accepted by its code."""


def files_of(site: Path) -> tuple[str, ...]:
    """All files of a built site, sorted; links among them are no files."""
    return tuple(
        name for name, entry in entries_below(site) if entry.is_file(follow_symlinks=False)
    )


def address_of(name: str) -> str:
    """The address under which a file of a site is known, from `/`."""
    is_folder = name == "index.html" or name.endswith("/index.html")
    return f"/{name.removesuffix('index.html') if is_folder else name}"


def file_at(address: str) -> str:
    """The file that is known under an address: the other way round."""
    name = address.removeprefix("/")
    return f"{name}index.html" if not name or name.endswith("/") else name


def list_above(address: str, files: Collection[str]) -> str:
    """The address of the page that stands nearest above another one; at last the home page."""
    above = address.rstrip("/").rpartition("/")[0]
    while above and file_at(f"{above}/") not in files:
        above = above.rpartition("/")[0]
    return f"{above}/"
