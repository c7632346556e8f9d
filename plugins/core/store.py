"""Databases of the store, which keep what was made once and can be made again.

Whatever is wrong with one (it was cut off, edited, made by another version of ours), it is
begun anew; what is kept carries a seal, so that nothing is believed that we did not write.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from plugins.core.fingerprints import digest_of

# What the system refuses says nothing of what is in the file: the build has to end with it.
_REFUSED = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


class Database:
    """A database in a file; empty where there was none that can be used."""

    def __init__(self, file: Path, tables: str) -> None:
        """Open it.

        Args:
            file: Where it lies; its folder is made.
            tables: The statements that create its tables: other tables, another version.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        self._file, self._tables = file, tables
        try:
            self._connection = _open(file, tables)
        except sqlite3.DatabaseError as error:
            self._connection = self._new(error)

    def rows(self, ask: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The answers to a question; none from there on where the file cannot be read."""
        try:
            yield from self._connection.execute(ask, values)
        except sqlite3.DatabaseError as error:
            self._begin_anew(error)

    def change(self, *steps: tuple[str, Iterable[Sequence[object]]]) -> None:
        """Do all steps or none: statements, each with the values for which it is done.

        What is to be kept is lost where the file turns out to be broken: it is made again.
        """
        try:
            with self._connection:
                for statement, values in steps:
                    self._connection.executemany(statement, values)
        except sqlite3.DatabaseError as error:
            self._begin_anew(error)

    def close(self) -> None:
        """Let go of the file, and of what is empty in it where that is more than half."""
        with suppress(sqlite3.DatabaseError):  # it has been read, and will be opened again
            if 2 * self._pages("freelist_count") > self._pages("page_count"):
                self._connection.execute("vacuum")
        self._connection.close()

    def _pages(self, kind: str) -> int:
        (count,) = self._connection.execute(f"pragma {kind}").fetchone()
        return int(count)

    def _begin_anew(self, error: sqlite3.DatabaseError) -> None:
        self._connection.close()
        self._connection = self._new(error)

    def _new(self, error: sqlite3.DatabaseError) -> sqlite3.Connection:
        """An empty database in place of a broken one; a refusal of the system is raised."""
        if not is_broken(error):
            raise error
        for file in (self._file, *self._file.parent.glob(f"{self._file.name}-*")):
            file.unlink(missing_ok=True)
        return _open(self._file, self._tables)


def is_broken(error: sqlite3.Error) -> bool:
    """Whether an error comes from what is in a file, not from what the system refuses."""
    # The lowest byte is the kind of an error; what Python itself finds has none.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF not in _REFUSED


def seal_of(key: str, value: bytes) -> str:
    """What is kept beside a value, so that it is known for ours, and for the one of this key."""
    return digest_of(f"{len(key)} {key}".encode() + value)


def _open(file: Path, tables: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=30)
    try:
        # Nothing is lost with the last entries: they are made again.
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = off")
        _make_tables(connection, tables)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection, tables: str) -> None:
    """Make the tables of a new file; those of an old one must be of this version.

    Raises:
        sqlite3.DatabaseError: if the file is of another version.
    """
    version = zlib.crc32(tables.encode()) >> 1
    if _version(connection) == version:
        return
    # Two builds may begin a store at once: the second waits and finds the first one's tables.
    connection.execute("begin immediate")
    if _version(connection) != version:
        if connection.execute("select 1 from sqlite_master").fetchone():
            message = "tables of another version"
            raise sqlite3.DatabaseError(message)
        for statement in tables.split(";"):
            connection.execute(statement)
        connection.execute(f"pragma user_version = {version}")
    connection.commit()


def _version(connection: sqlite3.Connection) -> int:
    (found,) = connection.execute("pragma user_version").fetchone()
    return int(found)
