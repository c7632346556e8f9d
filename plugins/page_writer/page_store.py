"""The pages of earlier builds, by what they were made from.

The store is a convenience: whatever is wrong with it, pages are made anew. What is kept
carries the digest of its bytes, so that a page that was cut off or edited is never shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from plugins.core.fingerprints import digest_of
from plugins.core.store import open_database
from plugins.page_writer.dependencies import Parts

_TABLES = """
    create table if not exists page (
        path text primary key, key text not null, parts text not null, digest text not null,
        content blob not null
    );
    create table if not exists shared (key text primary key, parts text not null);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """What is known of a page of an earlier build.

    Attributes:
        key: The fingerprint of all that it was made from.
        digest: Of its bytes.
    """

    key: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshPage:
    """A page that was just made, with all that it was made from."""

    path: str
    key: str
    parts: Parts
    content: bytes


class PageStore:
    """The pages of earlier builds."""

    def __init__(self, file: Path) -> None:
        """Open the store, or begin a new one where there is none that can be used."""
        self._database = open_database(file, _TABLES)

    def known(self) -> dict[str, KeptPage]:
        """All pages of the last build by their paths, without their bytes."""
        rows = self._database.execute("select path, key, digest from page")
        return {path: KeptPage(key=key, digest=digest) for path, key, digest in rows}

    def content(self, path: str) -> bytes | None:
        """The bytes of a page, or None where they are not what was kept."""
        ask = "select content, digest from page where path = ?"
        row = self._database.execute(ask, (path,)).fetchone()
        return row[0] if row and digest_of(row[0]) == row[1] else None

    def parts(self, path: str) -> Parts:
        """What a page of the last build was made from; empty where there was none."""
        row = self._database.execute(
            "select page.parts, shared.parts from page left join shared"
            " on shared.key = json_extract(page.parts, '$.shared') where path = ?",
            (path,),
        ).fetchone()
        if row is None:
            return {}
        own, shared = (msgspec.json.decode(each or "{}", type=Parts) for each in row)
        return {**shared, **own}

    def keep(
        self, pages: Iterable[FreshPage], shared: Mapping[str, Parts], paths: Iterable[str]
    ) -> None:
        """Remember fresh pages, and of the others only those that the site still has.

        Args:
            pages: What was made.
            shared: What pages of one template have in common, by its key.
            paths: All pages of the site.
        """
        wanted = set(paths)
        gone = [(path,) for path in self.known() if path not in wanted]
        with self._database:
            self._database.executemany("delete from page where path = ?", gone)
            self._database.execute("delete from shared")
            self._database.executemany(
                "insert into shared values (?, ?)",
                ((key, msgspec.json.encode(parts).decode()) for key, parts in shared.items()),
            )
            self._database.executemany(
                "insert or replace into page values (?, ?, ?, ?, ?)",
                (
                    (
                        page.path,
                        page.key,
                        msgspec.json.encode(page.parts).decode(),
                        digest_of(page.content),
                        page.content,
                    )
                    for page in pages
                ),
            )

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
