"""Databases of the store, which keep what was made once and can be made again."""

import sqlite3
from pathlib import Path


def open_database(file: Path, table: str) -> sqlite3.Connection:
    """The database in a file, begun anew where there is none that can be used.

    Args:
        file: Where it lies; its folder is made.
        table: The statement that creates its table.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _open(file, table)
    except sqlite3.DatabaseError:
        file.unlink()
        return _open(file, table)


def _open(file: Path, table: str) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=30)
    try:
        # Nothing is lost with the last entries: they are made again.
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = off")
        database.execute(table)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
