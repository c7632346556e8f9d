from pathlib import Path

import pytest

from plugins.core.targets import (
    Absence,
    is_foreign,
    name_in_content,
    names_below,
    similar_name,
    why_absent,
)


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("a.jpg", "tin-tuc/2024/a.jpg"),
        ("../../hinh-anh/a.jpg", "hinh-anh/a.jpg"),
        ("/hinh-anh/a.jpg", "hinh-anh/a.jpg"),
        ("{static}/hinh-anh/a.jpg", "hinh-anh/a.jpg"),
        ("{attach}a.jpg", "tin-tuc/2024/a.jpg"),
        ("{filename}/a.jpg", "a.jpg"),
        ("{khac}/a.jpg", "tin-tuc/2024/{khac}/a.jpg"),
        ("H%E1%BB%99i%20ngh%E1%BB%8B.jpg", "tin-tuc/2024/Hội nghị.jpg"),
        ("../../../a.jpg", "../a.jpg"),
        ("/../a.jpg", "../a.jpg"),
    ],
)
def test_a_target_means_one_name(target: str, name: str) -> None:
    assert name_in_content(target, "tin-tuc/2024/bai.md") == name


@pytest.mark.parametrize(
    ("target", "foreign"),
    [
        ("https://most.gov.vn/a.jpg", True),
        ("HTTPS://most.gov.vn/a.jpg", True),
        (" javascript:x", True),
        ("//most.gov.vn", True),
        ("\\\\may-chu\\a.jpg", True),
        ("{static}data:image/png", True),
        ("/hinh-anh/a.jpg", False),
        ("a-b.jpg", False),
        ("muc/a:b.jpg", False),
    ],
)
def test_foreign_targets_lead_away_from_the_site(target: str, *, foreign: bool) -> None:
    assert is_foreign(target) is foreign


def test_says_why_there_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "that").mkdir()
    (tmp_path / "lien-ket").symlink_to(tmp_path / "that")
    assert why_absent(tmp_path, "../a.jpg") is Absence.OUTSIDE
    assert why_absent(tmp_path, "lien-ket/a.jpg") is Absence.SYMBOLIC_LINK
    assert why_absent(tmp_path, "that/a.jpg") is Absence.MISSING
    assert why_absent(tmp_path, "a" * 300) is Absence.MISSING
    assert why_absent(tmp_path, "a\0") is Absence.MISSING
    assert why_absent(tmp_path, "that") is Absence.SPECIAL


def test_finds_the_file_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "hinh-anh").mkdir()
    for name in ("Hội nghị.jpg", "toan-canh-hoi-truong.png", ".an.jpg"):
        (tmp_path / "hinh-anh" / name).touch()
    assert similar_name(tmp_path, "tin-tuc/hoi-nghi.JPG") == "/hinh-anh/Hội nghị.jpg"
    typed = "hinh-anh/toan-canh-hoi-truog.png"
    assert similar_name(tmp_path, typed) == "/hinh-anh/toan-canh-hoi-truong.png"
    assert similar_name(tmp_path, "hinh-anh/an.jpg") == ""


def test_a_folder_makes_no_name_similar(tmp_path: Path) -> None:
    (tmp_path / "van-ban").mkdir()
    (tmp_path / "van-ban/a.md").touch()
    assert similar_name(tmp_path, "van-ban/x.pdf") == ""


def test_lists_visible_files_in_order_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    for name in ("b/c/2.pdf", "b/1.pdf", "a.pdf", ".an.pdf"):
        (tmp_path / name).touch()
    (tmp_path / "d").symlink_to(tmp_path / "b")
    assert list(names_below(tmp_path)) == ["a.pdf", "b/1.pdf", "b/c/2.pdf"]
