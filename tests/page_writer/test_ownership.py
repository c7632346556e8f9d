"""One owner for each path."""

import unicodedata

import pytest

from plugins.core.signals import WrittenFile
from plugins.page_writer.ownership import Ownership


def page(path: str, owner: str) -> WrittenFile:
    return WrittenFile(path=path, owner=owner)


def test_different_paths_have_different_owners() -> None:
    book = Ownership()

    assert book.claim(page("tin-tuc/a/index.html", "tin-tuc/a.md"))
    assert book.claim(page("tin-tuc/b/index.html", "tin-tuc/b.md"))
    assert book.clashes == []
    assert sorted(book.files) == ["tin-tuc/a/index.html", "tin-tuc/b/index.html"]


@pytest.mark.parametrize(
    "path",
    [
        "the/đề-án/index.html",
        "the/Đề-Án/index.html",
        unicodedata.normalize("NFD", "the/đề-án/index.html"),
    ],
    ids=["same", "letter case", "NFD"],
)
def test_a_second_owner_is_told_with_the_first(path: str) -> None:
    book = Ownership({"tin-tuc/b.md": 4})
    book.claim(page("the/đề-án/index.html", "tin-tuc/a.md"))

    assert not book.claim(page(path, "tin-tuc/b.md"))
    (found,) = book.clashes
    assert (found.code, found.path, found.line) == ("PW001", "tin-tuc/b.md", 4)
    assert found.field == "slug"
    assert found.message == f"địa chỉ “{path}” đã thuộc về tin-tuc/a.md"
    assert book.files["the/đề-án/index.html"].owner == "tin-tuc/a.md"


def test_a_clash_of_no_content_file_belongs_to_the_whole_site() -> None:
    book = Ownership()
    book.claim(page("robots.txt", "discovery"))
    book.claim(page("robots.txt", "site_data"))

    assert [found.path for found in book.clashes] == [""]
