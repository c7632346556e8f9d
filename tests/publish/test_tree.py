"""What two trees of files have in common."""

import hashlib
from pathlib import Path

from plugins.publish.tree import (
    FileFacts,
    PageChanges,
    Tree,
    compare_pages,
    compare_trees,
    is_compressed_copy,
    read_tree,
)


def tree_of(**digests: str) -> Tree:
    """A tree of empty files with made-up digests."""
    return {name: FileFacts(size=0, sha256=digest) for name, digest in digests.items()}


def test_every_file_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "tin-tuc/a").mkdir(parents=True)
    (tmp_path / "tin-tuc/a/index.html").write_bytes("Đổi mới".encode())
    (tmp_path / "index.html").write_bytes(b"")
    (tmp_path / "lạ").symlink_to("index.html")
    read = read_tree(tmp_path)
    assert read == {
        "index.html": FileFacts(size=0, sha256=hashlib.sha256(b"").hexdigest()),
        "lạ": FileFacts(size=0, sha256=""),
        "tin-tuc/a/index.html": FileFacts(
            size=12, sha256=hashlib.sha256("Đổi mới".encode()).hexdigest()
        ),
    }
    assert list(read) == sorted(read)


def test_a_folder_that_is_not_there_is_an_empty_tree(tmp_path: Path) -> None:
    assert read_tree(tmp_path / "chưa-có") == {}


def test_only_pages_count_as_changes_for_readers() -> None:
    before = tree_of(**{"index.html": "1", "a/index.html": "1", "b/index.html": "1", "a.css": "1"})
    after = tree_of(**{"index.html": "2", "b/index.html": "1", "c/index.html": "1", "404.html": ""})
    assert compare_pages(before, after) == PageChanges(
        new=("/404.html", "/c/"), changed=("/",), withdrawn=("/a/",)
    )


def test_a_file_of_another_size_or_digest_has_changed() -> None:
    found = {"a": FileFacts(size=1, sha256="1"), "b": FileFacts(size=0, sha256="2")}
    assert compare_trees(tree_of(a="1", b="1"), found).changed == ("a", "b")


def test_a_compressed_form_belongs_to_a_file_that_is_there() -> None:
    tree = tree_of(**{"a.css": "1", "a.css.br": "2", "b.gz": "3"})
    assert [name for name in tree if is_compressed_copy(name, tree)] == ["a.css.br"]
