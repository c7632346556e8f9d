"""Which documents a text cites."""

import re

import pytest

from plugins.citations.recognition import find_citations, key_of
from tests.conftest import FIRST_SITE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(sửa Nghị định số 95/2014/NĐ-CP); phối hợp", ["Nghị định 95/2014/NĐ-CP"]),
        ("Nghị định số 70/ 2018/NĐ-CP ngày 15/05/2018", ["Nghị định 70/2018/NĐ-CP"]),
        ("theo thông tư 22/2023/TT-BTTTT.", ["Thông tư 22/2023/TT-BTTTT"]),
        ("tại 22/2023/TT-BTTTT", ["Thông tư 22/2023/TT-BTTTT"]),
        ("Quyết định 844/QĐ-TTg ngày 18/5/2016", ["Quyết định 844/QĐ-TTg"]),
        ("Công văn số 123/SKHCN-VP, số 5", ["Công văn 123/SKHCN-VP"]),
        ("Luật 91/2025/QH15 và 51/2010/QH12", ["Luật 91/2025/QH15", "51/2010/QH12"]),
        ("sửa đổi, bổ sung Luật KH&CN năm 2013, các", ["Luật KH&CN năm 2013"]),
        ("Luật KH&CN 2013; Xây dựng", ["Luật KH&CN năm 2013"]),
        ("12345/QĐ-UBND, và/hoặc 1/NĐ-CP", ["Quyết định 12345/QĐ-UBND", "Nghị định 1/NĐ-CP"]),
        ("/số 7/ 2024/TT-BKHCN", ["Thông tư 7/2024/TT-BKHCN"]),
        ("Hiến pháp năm 2013", ["Hiến pháp năm 2013"]),
        (
            "Luật Ban hành văn bản quy phạm pháp luật năm 2015",
            ["Luật Ban hành văn bản quy phạm pháp luật năm 2015"],
        ),
    ],
)
def test_citations_are_found(text: str, names: list[str]) -> None:
    assert [each.name for each in find_citations(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "ngày 28/3/2024, xếp thứ 46/132, trong Quý II/2024, tỉ lệ 3/4",
        "Đề án 844, Kế hoạch năm 2025, Chiến lược 10 năm 2021-2030",
        "Thông tư quy định việc triển khai; Luật KH&CN (sửa đổi) năm nay",
        "Luật Đầu tư được thông qua năm 2014. Luật Đầu tư. Năm 2014",
        "https://vanban.gov.vn/12/2014/NĐ-CP và 3/5/2018/NĐ-CP",
        "pháp luật năm 2014, luật chơi năm 2014",
        "số 123456/2014/NĐ-CP, 28/3/2024; Nghị định 95/2014/NĐ-CP/",
        "QCVN 01:2018/BKHCN, tháng 3/2024/NĐ, phòng số 5/UBND",
    ],
)
def test_nothing_is_invented(text: str) -> None:
    assert list(find_citations(text)) == []


def test_the_number_is_told_apart_from_the_words_before_it() -> None:
    text = "sửa Nghị định số 95/2014/NĐ-CP."
    (found,) = find_citations(text)
    assert text[found.start : found.end] == "Nghị định số 95/2014/NĐ-CP"
    assert text[found.number : found.end] == "95/2014/NĐ-CP"


def test_blanks_and_capitals_make_no_other_key() -> None:
    assert key_of("70/ 2018/NĐ-CP") == key_of("70/2018/nđ-cp") == "70-2018-nd-cp"


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (
            "tin-tuc/2024/03/khcn-dia-phuong-phat-trien-nhanh-ben-vung.md",
            [
                "Luật KH&CN năm 2013",
                "Luật KH&CN năm 2013",
                "Nghị định 95/2014/NĐ-CP",
                "Nghị định 70/2018/NĐ-CP",
            ],
        ),
        ("van-ban/ket-luan-hoi-nghi-giam-doc-so-2024.md", []),
    ],
)
def test_both_sources_hold_these_and_no_others(path: str, names: list[str]) -> None:
    text = (FIRST_SITE / path).read_text(encoding="utf-8").split("\n---\n")[1]
    assert [each.name for each in find_citations(text)] == names
    assert len(re.findall(r"\d/ ?\d{4}/NĐ|Luật KH&CN (?:năm )?\d", text)) == len(names)
