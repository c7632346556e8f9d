"""Storage that speaks S3: a bucket, perhaps a folder in it.

There is no link that could be replaced there. So what pages load goes first, then pages, the
home page last; what is gone is deleted after that. Before and after, what is there is written down.
A run that breaks off leaves every page with all that it needs, and the next one completes it.
Two senders keep each other out by a conditional write. Where a store lies, and with which key,
the usual variables say (`AWS_ENDPOINT_URL`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`).
"""

import json
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.core.served_files import (
    ASK_AGAIN,
    FEED_TYPES,
    FOR_EVER,
    FOR_SERVERS,
    NAMED_BY_CONTENT,
    TEXT_TYPES,
    TYPES,
)
from plugins.targets import messages
from plugins.targets.errors import TargetError
from plugins.targets.release import Release

_STATE, _LOCK = ".release.json", ".sending"
_COMPRESSED = (".br", ".gz")
_HOME = "index.html"


class S3Target(Struct, frozen=True, kw_only=True):
    """A folder of a bucket; "" for the whole bucket."""

    bucket: str
    prefix: str

    def send(self, release: Release, *, named: bool = False) -> None:
        """Have a release in the bucket.

        Args:
            release: What to send.
            named: Whether it is to be there even where a newer one is.

        Raises:
            TargetError: if another one is being sent, a newer one is there, or the store refuses.
        """
        _Sending(self, _client(), named=named).send(release)


class _Sending:
    """One release on its way into a bucket."""

    def __init__(self, target: S3Target, client: Any, *, named: bool) -> None:  # noqa: ANN401  (boto3 has no types)
        self._target, self._client, self._named = target, client, named

    def send(self, release: Release) -> None:
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415  (an extra)

        try:
            self._lock(release.name, ClientError)
            try:
                self._bring(release)
            finally:
                self._client.delete_object(**self._key(_LOCK))
        except (BotoCoreError, ClientError) as error:
            raise TargetError(messages.failed(str(error))) from error

    def _lock(self, name: str, refused: type[Any]) -> None:
        try:
            self._client.put_object(**self._key(_LOCK), Body=name.encode(), IfNoneMatch="*")
        except refused as error:
            if error.response["Error"]["Code"] not in ("PreconditionFailed", "412"):
                raise
            raise TargetError(messages.another_sends(self._key(_LOCK)["Key"])) from error

    def _bring(self, release: Release) -> None:
        state = self._state()
        there: dict[str, str] = state.get("files", {})
        if state.get("release", "") > release.name and not self._named:
            raise TargetError(messages.newer_is_live(state["release"], release.name))
        wanted = {n: d for n, d in release.digests.items() if _is_sent(n, release.digests)}
        changed = [name for name, digest in wanted.items() if there.get(name) != digest]
        gone = there.keys() - wanted.keys()
        # Whatever breaks off this run, the next one knows which objects it may have touched.
        self._write_down(state.get("release", ""), wanted | dict.fromkeys((*changed, *gone), ""))
        for name in sorted(changed, key=_pages_last):
            self._put(name, (release.folder / "site" / name).read_bytes())
        for name in sorted(gone):
            self._client.delete_object(**self._key(name))
        self._write_down(release.name, wanted)

    def _write_down(self, release: str, files: dict[str, str]) -> None:
        """Write down what is there: the digests of objects, "" for one that may be anything."""
        document = json.dumps({"files": files, "release": release}, sort_keys=True)
        self._client.put_object(**self._key(_STATE), Body=document.encode())

    def _state(self) -> dict[str, Any]:
        """What the last sender wrote down; nothing where there was none."""
        try:
            found = self._client.get_object(**self._key(_STATE))
        except self._client.exceptions.NoSuchKey:
            return {}
        state: dict[str, Any] = json.loads(found["Body"].read())
        return state

    def _put(self, name: str, content: bytes) -> None:
        self._client.put_object(
            **self._key(name),
            Body=content,
            ContentType=_type_of(name),
            CacheControl=FOR_EVER
            if name.split("/", maxsplit=1)[0] in NAMED_BY_CONTENT
            else ASK_AGAIN,
        )

    def _key(self, name: str) -> dict[str, str]:
        return {"Bucket": self._target.bucket, "Key": f"{self._target.prefix}{name}"}


def read_s3_target(address: str) -> S3Target | None:
    """The target that an address such as `s3://bucket/folder` means; None for others."""
    parts = urlsplit(address)
    if parts.scheme != "s3" or not parts.netloc:
        return None
    folder = parts.path.strip("/")
    return S3Target(bucket=parts.netloc, prefix=f"{folder}/" if folder else "")


def _is_sent(name: str, names: Iterable[str]) -> bool:
    """Whether a store can use a file: it compresses nothing and reads no headers of ours."""
    copy = name.endswith(_COMPRESSED) and name.rpartition(".")[0] in names
    return name not in FOR_SERVERS and not copy


def _pages_last(name: str) -> tuple[bool, bool, str]:
    return (name == _HOME, name.endswith((".html", ".xml")), name)


def _type_of(name: str) -> str:
    feeds = (kind for ending, kind in FEED_TYPES.items() if name.endswith(ending))
    ending = PurePosixPath(name).suffix.removeprefix(".").lower()
    kind = next(feeds, TYPES.get(ending, "application/octet-stream"))
    return f"{kind}; charset=utf-8" if kind in TEXT_TYPES else kind


def _client() -> Any:  # noqa: ANN401  (boto3 has no types)
    try:
        import boto3  # noqa: PLC0415  (an extra)
    except ImportError as error:
        raise TargetError(messages.no_program("boto3")) from error
    return boto3.client("s3")
