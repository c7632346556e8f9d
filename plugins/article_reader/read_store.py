"""What was read before: an article is read again only when something it depends on changed.

An entry is found by the path and holds the key under which it was made: the bytes of the
file, the code of all plugins, the libraries, settings and registers that take part in all
bodies. Beside it stand the files that the body named (pictures, attachments, articles) and
the words for which it asked a register, each with a fingerprint. Only faultless articles
are kept: what is wrong may depend on more than was written down, such as a file of a
similar name.

The store is a convenience: whatever is wrong with it, everything is read anew.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from plugins.article_reader.article import ReadArticle
from plugins.core.articles import Kind, SiteLink
from plugins.core.dates import ZONE
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.store import open_database

_TABLE = """
    create table if not exists article (
        path text primary key, key text not null, inputs text not null, value text not null
    ) without rowid
"""


class ReadStore:
    """The articles that were read by earlier builds."""

    def __init__(self, file: Path) -> None:
        """Open the store, or begin a new one where there is none that can be used."""
        self._database = open_database(file, _TABLE)

    def find(self, path: str, key: str, input_state: Callable[[str], str]) -> ReadArticle | None:
        """The article as it was read under the same key and with the same inputs, or None.

        Args:
            path: Relative to the content folder, with `/`.
            key: What the article was made from, but for its inputs.
            input_state: The fingerprint that an input has now; "" where there is none.
        """
        row = self._database.execute(
            "select inputs, value from article where path = ? and key = ?", (path, key)
        ).fetchone()
        if row is None:
            return None
        inputs = json.loads(row[0])
        if any(input_state(name) != state for name, state in inputs.items()):
            return None
        return _decode(path, inputs, json.loads(row[1]))

    def keep(self, articles: Iterable[tuple[str, ReadArticle]]) -> None:
        """Remember articles under their keys, each in place of what its path had before."""
        with self._database:
            self._database.executemany(
                "insert or replace into article values (?, ?, ?, ?)",
                (
                    (article.path, key, json.dumps(article.inputs), _encode(article))
                    for key, article in articles
                ),
            )

    def forget_all_but(self, paths: Iterable[str]) -> None:
        """Drop the articles whose files are gone."""
        kept = set(paths)
        known = [path for (path,) in self._database.execute("select path from article")]
        with self._database:
            self._database.executemany(
                "delete from article where path = ?",
                ((path,) for path in known if path not in kept),
            )

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _encode(article: ReadArticle) -> str:
    values = {
        "kind": article.kind,
        "header": {key: _tagged(value) for key, value in article.header.items()},
        "lines": dict(article.lines),
        "sketch": article.sketch,
        "body": article.body,
        "lead": article.lead,
        "summary": article.summary,
        "diagnostics": [asdict(found) for found in article.diagnostics],
        "links": [asdict(link) for link in article.links],
    }
    return json.dumps(values, ensure_ascii=False)


def _decode(path: str, inputs: dict[str, str], values: dict[str, Any]) -> ReadArticle:
    return ReadArticle(
        path=path,
        kind=Kind(values["kind"]),
        header={key: _untagged(value) for key, value in values["header"].items()},
        lines=values["lines"],
        sketch=tuple(values["sketch"]),
        body=values["body"],
        lead=values["lead"],
        summary=values["summary"],
        diagnostics=tuple(
            Diagnostic(**{**found, "severity": Severity(found["severity"])})
            for found in values["diagnostics"]
        ),
        links=tuple(SiteLink(**link) for link in values["links"]),
        inputs=inputs,
    )


def _tagged(value: object) -> object:
    """A header value as JSON has it: a date is an object with one key."""
    return {"date": value.isoformat()} if isinstance(value, datetime) else value


def _untagged(value: object) -> object:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["date"]).astimezone(ZONE)
    return tuple(value) if isinstance(value, list) else value
