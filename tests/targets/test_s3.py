"""Sending releases to a store as those of S3, by a real server on this machine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from msgspec import Struct

from plugins.core.served_files import ASK_AGAIN, FOR_EVER
from plugins.targets.release import live_release
from plugins.targets.s3 import _pages_last, _Sending, read_s3_target
from tests.conftest import ROOT
from tests.releases import MakeRelease

FILES: dict[str, str | bytes] = {
    "index.html": "một",
    "tin-tuc/bài/index.html": "Bài",
    "tin-moi.atom.xml": "<feed/>",
    "anh/x.webp": b"x",
    "index.html.gz": b"gz",
    "_headers": "/*",
}


class Bucket(Struct, frozen=True, kw_only=True, dict=True):
    """A bucket, and somebody who looks into it."""

    name: str
    client: Any

    def place(self, name: str) -> dict[str, str]:
        """Where an object lies."""
        return {"Bucket": self.name, "Key": f"so/{name}"}

    def keys(self) -> list[str]:
        """What lies there."""
        listed = self.client.list_objects_v2(Bucket=self.name).get("Contents", [])
        return sorted(entry["Key"].removeprefix("so/") for entry in listed)


@pytest.fixture
def bucket(
    store: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Bucket]:
    """A new bucket."""
    for name, value in store.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket=_bucket(tmp_path))
    yield Bucket(name=_bucket(tmp_path), client=client)
    client.close()


def _bucket(folder: Path) -> str:
    return "".join(sign for sign in folder.name if sign.isalnum())[-40:].lower()


def send(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Send what is live to the bucket of a test."""
    address = f"s3://{_bucket(folder)}/so"
    command = ["-m", "plugins.targets", "--public", str(folder / "public"), "--to", address]
    return subprocess.run(
        [sys.executable, *command, *options],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_everything_that_a_store_can_use_gets_there_with_its_type(
    bucket: Bucket, make_release: MakeRelease, tmp_path: Path
) -> None:
    make_release(FILES)
    done = send(tmp_path)
    assert done.returncode == 0, done.stderr
    assert bucket.keys() == [
        ".release.json",
        "anh/x.webp",
        "index.html",
        "tin-moi.atom.xml",
        "tin-tuc/bài/index.html",
    ]
    for name, kind, kept in (
        ("index.html", "text/html; charset=utf-8", ASK_AGAIN),
        ("tin-moi.atom.xml", "application/atom+xml; charset=utf-8", ASK_AGAIN),
        ("anh/x.webp", "image/webp", FOR_EVER),
    ):
        found = bucket.client.head_object(**bucket.place(name))
        assert (found["ContentType"], found["CacheControl"]) == (kind, kept)


def test_only_what_changed_is_sent_and_what_is_gone_is_deleted(
    bucket: Bucket, make_release: MakeRelease, tmp_path: Path
) -> None:
    make_release(FILES)
    send(tmp_path)
    place = bucket.place("anh/x.webp")
    bucket.client.put_object(**place, Body=b"mark")
    make_release({"index.html": "hai", "anh/x.webp": b"x"})
    assert send(tmp_path).returncode == 0
    assert bucket.keys() == [".release.json", "anh/x.webp", "index.html"]
    assert bucket.client.get_object(**place)["Body"].read() == b"mark"


def test_what_a_broken_run_has_left_is_put_right_by_the_next(
    bucket: Bucket, make_release: MakeRelease, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = bucket.client.put_object

    def put_but_for_the_home_page(**given: str | bytes) -> None:
        if str(given["Key"]).endswith("/index.html"):
            raise ConnectionError
        put(**given)

    make_release({"index.html": "một", "a.html": "A", "b.html": "B"})
    send(tmp_path)
    make_release({"index.html": "hai", "a.html": "A hai", "moi.html": "Mới"})
    target, release = read_s3_target(f"s3://{bucket.name}/so"), live_release(tmp_path / "public")
    assert target
    assert release
    monkeypatch.setattr(bucket.client, "put_object", put_but_for_the_home_page)
    with pytest.raises(ConnectionError):
        _Sending(target, bucket.client, named=False).send(release)
    assert "moi.html" in bucket.keys()  # noqa: SIM118  (no mapping)

    make_release({"index.html": "ba", "a.html": "A", "b.html": "B"})
    assert send(tmp_path).returncode == 0
    assert bucket.keys() == [".release.json", "a.html", "b.html", "index.html"]
    found = bucket.client.get_object(**bucket.place("a.html"))["Body"].read()
    assert found == b"A"


def test_two_senders_keep_each_other_out(
    bucket: Bucket, make_release: MakeRelease, tmp_path: Path
) -> None:
    make_release(FILES)
    lock = bucket.place(".sending")
    bucket.client.put_object(**lock, Body=b"x")
    refused = send(tmp_path)
    assert (refused.returncode, "Một lần gửi khác" in refused.stderr) == (1, True)
    assert bucket.keys() == [".sending"]
    bucket.client.delete_object(**lock)
    assert send(tmp_path).returncode == 0


def test_an_older_release_replaces_a_newer_one_only_by_name(
    bucket: Bucket, make_release: MakeRelease, tmp_path: Path
) -> None:
    state = b'{"files": {}, "release": "20990101T000000Z-000000000000"}'
    bucket.client.put_object(**bucket.place(".release.json"), Body=state)
    release = make_release(FILES)
    refused = send(tmp_path)
    assert (refused.returncode, "bản mới hơn" in refused.stderr) == (1, True)
    assert bucket.keys() == [".release.json"]
    assert "make rollback" in send(tmp_path, "--release", "x").stderr
    assert send(tmp_path, "--release", release.name).returncode == 0
    assert "index.html" in bucket.keys()  # noqa: SIM118  (no mapping)


def test_a_store_that_refuses_is_told(
    make_release: MakeRelease, bucket: Bucket, tmp_path: Path
) -> None:
    make_release(FILES)
    bucket.client.delete_bucket(Bucket=bucket.name)
    refused = send(tmp_path)
    assert (refused.returncode, "Chưa gửi được" in refused.stderr) == (1, True)


def test_pages_follow_on_what_they_load_and_the_home_page_is_last() -> None:
    names = ["index.html", "tin-moi.atom.xml", "a/index.html", "anh/x.webp", "giao-dien/1/a.css"]
    assert sorted(names, key=_pages_last) == [
        "anh/x.webp",
        "giao-dien/1/a.css",
        "a/index.html",
        "tin-moi.atom.xml",
        "index.html",
    ]


@pytest.mark.parametrize("address", ["", "s3:", "s3:///a", "ssh://host/a"])
def test_an_address_of_another_kind_is_no_store(address: str) -> None:
    assert read_s3_target(address) is None
