"""What earlier builds worked out, by the content from which it was made.

The memory is a convenience: whatever is wrong with it, everything is worked out anew.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.core.store import Database, seal_of

_TABLE = "create table kept (name text primary key, seal text, value blob) without rowid;"
_ASK = "select name, seal, cast(value as blob) from kept"
# More than these are hardly fewer than all of their kind.
_MANY = 1_000
_Row = tuple[Any, ...]


class Memory:
    """Pieces of bytes by name; only those asked for or kept since it was opened stay in it."""

    def __init__(self, file: Path) -> None:
        """Open the memory, or begin a new one where there is none that can be used."""
        self._database = Database(file, _TABLE)
        self._used: set[str] = set()

    def find(self, names: Iterable[str]) -> dict[str, bytes]:
        """What is remembered under the names, without those that nothing is known of."""
        return dict(self.each(names))

    def each(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The same piece by piece, for what would be too much at once; in any order."""
        wanted = set(names)
        self._used |= wanted
        rows = self._rows_between(wanted) if len(wanted) > _MANY else self._rows_of(wanted)
        for name, seal, value in rows:
            if value is not None and seal == seal_of(name, value):
                yield name, value

    def _rows_of(self, names: Iterable[str]) -> Iterator[_Row]:
        for name in sorted(names):
            yield from self._database.rows(f"{_ASK} where name = ?", (name,))

    def _rows_between(self, names: Collection[str]) -> Iterator[_Row]:
        """The same, read in one go: names of one kind stand together."""
        ends = (min(names), max(names))
        for row in self._database.rows(f"{_ASK} where name between ? and ?", ends):
            if row[0] in names:
                yield row

    def keep(self, pieces: Mapping[str, bytes]) -> None:
        """Remember pieces under their names."""
        self._used |= pieces.keys()
        rows = ((name, seal_of(name, value), value) for name, value in sorted(pieces.items()))
        self._database.change(("insert or replace into kept values (?, ?, ?)", rows))

    def still_needed(self, names: Iterable[str]) -> None:
        """Have names stay although nobody asked for them this time."""
        self._used.update(names)

    def close(self) -> None:
        """Forget what nobody needs any more, and let go of the file."""
        known = [name for (name,) in self._database.rows("select name from kept")]
        gone = ((name,) for name in known if name not in self._used)
        self._database.change(("delete from kept where name = ?", gone))
        self._database.close()
