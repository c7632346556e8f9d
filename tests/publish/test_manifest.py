"""The manifest: canonical, complete, and readable only where it is whole."""

import json
import os
from pathlib import Path

from plugins.publish.manifest import (
    NAME,
    addresses_of,
    commit_of,
    digest_of,
    encoded,
    read_manifest,
    tool_versions,
)
from plugins.publish.publishing import ROOT
from plugins.publish.tree import FileFacts
from tests.conftest import write_files
from tests.publish.repository import commit_all
from tests.publish.test_tree import tree_of
from tests.releases import MakeRelease


def test_it_is_canonical_json(make_release: MakeRelease) -> None:
    release = make_release({"index.html": "Đổi mới", "tin-tuc/a/index.html": "a"})
    text = (release / NAME).read_text(encoding="utf-8")
    document = json.loads(text)
    plain = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text == f"{plain}\n"
    assert document["count"] == 2
    assert document["files"]["index.html"]["size"] == 12
    assert document["addresses"] == ["/", "/tin-tuc/a/"]
    assert document["built_at"] == "2024-03-17T12:00:00Z"


def test_it_is_read_as_it_was_written(make_release: MakeRelease) -> None:
    release = make_release({"index.html": "một"})
    manifest = read_manifest(release)
    assert manifest
    assert encoded(manifest) == (release / NAME).read_bytes()


def test_what_is_cut_off_or_miscounted_is_none(make_release: MakeRelease, tmp_path: Path) -> None:
    release = make_release({"index.html": "một"})
    whole = (release / NAME).read_bytes()
    for damaged in (whole[:-20], whole.replace(b'"count":1', b'"count":2'), b"[]"):
        (release / NAME).write_bytes(damaged)
        assert read_manifest(release) is None
    assert read_manifest(tmp_path / "chưa-có") is None


def test_each_release_names_the_manifest_of_the_one_before(make_release: MakeRelease) -> None:
    first, second = (read_manifest(make_release({"index.html": t})) for t in ("một", "hai"))
    assert first
    assert second
    assert first.previous == ""
    assert len(second.previous) == 64


def test_what_has_an_address_once_keeps_it_in_the_book() -> None:
    tree = tree_of(
        **{
            "index.html": "",
            "index.html.br": "",
            "giao-dien/0123/main.css": "",
            "tep/quyet-dinh.PDF": "",
            "tin-moi.atom.xml": "",
        }
    )
    assert addresses_of(tree, ["/tin-tuc/cu/"]) == (
        "/",
        "/tep/quyet-dinh.PDF",
        "/tin-moi.atom.xml",
        "/tin-tuc/cu/",
    )


def test_the_digest_changes_with_names_and_with_bytes_and_not_with_order() -> None:
    facts = FileFacts(size=1, sha256="1")
    assert digest_of({"a": facts, "b": facts}) == digest_of({"b": facts, "a": facts})
    trees = ({"a": facts}, {"b": facts}, {"a": FileFacts(size=1, sha256="2")})
    assert len({digest_of(tree) for tree in trees}) == 3


def test_versions_are_those_that_are_installed() -> None:
    versions = tool_versions(ROOT / "requirements.txt")
    assert versions["pelican"].startswith("4.12.")
    assert {"brotli", "jinja2", "python"} <= versions.keys()


def test_outside_a_repository_no_commit_is_known(tmp_path: Path) -> None:
    assert commit_of(tmp_path) == ""
    assert len(commit_of(ROOT).rstrip("+")) == 40


def test_asking_for_the_commit_writes_nothing_into_the_repository(tmp_path: Path) -> None:
    """Git refreshes its index by the way, under a lock that stays behind if it is killed."""
    write_files(tmp_path, {"bai.md": "Một"})
    commit_all(tmp_path)
    os.utime(tmp_path / "bai.md", (1, 1))
    index = tmp_path / ".git/index"
    before = index.read_bytes()
    assert len(commit_of(tmp_path)) == 40
    assert index.read_bytes() == before
