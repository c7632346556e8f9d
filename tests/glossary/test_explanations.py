import pytest

from plugins.glossary.explanations import is_contradicted, is_explained

LONG = {
    "KH&CN": "khoa học và công nghệ",
    "KT-XH": "kinh tế - xã hội",
    "UBND": "Ủy ban nhân dân",
    "GII": "chỉ số đổi mới sáng tạo toàn cầu",
}


def place(text: str) -> tuple[int, int, str]:
    short = next(short for short in LONG if short in text)
    start = text.index(short)
    return start, start + len(short), LONG[short]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("khoa học và công nghệ (KH&CN)", True),
        ("Sở Khoa học và Công nghệ ( KH&CN )", True),
        ("KHOA HỌC VÀ CÔNG NGHỆ là ngành; khoa học và công nghệ (gọi tắt là KH&CN)", True),
        ("khoa học và công nghệ (sau đây viết tắt là “KH&CN”)", True),
        ("khoa học và công nghệ (viết tắt: KH&CN)", True),
        ("khoa học\nvà  công nghệ (KH&CN)", True),
        ("KH&CN (khoa học và công nghệ)", True),
        ("KH&CN (Khoa học và Công nghệ, gồm cả đo lường)", True),
        ("KH&CN (khoa học và công nghệ cao)", True),
        ("Uỷ ban nhân dân (UBND)", True),
        ("kinh tế – xã hội (KT-XH)", True),
        ("khoa học và công nghệ KH&CN", False),
        ("khoa học và công nghệ (ở Bộ KH&CN)", False),
        ("tiền khoa học và công nghệ cao (KH&CN)", False),
        ("KH&CN (Bộ)", False),
        ("(KH&CN)", False),
    ],
)
def test_knows_where_the_text_explains_itself(text: str, expected: bool) -> None:  # noqa: FBT001  (an expectation)
    assert is_explained(f"{text} là.", *place(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chỉ số đổi mới sáng tạo (GII) của", True),
        ("Chỉ số đổi mới sáng tạo toàn cầu (GII) của", False),
        ("Theo báo cáo (GII 2023) của", False),
        ("(GII) của", False),
        ("xếp hạng GII của", False),
    ],
)
def test_knows_where_the_text_says_otherwise(text: str, expected: bool) -> None:  # noqa: FBT001  (an expectation)
    assert is_contradicted(text, *place(text)) is expected
