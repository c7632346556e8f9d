"""What was read before: an article is read again only when something it depends on changed.

An entry is found by the path and holds the key under which it was made: the bytes of the
file, the code of all plugins, the libraries, settings and registers that take part in all
bodies. Beside it stand the files that the body named (pictures, attachments, articles) and
the words for which it asked a register, each with a fingerprint. Only faultless articles
are kept: what is wrong may depend on more than was written down, such as a file of a
similar name. Bodies, advice and what features took out at length stand apart (`kept_texts`).

The store is a convenience: whatever is wrong with it, everything is read anew. What is kept
carries a seal, so that an entry that was cut off or edited is not taken for one of ours.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec
from msgspec import Struct

from plugins.article_reader.article import ReadArticle
from plugins.article_reader.kept_texts import ADVICE, seal_of_part
from plugins.core.articles import Kind, SiteLink
from plugins.core.body_inputs import InputStates
from plugins.core.dates import ZONE
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.store import Database, seal_of

_HeaderValue: TypeAlias = str | list[str] | dict[str, str] | None
_TABLES = """
    create table article (
        path text primary key, key text not null, seal text not null, value blob not null
    );
    create table register (name text primary key, whole text not null, seal text not null);
    create table body (path text primary key, html text not null);
    create table part (
        path text, name text, seal text not null, value blob not null, primary key (path, name)
    );
"""
# What features took out is mostly next to nothing, and the same of many texts: `{"paths":[]}`.
_SHORT = 256  # bytes
# Sections and tags stand in very many headers; what is longer is hardly ever the same.
_NAME = 40  # letters


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
    advice_count: int
    links: tuple[SiteLink, ...]
    digest: str
    extracts: dict[str, msgspec.Raw]
    inputs: dict[str, str]


class _Rows(NamedTuple):
    """An article as the tables have it: its own row, and those of what stands apart."""

    article: tuple[str, str, str, bytes]
    body: tuple[str, str]
    parts: list[tuple[str, str, str, bytes]]


_decoder = msgspec.json.Decoder(_Kept)
_advice_decoder = msgspec.json.Decoder(tuple[Diagnostic, ...])


class ReadStore:
    """The articles that were read by earlier builds."""

    def __init__(self, file: Path) -> None:
        """Open the store, or begin a new one where there is none that can be used."""
        self._database = Database(file, _TABLES)
        self._equals = _Equals()

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
            (path, seal, _decoder.decode(value))
            for path, seal, value in rows
            if path in keys and value is not None and seal_of(keys[path], value) == seal
        )
        return {
            path: _decoded(path, seal, kept, self._equals)
            for path, seal, kept in known
            if all(states.holds(name, state, before) for name, state in kept.inputs.items())
        }

    def keep(self, articles: Iterable[tuple[str, ReadArticle]]) -> dict[str, ReadArticle]:
        """Remember articles under their keys, each in place of what its path had before.

        Returns:
            The articles as `find` would give them, by path.
        """
        kept = [_rows_of(key, article) for key, article in articles]
        self._database.change(
            ("insert or replace into article values (?, ?, ?, ?)", (rows.article for rows in kept)),
            ("insert or replace into body values (?, ?)", (rows.body for rows in kept)),
            ("delete from part where path = ?", (rows.body[:1] for rows in kept)),
            (
                "insert into part values (?, ?, ?, ?)",
                (part for rows in kept for part in rows.parts),
            ),
        )
        own = (rows.article for rows in kept)
        return {
            path: _decoded(path, seal, _decoder.decode(value), self._equals)
            for path, _, seal, value in own
        }

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
            ("delete from part where path = ?", gone),
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


def _seal_of_register(name: object, whole: object) -> str:
    return seal_of(str(name), str(whole).encode())


class _Extracts(Mapping[str, bytes]):
    """A few extracts by their names, in half the memory of a dictionary."""

    __slots__ = ("_names", "_packed")

    def __init__(self, names: tuple[str, ...], packed: tuple[bytes, ...]) -> None:
        self._names, self._packed = names, packed

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return self._packed[self._names.index(name)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Equals:
    """Values of which equal ones are one object: sections, tags, and most of what is short."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._packed: dict[bytes, bytes] = {}
        self._lines: dict[tuple[tuple[str, int], ...], Mapping[str, int]] = {}

    def text(self, value: str) -> str:
        return self._texts.setdefault(value, value) if len(value) <= _NAME else value

    def extracts(self, kept: Mapping[str, msgspec.Raw]) -> Mapping[str, bytes]:
        names = tuple(kept)
        packed = (bytes(each) for each in kept.values())
        return _Extracts(
            self._names.setdefault(names, names),
            tuple(self._packed.setdefault(each, each) for each in packed),
        )

    def lines(self, value: Mapping[str, int]) -> Mapping[str, int]:
        return self._lines.setdefault(tuple(value.items()), value)


def unpack_advice(packed: bytes) -> tuple[Diagnostic, ...]:
    """What stands in the part `ADVICE` of an article."""
    return _advice_decoder.decode(zlib.decompress(packed))


def _rows_of(key: str, article: ReadArticle) -> _Rows:
    advice = tuple(dict.fromkeys(f for f in article.diagnostics if f.severity is Severity.ADVICE))
    apart = {name: packed for name, packed in article.extracts.items() if len(packed) > _SHORT}
    if advice:
        apart[ADVICE] = zlib.compress(msgspec.json.encode(advice))
    value = msgspec.json.encode(
        _Kept(
            kind=article.kind,
            header={name: _tagged(value) for name, value in article.header.items()},
            lines=dict(article.lines),
            lead=article.lead,
            summary=article.summary,
            diagnostics=tuple(f for f in article.diagnostics if f.severity is not Severity.ADVICE),
            advice_count=len(advice),
            links=article.links,
            digest=article.digest,
            extracts={n: msgspec.Raw(p) for n, p in article.extracts.items() if n not in apart},
            inputs=dict(article.inputs),
        )
    )
    path, seal = article.path, seal_of(key, value)
    return _Rows(
        article=(path, key, seal, value),
        body=(path, article.body),
        parts=[(path, name, seal_of_part(seal, name, p), p) for name, p in apart.items()],
    )


def _decoded(path: str, seal: str, kept: _Kept, equals: _Equals) -> ReadArticle:
    """An article as it was read, but for its inputs and for what stands apart."""
    header = {key: _untagged(value, equals) for key, value in kept.header.items()}
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
        advice_count=kept.advice_count,
        lines=equals.lines(kept.lines),
        links=kept.links,
        digest=kept.digest,
        extracts=equals.extracts(kept.extracts),
        seal=seal,
    )


def _tagged(value: object) -> _HeaderValue:
    if value is None:
        return None
    if isinstance(value, datetime):
        return {"date": value.isoformat()}
    return [str(each) for each in value] if isinstance(value, tuple) else str(value)


def _untagged(value: _HeaderValue, equals: _Equals) -> object:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["date"]).astimezone(ZONE)
    if isinstance(value, list):
        return tuple(map(equals.text, value))
    return value if value is None else equals.text(value)
