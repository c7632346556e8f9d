"""The pages of earlier builds, by what they were made from.

The store is a convenience: whatever is wrong with it, pages are made anew. What is kept
carries the digest of its bytes, and a seal over this and the key, so that a page that was cut
off, edited or made from other things is never shown.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from plugins.core.fingerprints import digest_of
from plugins.core.site import Site
from plugins.core.store import Database, seal_of
from plugins.page_writer.dependencies import Parts

_TABLES = """
    create table page (
        path text primary key, key text not null, parts text not null, digest text not null,
        seal text not null, content blob not null, build integer not null, changed text not null
    );
    create table shared (key text primary key, parts text not null);
    create table build (number integer not null);
"""

_ASK = "select path, key, digest, seal from page"
_ASK_SOME = """
    select path, key, digest, seal from page where path in (select value from json_each(?))
"""
# More than these are hardly fewer than all.
_FEW = 1_000
SHARED = "shared"
"""The part of a page that names what all pages of its template are made from."""


class KeptPage(Struct, frozen=True, kw_only=True):
    """What is known of a page of an earlier build.

    Attributes:
        key: The fingerprint of all that it was made from.
        digest: Of its bytes.
    """

    key: str
    digest: str


class FreshPage(Struct, frozen=True, kw_only=True):
    """A page that was just made, with all that it was made from.

    Attributes:
        read: Gives its bytes: a cold build makes more than should be held at one time.
    """

    path: str
    key: str
    parts: Parts
    read: Callable[[], bytes]


class History(Struct, frozen=True, kw_only=True):
    """What is known of how a page came to be as it is.

    Attributes:
        parts: What it was made from.
        builds_since: How many builds have taken it as it was since it was made.
        changed: What had changed when it was made; empty where it was new to the store.
    """

    parts: Parts
    builds_since: int
    changed: tuple[str, ...]


def store_of(site: Site) -> Path:
    """Where the pages of a site are kept: each address has its own, for it stands on every page.

    Else what is built to be looked at and what is built for the public would drop each other.
    """
    return site.store / "pages" / f"{digest_of(site.url.encode())}.sqlite3"


def _sound(rows: Iterable[tuple[Any, ...]]) -> dict[str, KeptPage]:
    """The pages of which is known what they were made from, by their paths."""
    return {
        path: KeptPage(key=key, digest=digest)
        for path, key, digest, seal in rows
        if seal == _seal(key, digest)
    }


class PageStore:
    """The pages of earlier builds."""

    def __init__(self, file: Path) -> None:
        """Open the store, or begin a new one where there is none that can be used."""
        self._database = Database(file, _TABLES)
        self._known: dict[str, KeptPage] | None = None

    def known(self) -> dict[str, KeptPage]:
        """All pages of the last build by their paths, without their bytes."""
        if self._known is None:
            self._known = _sound(self._database.rows(_ASK))
        return self._known

    def known_among(self, paths: Collection[str]) -> dict[str, KeptPage]:
        """The same of some pages; the others may be there as well."""
        if self._known is None and len(paths) < _FEW:
            return _sound(self._database.rows(_ASK_SOME, [json.dumps(list(paths))]))
        return self.known()

    def content(self, path: str, digest: str) -> bytes | None:
        """The bytes of a page, or None where they have not this digest."""
        ask = "select cast(content as blob) from page where path = ?"
        found = [content for (content,) in self._database.rows(ask, (path,))]
        return next((content for content in found if digest_of(content) == digest), None)

    def history(self, path: str) -> History | None:
        """How a page of the last build came to be as it is; None where there was none."""
        ask = (
            "select page.parts, shared.parts, page.build, page.changed"
            " from page left join shared on shared.key = json_extract(page.parts, '$.shared')"
            " where path = ?"
        )
        for own, shared, build, changed in self._database.rows(ask, (path,)):
            return History(
                parts=_decoder.decode(shared or "{}") | _decoder.decode(own),
                builds_since=self._last_build() - build,
                changed=tuple(msgspec.json.decode(changed, type=list[str])),
            )
        return None

    def keep(
        self, pages: Iterable[FreshPage], shared: Mapping[str, Parts], paths: Iterable[str]
    ) -> None:
        """Remember fresh pages, and of the others only those that the site still has.

        Args:
            pages: What was made.
            shared: What pages of one template have in common, by its key.
            paths: All pages of the site.
        """
        wanted, build = set(paths), self._last_build() + 1
        known = {path: page for path, page in self.known().items() if path in wanted}
        gone = [(path,) for path in self.known() if path not in wanted]
        changed = [(page, self._changes(page, shared)) for page in pages]

        def rows() -> Iterator[tuple[object, ...]]:
            for page, differing in changed:
                content = page.read()
                known[page.path] = KeptPage(key=page.key, digest=digest_of(content))
                yield _row(page, known[page.path].digest, content, build, differing)

        self._database.change(
            ("delete from build", [()]),
            ("insert into build values (?)", [(build,)]),
            ("delete from page where path = ?", gone),
            ("delete from shared", [()]),
            (
                "insert into shared values (?, ?)",
                ((key, _encoded(parts)) for key, parts in shared.items()),
            ),
            ("insert or replace into page values (?, ?, ?, ?, ?, ?, ?, ?)", rows()),
        )
        self._known = known

    def _last_build(self) -> int:
        return max(
            (number for (number,) in self._database.rows("select number from build")), default=0
        )

    def _changes(self, page: FreshPage, shared: Mapping[str, Parts]) -> tuple[str, ...]:
        before = self.history(page.path)
        now = page.parts | shared[page.parts[SHARED]]
        return differences(before.parts, now) if before else ()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def differences(before: Parts, now: Parts) -> tuple[str, ...]:
    """The names of the parts that are not as they were."""
    names = (before.keys() | now.keys()) - {SHARED}
    return tuple(sorted(name for name in names if before.get(name) != now.get(name)))


def _row(
    page: FreshPage, digest: str, content: bytes, build: int, changed: tuple[str, ...]
) -> tuple[object, ...]:
    parts, seal = _encoded(page.parts), _seal(page.key, digest)
    told = msgspec.json.encode(changed).decode()
    return (page.path, page.key, parts, digest, seal, content, build, told)


def _seal(key: object, digest: object) -> str:
    return seal_of(str(key), str(digest).encode())


def _encoded(parts: Parts) -> str:
    return msgspec.json.encode(parts).decode()


_decoder = msgspec.json.Decoder(Parts)
