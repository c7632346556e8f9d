"""What earlier builds worked out, by the content from which it was made.

The memory is a convenience: whatever is wrong with it, everything is worked out anew.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

_TABLE = "create table if not exists kept (name text primary key, value blob) without rowid"


class Memory:
    """Pieces of bytes by name; only those asked for or kept since it was opened stay in it."""

    def __init__(self, file: Path) -> None:
        """Open the memory, or begin a new one where there is none that can be used."""
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._database = _open(file)
        except sqlite3.DatabaseError:
            file.unlink()
            self._database = _open(file)
        self._used: set[str] = set()

    def find(self, names: Iterable[str]) -> dict[str, bytes]:
        """What is remembered under the names, without those that nothing is known of."""
        wanted = set(names)
        self._used |= wanted
        ask = "select value from kept where name = ?"
        found = {name: self._database.execute(ask, (name,)).fetchone() for name in sorted(wanted)}
        return {name: row[0] for name, row in found.items() if row}

    def keep(self, pieces: Mapping[str, bytes]) -> None:
        """Remember pieces under their names."""
        self._used |= pieces.keys()
        with self._database:
            self._database.executemany(
                "insert or replace into kept values (?, ?)", sorted(pieces.items())
            )

    def still_needed(self, names: Iterable[str]) -> None:
        """Have names stay although nobody asked for them this time."""
        self._used.update(names)

    def close(self) -> None:
        """Forget what nobody needs any more, and let go of the file."""
        known = [name for (name,) in self._database.execute("select name from kept")]
        with self._database:
            self._database.executemany(
                "delete from kept where name = ?",
                ((name,) for name in known if name not in self._used),
            )
        self._database.close()


def _open(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=30)
    try:
        # Nothing is lost with the last pieces: they are made again.
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = off")
        database.execute(_TABLE)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
