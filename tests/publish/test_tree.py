"""What two trees of files have in common."""

import hashlib
from pathlib import Path

from plugins.publish.tree import PageChanges, compare_pages, digest_of, read_tree


def test_every_file_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "tin-tuc/a").mkdir(parents=True)
    (tmp_path / "tin-tuc/a/index.html").write_bytes("Đổi mới".encode())
    (tmp_path / "index.html").write_bytes(b"")
    assert list(read_tree(tmp_path).items()) == [
        ("index.html", hashlib.sha256(b"").hexdigest()),
        ("tin-tuc/a/index.html", hashlib.sha256("Đổi mới".encode()).hexdigest()),
    ]


def test_a_folder_that_is_not_there_is_an_empty_tree(tmp_path: Path) -> None:
    assert read_tree(tmp_path / "chưa-có") == {}


def test_the_digest_changes_with_names_and_with_bytes_and_not_with_order() -> None:
    tree = {"a": "1", "b": "2"}
    assert digest_of(tree) == digest_of({"b": "2", "a": "1"})
    assert len({digest_of(t) for t in (tree, {"a": "1", "c": "2"}, {"a": "1", "b": "3"})}) == 3


def test_only_pages_count_as_changes_for_readers() -> None:
    before = {
        "index.html": "1",
        "tin-tuc/a/index.html": "1",
        "tin-tuc/b/index.html": "1",
        "a.css": "1",
    }
    after = {
        "index.html": "2",
        "tin-tuc/b/index.html": "1",
        "tin-tuc/c/index.html": "1",
        "404.html": "1",
    }
    assert compare_pages(before, after) == PageChanges(
        new=("/404.html", "/tin-tuc/c/"), changed=("/",), withdrawn=("/tin-tuc/a/",)
    )
