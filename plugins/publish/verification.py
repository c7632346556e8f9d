"""Whether what readers get is, byte for byte, the release that was published last.

The folder on disk is read whole; over HTTP every file is asked for as browsers ask, with and
without compression. What a server has beyond the manifest, only the folder shows.
"""

import gzip
import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from threading import local
from types import MappingProxyType
from urllib.parse import quote, urlsplit

import brotli  # type: ignore[import-untyped]  # it has no types
from msgspec import Struct

from plugins.core.releases import address_of
from plugins.core.served_files import FOR_SERVERS
from plugins.publish import messages
from plugins.publish.manifest import NAME, Manifest, digest_of_manifest, read_manifest
from plugins.publish.releases import SITE, list_releases, live_release, newest_release
from plugins.publish.server_list import moved_in, withdrawn_in
from plugins.publish.signature import signature_of, signer_of
from plugins.publish.tree import (
    compare_trees,
    is_compressed_copy,
    read_tree,
)

_WAITED = 30.0
_CONNECTIONS = 8
_EXPAND: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {"": bytes, "identity": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
)


class Verified(Struct, frozen=True, kw_only=True):
    """What was looked at, and everything that is not as it should be.

    Attributes:
        files: How many files were read.
        signer: Who signed the manifest; "" where nobody was asked for.
        findings: Sentences, in Vietnamese.
    """

    release: str
    files: int
    signer: str = ""
    findings: tuple[str, ...] = ()


def verify_folder(public: Path, releases: Path, allowed_signers: Path | None) -> Verified:
    """Hold what the link leads to against the manifest of the release that should be live."""
    live, newest = live_release(public), newest_release(releases)
    if live is None or live not in list_releases(releases):
        return Verified(release="", files=0, findings=(messages.no_release(str(public)),))
    manifest = read_manifest(live)
    if manifest is None:
        return Verified(release=live.name, files=0, findings=(messages.no_manifest(live.name),))
    signer = signer_of(live / NAME, allowed_signers) if allowed_signers else ""
    found = read_tree(live / SITE)
    difference = compare_trees(manifest.files, found)
    return Verified(
        release=live.name,
        files=len(found),
        signer=signer,
        findings=(
            *_of_release(live, newest, manifest),
            *_of_signature(live, signer, asked=allowed_signers is not None),
            *map(messages.changed_file, difference.changed),
            *map(messages.missing_file, difference.missing),
            *map(messages.added_file, difference.added),
        ),
    )


def _of_release(live: Path, newest: Path | None, manifest: Manifest) -> Iterator[str]:
    if newest and newest != live:
        yield messages.not_newest(live.name, newest.name)
    if manifest.release != live.name:
        yield messages.foreign_manifest(live.name, manifest.release)
    before = [r for r in list_releases(live.parent) if r.name < live.name]
    if before and manifest.previous not in map(digest_of_manifest, before):
        yield messages.broken_chain(live.name)


def _of_signature(live: Path, signer: str, *, asked: bool) -> Iterator[str]:
    if not asked:
        return
    if not signature_of(live / NAME).is_file():
        yield messages.not_signed(live.name)
    elif not signer:
        yield messages.bad_signature(live.name)


def verify_over_http(url: str, manifest: Manifest, release: Path) -> tuple[str, ...]:
    """What a server gives that the manifest does not say: sentences, in the order of files.

    Pages that were withdrawn may come as gone; where a page leads on, a server may do so itself.

    Args:
        url: The site.
        manifest: What it should give.
        release: The folder of the release, for its old addresses.
    """
    moved, gone = moved_in(release), withdrawn_in(release)
    names = [
        name
        for name in manifest.files
        if name not in FOR_SERVERS
        and not is_compressed_copy(name, manifest.files)
        and address_of(name) not in moved
    ]
    with (
        closing(_Visitor(url.rstrip("/"), gone)) as visitor,
        ThreadPoolExecutor(_CONNECTIONS) as threads,
    ):
        found = threads.map(partial(_finding, visitor, manifest), names)
        return tuple(finding for finding in found if finding)


def _finding(visitor: "_Visitor", manifest: Manifest, name: str) -> str:
    """What is wrong with a file as readers get it; "" where nothing is."""
    accepted = ["identity"]
    accepted += ["br"] if f"{name}.br" in manifest.files else []
    accepted += ["gzip"] if f"{name}.gz" in manifest.files else []
    for encoding in accepted:
        try:
            content = visitor.content(address_of(name), encoding)
        except (OSError, HTTPException, EOFError, brotli.error, zlib.error) as error:
            return messages.unreachable(address_of(name), str(error) or type(error).__name__)
        if content is None:
            return messages.missing_address(address_of(name))
        if hashlib.sha256(content).hexdigest() != manifest.files[name].sha256:
            return messages.changed_address(address_of(name), encoding)
    return ""


class _Visitor:
    """Asks a server for one file after the other, on one connection per thread."""

    def __init__(self, url: str, gone: frozenset[str]) -> None:
        self._gone = gone
        parts = urlsplit(url)
        self._connect = partial(
            HTTPSConnection if parts.scheme == "https" else HTTPConnection,
            parts.netloc,
            timeout=_WAITED,
        )
        self._root = parts.path
        self._thread = local()
        self._connections: list[HTTPConnection] = []

    def content(self, address: str, encoding: str) -> bytes | None:
        """The bytes of a file, expanded; None where the server has none."""
        connection = self._connection()
        headers = {"Accept-Encoding": encoding, "Cache-Control": "no-cache"}
        try:
            connection.request("GET", self._root + quote(address), headers=headers)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, HTTPException):
            connection.close()
            raise
        allowed = {HTTPStatus.OK}
        allowed |= {HTTPStatus.GONE} if address in self._gone else set()
        # The page for what is not there comes so on some servers, and is right.
        allowed |= {HTTPStatus.NOT_FOUND} if address.endswith("404.html") else set()
        if answer.status not in allowed:
            return None
        return _EXPAND[answer.getheader("Content-Encoding", "").lower()](body)

    def close(self) -> None:
        """Let go of all connections."""
        for connection in self._connections:
            connection.close()

    def _connection(self) -> HTTPConnection:
        if not hasattr(self._thread, "connection"):
            self._thread.connection = self._connect()
            self._connections.append(self._thread.connection)
        connection: HTTPConnection = self._thread.connection
        return connection
