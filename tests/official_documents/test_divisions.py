"""Headings that count."""

import pytest

from plugins.official_documents.divisions import division_of, place_divisions


@pytest.mark.parametrize(
    ("heading", "kind", "number", "written", "mark"),
    [
        ("Điều 12. Hiệu lực", "dieu", 12, "12", "Điều 12"),
        ("CHƯƠNG IV: TỔ CHỨC", "chuong", 4, "iv", "CHƯƠNG IV"),
        ("Phần thứ nhất. Tình hình", "phan", 1, "nhat", "Phần thứ nhất"),
        ("Tiểu mục 2", "tieu-muc", 2, "2", "Tiểu mục 2"),
        ("Điều 3a. Sửa đổi", "dieu", 0, "3a", "Điều 3a"),
        ("XIV. Kinh phí", "muc", 14, "xiv", "XIV."),
    ],
)
def test_divisions(heading: str, kind: str, number: int, written: str, mark: str) -> None:
    division = division_of(heading)
    assert division is not None
    assert (division.kind, division.number, division.written, division.mark) == (
        kind,
        number,
        written,
        mark,
    )


@pytest.mark.parametrize(
    "heading", ["Mục tiêu", "Điều kiện", "Chương trình", "Phần mềm", "C. Kinh phí", "Tổ chức"]
)
def test_words_that_only_begin_so(heading: str) -> None:
    assert division_of(heading) is None


def test_sections_begin_anew_in_each_chapter_and_articles_never() -> None:
    headings = ["Chương I", "Mục 1", "Điều 1", "Chương II", "Mục 1", "Điều 2", "Điều 2a", "Điều 3"]
    placed = place_divisions([each for each in map(division_of, headings) if each])
    assert [each.address for each in placed] == [
        "chuong-i",
        "chuong-i-muc-1",
        "dieu-1",
        "chuong-ii",
        "chuong-ii-muc-1",
        "dieu-2",
        "dieu-2a",
        "dieu-3",
    ]
    assert not any(each.place and each.place.expected for each in placed)
