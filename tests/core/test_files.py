"""Nothing outside the content folder is read, nothing is left half written."""

import os
import resource
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from plugins.core.files import fingerprint, inside, write_atomically, write_new


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder beside a secret."""
    folder = tmp_path / "content"
    (folder / "hinh-anh" / "2024").mkdir(parents=True)
    (folder / "hinh-anh" / "2024" / "anh.jpg").write_bytes(b"jpg")
    (folder / "tin.md").write_text("tin", encoding="utf-8")
    (tmp_path / "mat-khau.txt").write_text("bí mật", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "hinh-anh/2024/anh.jpg",
        "/hinh-anh/2024/anh.jpg",
        "hinh-anh/./2024/anh.jpg",
        "hinh-anh//2024/anh.jpg",
        "hinh-anh/2023/../2024/anh.jpg",
    ],
)
def test_a_name_means_a_file_of_the_folder(content: Path, name: str) -> None:
    assert inside(content, name) == content / "hinh-anh/2024/anh.jpg"


@pytest.mark.parametrize(
    "name",
    [
        "../mat-khau.txt",
        "/../mat-khau.txt",
        "hinh-anh/../../mat-khau.txt",
        "hinh-anh/../../content/tin.md",
        "..",
        ".",
        "",
        "/",
        "hinh-anh",
        "hinh-anh/2024/",
        "khong-co.jpg",
        "tin.md/anh.jpg",
    ],
)
def test_a_name_that_leaves_the_folder_or_is_no_file_means_nothing(
    content: Path, name: str
) -> None:
    assert inside(content, name) is None


def test_an_absolute_path_is_taken_from_the_folder(content: Path, tmp_path: Path) -> None:
    assert inside(content, str(tmp_path / "mat-khau.txt")) is None
    assert inside(content, "/etc/passwd") is None


def test_a_link_to_a_file_is_not_followed(content: Path) -> None:
    (content / "lien-ket.txt").symlink_to(content.parent / "mat-khau.txt")

    assert inside(content, "lien-ket.txt") is None


def test_a_link_to_a_file_of_the_folder_itself_is_not_followed_either(content: Path) -> None:
    (content / "lien-ket.md").symlink_to(content / "tin.md")

    assert inside(content, "lien-ket.md") is None


def test_a_link_to_a_folder_is_not_followed(content: Path) -> None:
    (content / "ngoai").symlink_to(content.parent)

    assert inside(content, "ngoai/mat-khau.txt") is None


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_means_the_same_in_both_forms_of_unicode(
    content: Path, form: Literal["NFC", "NFD"]
) -> None:
    spelt = normalize(form, "Ảnh họp/Hội nghị.jpg")
    (content / spelt).parent.mkdir()
    (content / spelt).write_bytes(b"jpg")

    assert inside(content, "Ảnh họp/Hội nghị.jpg") == content / spelt
    assert inside(content, "Ảnh họp/Hội nghi.jpg") is None


def test_a_link_is_not_followed_in_the_other_form_of_unicode(content: Path) -> None:
    (content / normalize("NFD", "Ảnh.jpg")).symlink_to(content.parent / "mat-khau.txt")

    assert inside(content, "Ảnh.jpg") is None


def test_a_pipe_is_no_file(content: Path) -> None:
    os.mkfifo(content / "ong.md")

    assert inside(content, "ong.md") is None


@pytest.mark.parametrize("name", ["anh\x00.jpg", "a" * 300 + ".jpg", "a/" * 3000 + "anh.jpg"])
def test_a_name_that_no_disk_can_hold_means_nothing(content: Path, name: str) -> None:
    assert inside(content, name) is None


def test_a_written_file_makes_its_folders_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b.txt", b"moi")

    assert (tmp_path / "a" / "b.txt").read_bytes() == b"moi"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_a_reader_keeps_the_old_file_while_a_new_one_is_written(tmp_path: Path) -> None:
    path = tmp_path / "trang.html"
    write_atomically(path, b"cu")
    with path.open("rb") as reader:
        write_atomically(path, b"moi hon")

        assert reader.read() == b"cu"
    assert path.read_bytes() == b"moi hon"


def test_a_fingerprint_changes_with_the_content_only() -> None:
    assert fingerprint(b"") == "e3b0c44298fc"
    assert fingerprint(b"a") != fingerprint(b"b")


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    write_new(tmp_path / "a" / "b.md", b"mot")

    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a" / "b.md", b"hai")
    assert (tmp_path / "a" / "b.md").read_bytes() == b"mot"


def test_a_new_file_that_cannot_be_written_whole_is_taken_away(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, hard))
    try:
        with pytest.raises(OSError, match=r"b\.md"):
            write_new(tmp_path / "b.md", b"dai qua")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list(tmp_path.iterdir()) == []
