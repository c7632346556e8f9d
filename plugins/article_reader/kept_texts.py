"""What stands apart in the store: bodies, and those parts of articles that few builds need at once.

Of ten thousand articles that would be a hundred megabytes, of which an edit shows a few pages.
"""

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from plugins.core.fingerprints import fingerprint_of
from plugins.core.store import is_broken, seal_of

# Features ask one article after the other; so many of their answers are fetched at once.
_AHEAD = 200
# Between two articles of which a feature asks stand others of which it needs nothing.
_NEXT = 8
ADVICE = "(advice)"
"""The name of the part that holds what an editor is advised; no feature has such a word."""
_ASK_EXTRACTS = "select path, name, seal, cast(value as blob) from part where name != ?"
_ASK_PARTS = """
    select path, seal, cast(value as blob) from part
    where name = ? and path in (select value from json_each(?))
"""


class KeptTexts:
    """Bodies and parts of articles, for as long as nobody reads the folder anew.

    SQLite forbids a connection to cross a fork, so every process opens its own.
    """

    def __init__(self, file: Path) -> None:
        """Nothing is opened before the first question."""
        self._file = file
        self._database: sqlite3.Connection | None = None
        self._process = 0
        self._order: Sequence[str] = ()
        self._places: dict[str, int] = {}
        self._fetched_until: dict[str, int] = {}
        self._held: dict[tuple[str, str], tuple[str, bytes]] = {}
        self._at_hand: defaultdict[str, dict[str, tuple[str, bytes]]] = defaultdict(dict)

    def expect(self, paths: Iterable[str]) -> None:
        """Say in which order articles will be asked for their parts; others are slower."""
        self._order = tuple(paths)
        self._places = {path: place for place, path in enumerate(self._order)}
        self._fetched_until.clear()
        self._at_hand.clear()

    def hold(self) -> None:
        """Have all extracts at hand from now on: the store may learn newer ones."""
        rows = self._rows(_ASK_EXTRACTS, [ADVICE])
        self._held = {(path, name): (seal, value) for path, name, seal, value in rows}

    def body(self, path: str, digest: str) -> str | None:
        """The body of a kept article, or None where the store has not got the one meant."""
        rows = self._rows("select html from body where path = ?", [path])
        return rows[0][0] if rows and fingerprint_of(rows[0][0]) == digest else None

    def part(self, path: str, name: str, seal: str) -> bytes | None:
        """A part of a kept article, or None where the store has not got the one meant.

        Args:
            path: That of the article.
            name: That of the part.
            seal: That of the article.
        """
        found = self._held.get((path, name))
        if found is None:
            ahead = self._at_hand[name]
            found = ahead.pop(path, None) or self._fetched(path, name, ahead).pop(path, None)
        if not found or not found[1] or found[0] != seal_of_part(seal, name, found[1]):
            return None
        return found[1]

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        if self._database is not None and self._process == os.getpid():
            self._database.close()
        self._database = None
        self._at_hand.clear()

    def _fetched(
        self, path: str, name: str, held: dict[str, tuple[str, bytes]]
    ) -> dict[str, tuple[str, bytes]]:
        """What is at hand once a part was fetched, with those of the articles that come next."""
        place = self._places.get(path, -1)
        gap = place - self._fetched_until.get(name, place)
        wanted = self._order[place : place + _AHEAD] if 0 < gap <= _NEXT else [path]
        self._fetched_until[name] = place + len(wanted) - 1
        rows = self._rows(_ASK_PARTS, [name, json.dumps(wanted)])
        held.clear()
        held |= {other: (seal, value) for other, seal, value in rows}
        return held

    def _rows(self, ask: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """The answers to a question; none where the file is broken."""
        if self._database is None or self._process != os.getpid():
            self._database, self._process = sqlite3.connect(self._file), os.getpid()
        try:
            return self._database.execute(ask, values).fetchall()
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                raise
            return []


def seal_of_part(seal: str, name: str, value: bytes) -> str:
    """What is kept beside a part, so that it is known for that of one reading of an article.

    Args:
        seal: That of the article.
        name: That of the part.
        value: The part.
    """
    return seal_of(f"{seal} {name}", value)
