"""The pages of earlier builds, by what they were made from.

The store is a convenience: whatever is wrong with it, pages are made anew. What is kept
carries the digest of its bytes, and a seal over this and the key, so that a page that was cut
off, edited or made from other things is never shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from plugins.core.fingerprints import digest_of
from plugins.core.store import Database, seal_of
from plugins.page_writer.dependencies import Parts

_TABLES = """
    create table page (
        path text primary key, key text not null, parts text not null, digest text not null,
        seal text not null, content blob not null
    );
    create table shared (key text primary key, parts text not null);
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
        self._database = Database(file, _TABLES)
        self._known: dict[str, KeptPage] | None = None

    def known(self) -> dict[str, KeptPage]:
        """All pages of the last build by their paths, without their bytes."""
        if self._known is None:
            rows = self._database.rows("select path, key, digest, seal from page")
            self._known = {
                path: KeptPage(key=key, digest=digest)
                for path, key, digest, seal in rows
                if seal == _seal(key, digest)
            }
        return self._known

    def content(self, path: str, digest: str) -> bytes | None:
        """The bytes of a page, or None where they have not this digest."""
        ask = "select cast(content as blob) from page where path = ?"
        found = [content for (content,) in self._database.rows(ask, (path,))]
        return next((content for content in found if digest_of(content) == digest), None)

    def parts(self, path: str) -> Parts:
        """What a page of the last build was made from; empty where there was none."""
        ask = (
            "select page.parts, shared.parts from page left join shared"
            " on shared.key = json_extract(page.parts, '$.shared') where path = ?"
        )
        for own, shared in self._database.rows(ask, (path,)):
            return _decoder.decode(shared or "{}") | _decoder.decode(own)
        return {}

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
        self._database.change(
            ("delete from page where path = ?", gone),
            ("delete from shared", [()]),
            (
                "insert into shared values (?, ?)",
                ((key, _encoded(parts)) for key, parts in shared.items()),
            ),
            ("insert or replace into page values (?, ?, ?, ?, ?, ?)", map(_row, pages)),
        )
        self._known = None

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _row(page: FreshPage) -> tuple[str, str, str, str, str, bytes]:
    digest = digest_of(page.content)
    parts, seal = _encoded(page.parts), _seal(page.key, digest)
    return (page.path, page.key, parts, digest, seal, page.content)


def _seal(key: object, digest: object) -> str:
    return seal_of(str(key), str(digest).encode())


def _encoded(parts: Parts) -> str:
    return msgspec.json.encode(parts).decode()


_decoder = msgspec.json.Decoder(Parts)
