"""What earlier builds worked out, by the content from which it was made.

The memory is a convenience: whatever is wrong with it, everything is worked out anew.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.core.store import Database, seal_of

_TABLE = "create table kept (name text primary key, seal text, value blob) without rowid;"


class Memory:
    """Pieces of bytes by name; only those asked for or kept since it was opened stay in it."""

    def __init__(self, file: Path) -> None:
        """Open the memory, or begin a new one where there is none that can be used."""
        self._database = Database(file, _TABLE)
        self._used: set[str] = set()

    def find(self, names: Iterable[str]) -> dict[str, bytes]:
        """What is remembered under the names, without those that nothing is known of."""
        wanted = set(names)
        self._used |= wanted
        ask = "select seal, cast(value as blob) from kept where name = ?"
        return {
            name: value
            for name in sorted(wanted)
            for seal, value in self._database.rows(ask, (name,))
            if value is not None and seal == seal_of(name, value)
        }

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
