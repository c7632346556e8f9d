import time

import pytest

from plugins.glossary.letters import count_units, reach_of


@pytest.mark.parametrize(
    ("short", "words", "expected"),
    [
        ("KHCN", "khoa học và công nghệ", 5),
        ("KHCN", "khoa học và công nghệ cao", 5),
        ("ĐMST", "đổi mới sáng tạo", 4),
        ("DMST", "đổi mới sáng tạo", 0),
        ("DN", "doanh nghiệp", 2),
        ("ĐN", "doanh nghiệp", 0),
        ("UD", "ứng dụng", 2),
        ("ƯD", "ứng dụng", 2),
        ("ƯD", "uống dược", 0),
        ("TW", "trung ương", 2),
        ("TTg", "thủ tướng", 2),
        ("C3", "cấp ba", 2),
        ("NV1", "nguyện vọng 1", 3),
        ("TTCNTT", "trung tâm cntt", 3),
        ("IoT", "internet of things", 3),
        ("HTML", "hypertext markup language", 3),
        ("XML", "extensible markup language", 3),
        ("KHCN", "và khoa học công nghệ", 0),
        ("WTO", "tổ chức thương mại thế giới", 0),
    ],
)
def test_letters_stand_for_words_in_order(short: str, words: str, expected: int) -> None:
    assert reach_of(short, words.split()) == expected


def test_all_words_may_be_wanted() -> None:
    words = ["công", "của", "công"]
    assert reach_of("CC", words) == 2
    assert reach_of("CC", words, whole=True) == 3
    assert reach_of("CC", [*words, "ty"], whole=True) == 0


def test_counts_words_and_not_letters() -> None:
    assert [count_units(short) for short in ("KH&CN", "TTg", "NV12")] == [4, 2, 3]


def test_hostile_words_cost_little() -> None:
    begun = time.process_time()
    assert reach_of("C" * 14 + "X", ["của", "cho", "cùng", "các"] * 5) == 0
    assert time.process_time() - begun < 1
