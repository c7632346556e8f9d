"""Databases of the store, which keep what was made once and can be made again."""

import sqlite3
from pathlib import Path


def open_database(file: Path, tables: str) -> sqlite3.Connection:
    """The database in a file, begun anew where there is none that can be used.

    Args:
        file: Where it lies; its folder is made.
        tables: The statements that create its tables.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _open(file, tables)
    except sqlite3.DatabaseError:
        file.unlink()
        return _open(file, tables)


def _open(file: Path, tables: str) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=30)
    try:
        # Nothing is lost with the last entries: they are made again.
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = off")
        database.executescript(tables)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
