"""What earlier builds worked out, by the content from which it was made.

The memory is a convenience: whatever is wrong with it, everything is worked out anew.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.core.store import open_database

_TABLE = "create table if not exists kept (name text primary key, value blob) without rowid"


class Memory:
    """Pieces of bytes by name; only those asked for or kept since it was opened stay in it."""

    def __init__(self, file: Path) -> None:
        """Open the memory, or begin a new one where there is none that can be used."""
        self._database = open_database(file, _TABLE)
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
