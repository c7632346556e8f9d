"""Files compressed beforehand, beside the files themselves, for servers that can send them.

Each form is made once for the same bytes and kept in the store. What comes from there must
give the very bytes back that were asked for, so a damaged store costs time and nothing else.
"""

import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct

from plugins.core.files import entries_below
from plugins.core.store import Database

_COMPRESSIBLE = (".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml")
# Below, the head of an answer weighs more than what could be saved.
_WORTHWHILE = 256
_TABLES = "create table compressed (key text primary key, content blob not null)"


class _Form(Struct, frozen=True, kw_only=True):
    """One way to compress; neither writes a name or an instant into what it makes."""

    ending: str
    compress: Callable[[bytes], bytes]
    expand: Callable[[bytes], bytes]


_FORMS = (
    _Form(
        ending=".br",
        compress=lambda content: brotli.compress(content, quality=11),
        expand=brotli.decompress,
    ),
    _Form(
        ending=".gz",
        compress=lambda content: gzip.compress(content, compresslevel=9, mtime=0),
        expand=gzip.decompress,
    ),
)
ENDINGS = tuple(form.ending for form in _FORMS)


def compress_tree(folder: Path, store: Path) -> int:
    """Put compressed forms beside all files of a folder that shrink; tells how many were made.

    Args:
        folder: A built site.
        store: Where what was compressed once is kept.
    """
    with closing(_Kept(store / "compressed.sqlite3")) as kept:
        for name, content in _compressible(folder):
            for form in _FORMS:
                compressed = kept.compressed(content, form)
                if len(compressed) < len(content):
                    (folder / f"{name}{form.ending}").write_bytes(compressed)
        return kept.made


def _compressible(folder: Path) -> Iterator[tuple[str, bytes]]:
    names = [name for name, entry in entries_below(folder) if entry.is_file(follow_symlinks=False)]
    for name in names:
        if name.endswith(_COMPRESSIBLE):
            content = (folder / name).read_bytes()
            if len(content) >= _WORTHWHILE:
                yield name, content


@dataclass(slots=True)
class _Kept:
    """What was compressed before; at the end, only what this site has is kept."""

    file: Path
    made: int = 0
    _database: Database = field(init=False)
    _known: set[str] = field(init=False)
    _used: set[str] = field(default_factory=set)
    _new: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._database = Database(self.file, _TABLES)
        self._known = {key for (key,) in self._database.rows("select key from compressed")}

    def compressed(self, content: bytes, form: _Form) -> bytes:
        """The content in a form, from the store where that gives it back whole."""
        key = f"{hashlib.sha256(content).hexdigest()}{form.ending}"
        self._used.add(key)
        found = self._new.get(key) or (self._found(key) if key in self._known else b"")
        if found and _expanded(found, form) == content:
            return found
        self.made += 1
        self._new[key] = form.compress(content)
        return self._new[key]

    def close(self) -> None:
        """Remember what is new, forget what nobody asked for."""
        self._database.change(
            ("delete from compressed where key = ?", ((k,) for k in self._known - self._used)),
            ("insert or replace into compressed values (?, ?)", self._new.items()),
        )
        self._database.close()

    def _found(self, key: str) -> bytes:
        ask = "select cast(content as blob) from compressed where key = ?"
        return next((bytes(content) for (content,) in self._database.rows(ask, (key,))), b"")


def _expanded(compressed: bytes, form: _Form) -> bytes | None:
    try:
        return form.expand(compressed)
    except (brotli.error, EOFError, OSError, zlib.error):
        return None
