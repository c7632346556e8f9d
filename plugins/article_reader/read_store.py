"""What was read before: an article is read again only when something it depends on changed.

An entry is found by the path and holds the key under which it was made: the bytes of the
file, the code of all plugins, the libraries, settings and registers that take part in all
bodies. Beside it stand the files that the body named (pictures, attachments, articles) and
the words for which it asked a register, each with a fingerprint. Only faultless articles
are kept: what is wrong may depend on more than was written down, such as a file of a
similar name. Bodies stand apart, so that a build loads those that it shows and no others.

The store is a convenience: whatever is wrong with it, everything is read anew. What is kept
carries a seal, so that an entry that was cut off or edited is not taken for one of ours.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from plugins.article_reader.article import ReadArticle
from plugins.core.articles import Kind, SiteLink
from plugins.core.body_inputs import InputStates
from plugins.core.dates import ZONE
from plugins.core.diagnostics import Diagnostic
from plugins.core.fingerprints import fingerprint_of
from plugins.core.store import Database, is_broken, seal_of

_HeaderValue: TypeAlias = str | list[str] | dict[str, str] | None
_TABLES = """
    create table article (
        path text primary key, key text not null, seal text not null, value blob not null
    );
    create table register (name text primary key, whole text not null, seal text not null);
    create table body (path text primary key, html text not null);
"""


class _Kept(Struct, frozen=True, kw_only=True):
    """An article as the store writes it: the body and the path stand beside it.

    Attributes:
        header: JSON knows no dates: a date is an object with one key.
    """

    kind: Kind
    header: dict[str, _HeaderValue]
    lines: dict[str, int]
    lead: str
    summary: str
    diagnostics: tuple[Diagnostic, ...]
    advice: bytes
    advice_count: int
    links: tuple[SiteLink, ...]
    digest: str
    extracts: dict[str, msgspec.Raw]
    inputs: dict[str, str]


_decoder = msgspec.json.Decoder(_Kept)


class ReadStore:
    """The articles that were read by earlier builds."""

    def __init__(self, file: Path) -> None:
        """Open the store, or begin a new one where there is none that can be used."""
        self._database = Database(file, _TABLES)

    def missing(self, keys: Mapping[str, str]) -> list[str]:
        """The paths of which nothing is kept under their keys; of others `find` has to say more.

        Args:
            keys: As for `find`.
        """
        kept = set(self._database.rows("select path, key from article"))
        return [path for path, key in keys.items() if (path, key) not in kept]

    def find(self, keys: Mapping[str, str], states: InputStates) -> dict[str, ReadArticle]:
        """The articles as they were read under the same keys and with the same inputs, by path.

        Args:
            keys: For each path, relative to the content folder, what the article was made
                from but for its inputs.
            states: The inputs as they are now.
        """
        before = {
            name: whole
            for name, whole, seal in self._database.rows("select name, whole, seal from register")
            if seal == _seal_of_register(name, whole)
        }
        rows = self._database.rows("select path, seal, cast(value as blob) from article")
        known = (
            (path, _decoder.decode(value))
            for path, seal, value in rows
            if path in keys and value is not None and seal_of(keys[path], value) == seal
        )
        return {
            path: _decoded(path, kept)
            for path, kept in known
            if all(states.holds(name, state, before) for name, state in kept.inputs.items())
        }

    def keep(self, articles: Iterable[tuple[str, ReadArticle]]) -> None:
        """Remember articles under their keys, each in place of what its path had before."""
        kept = list(articles)
        rows = ((article.path, key, _encoded(article)) for key, article in kept)
        self._database.change(
            (
                "insert or replace into article values (?, ?, ?, ?)",
                ((path, key, seal_of(key, value), value) for path, key, value in rows),
            ),
            (
                "insert or replace into body values (?, ?)",
                ((article.path, article.body) for _, article in kept),
            ),
        )

    def forget_all_but(self, paths: Iterable[str], registers: Mapping[str, str]) -> None:
        """Drop the articles that are gone, or that are not as they were read.

        Args:
            paths: The articles that stay, all as these registers have them made.
            registers: The fingerprints of the registers by their names.
        """
        kept = set(paths)
        known = [path for (path,) in self._database.rows("select path from article")]
        gone = [(path,) for path in known if path not in kept]
        self._database.change(
            ("delete from article where path = ?", gone),
            ("delete from body where path = ?", gone),
            ("delete from register", [()]),
            (
                "insert into register values (?, ?, ?)",
                (
                    (name, whole, _seal_of_register(name, whole))
                    for name, whole in registers.items()
                ),
            ),
        )

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


class KeptBodies:
    """The bodies in a store, for as long as nobody reads the folder anew.

    SQLite forbids a connection to cross a fork, so every process opens its own.
    """

    def __init__(self, file: Path) -> None:
        """Nothing is opened before the first question."""
        self._file = file
        self._database: sqlite3.Connection | None = None
        self._process = 0

    def find(self, path: str, digest: str) -> str | None:
        """The body of a kept article, or None where the store has not got the one meant."""
        if self._database is None or self._process != os.getpid():
            self._database, self._process = sqlite3.connect(self._file), os.getpid()
        ask = "select html from body where path = ?"
        try:
            row = self._database.execute(ask, (path,)).fetchone()
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                raise
            return None
        return row[0] if row and fingerprint_of(row[0]) == digest else None

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        if self._database is not None and self._process == os.getpid():
            self._database.close()
        self._database = None


def _seal_of_register(name: object, whole: object) -> str:
    return seal_of(str(name), str(whole).encode())


def _encoded(article: ReadArticle) -> bytes:
    packed = article.packed()
    return msgspec.json.encode(
        _Kept(
            kind=article.kind,
            header={key: _tagged(value) for key, value in article.header.items()},
            lines=dict(article.lines),
            lead=article.lead,
            summary=article.summary,
            diagnostics=packed.diagnostics,
            advice=packed.advice,
            advice_count=packed.advice_count,
            links=article.links,
            digest=article.digest,
            extracts={name: msgspec.Raw(packed) for name, packed in article.extracts.items()},
            inputs=dict(article.inputs),
        )
    )


def _decoded(path: str, kept: _Kept) -> ReadArticle:
    """An article as it was read, but for its body and inputs; its summary is one object."""
    header = {key: _untagged(value) for key, value in kept.header.items()}
    summary = kept.summary
    if header.get("summary") == summary:
        header["summary"] = summary
    return ReadArticle(
        path=path,
        kind=kept.kind,
        header=header,
        body="",
        lead=summary if kept.lead == summary else kept.lead,
        summary=summary,
        diagnostics=kept.diagnostics,
        advice=kept.advice,
        advice_count=kept.advice_count,
        lines=kept.lines,
        links=kept.links,
        digest=kept.digest,
        extracts={name: bytes(packed) for name, packed in kept.extracts.items()},
    )


def _tagged(value: object) -> _HeaderValue:
    if value is None:
        return None
    if isinstance(value, datetime):
        return {"date": value.isoformat()}
    return [str(each) for each in value] if isinstance(value, tuple) else str(value)


def _untagged(value: _HeaderValue) -> object:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["date"]).astimezone(ZONE)
    return tuple(value) if isinstance(value, list) else value
