import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.glossary.definitions import find_definitions

PAIRS = [
    ("KH&CN", "khoa học và công nghệ"),
    ("KH,CN&ĐMST", "khoa học, công nghệ và đổi mới sáng tạo"),
    ("KT-XH", "kinh tế - xã hội"),
    ("UBND", "Ủy ban nhân dân"),
    ("NĐ-CP", "Nghị định của Chính phủ"),
    ("TP.HCM", "Thành phố Hồ Chí Minh"),
    ("ThS", "Thạc sĩ"),
    ("TTg", "Thủ tướng"),
    ("TW", "trung ương"),
    ("NV1", "nguyện vọng 1"),
    ("C3", "cấp ba"),
    ("ĐNÁ", "Đông Nam Á"),
    ("DVTM", "dịch vụ thương mại"),
    ("TTCNTT", "Trung tâm CNTT"),
    ("IoT", "Internet of Things"),
    ("CNNs", "Convolutional Neural Networks"),
    ("HTML", "Hypertext Markup Language"),
    ("antt", "an ninh trật tự"),
    ("t/h", "thực hiện"),
]
WORDINGS = [
    "Theo báo cáo của {long} ({short}) năm nay.",
    "Theo báo cáo, {short} ({long}) năm nay.",
    "Theo báo cáo của {long} (gọi tắt là {short}) năm nay.",
    "Theo báo cáo của {long} (sau đây viết tắt là “{short}”) năm nay.",
    "Theo báo cáo của {long} (viết tắt: {short}) năm nay.",
    "Theo báo cáo của {long} (hay còn gọi là {short}) năm nay.",
    "Theo báo cáo của {long}, tên viết tắt là {short}, năm nay.",
    "{short} là viết tắt của {long}.",
    "Theo {short} (viết tắt của “{long}”).",
]


def found(text: str) -> list[tuple[str, str]]:
    return [(each.short, each.long) for each in find_definitions(text)]


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize(("short", "long"), PAIRS)
def test_finds_pairs_exactly_in_every_wording(short: str, long: str, wording: str) -> None:
    text = wording.format(short=short, long=long)
    (definition,) = find_definitions(text)
    assert (definition.short, definition.long) == (short, long)
    assert text[definition.start : definition.end] == short
    assert text[definition.long_start : definition.long_end] == long


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ Khoa học và Công nghệ (sau đây gọi là Bộ KH&CN)", ("KH&CN", "Khoa học và Công nghệ")),
        ("Sở GD&ĐT (Sở Giáo dục và Đào tạo)", ("GD&ĐT", "Giáo dục và Đào tạo")),
        ("Trí tuệ nhân tạo (Artificial Intelligence - AI)", ("AI", "Artificial Intelligence")),
        (
            "trí tuệ nhân tạo (tiếng Anh: Artificial Intelligence, viết tắt: AI)",
            ("AI", "Artificial Intelligence"),
        ),
        ("hộ kinh doanh (Household Business, HKD)", ("HKD", "hộ kinh doanh")),
        ("khoa học\nvà  công nghệ (KHCN)", ("KHCN", "khoa học\nvà  công nghệ")),
        ("“khu công nghiệp” (KCN)", ("KCN", "khu công nghiệp")),
        ("khu công nghiệp (KCN, quy mô lớn)", ("KCN", "khu công nghiệp")),
    ],
)
def test_finds_the_long_form_among_other_words(text: str, expected: tuple[str, str]) -> None:
    assert found(f"{text} là") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "thông điệp (td), messages (ms), ba mươi ki-lô-mét (km), cả ngày (ca), Zalo (ZALO)",
        "Chỉ số đổi mới sáng tạo (GII)",
        "đổi mới sáng tạo (DMST)",
        "Đề án “Hỗ trợ” (gọi tắt là Đề án 844)",
        "KH&CN (khoa học và công nghệ cao)",
        "Mạng nơ-ron tích chập (CNN)",
        "sản xuất muối (sắt), Hà Nội (2024)",
        "tại Hà. Nội (HN)",
        "gặp Hà, Nguyên (HN)",
        "khu công nghiệp và KCN",
        "ở khu công nghiệp (trong báo cáo về các KCN)",
        "Hội Cựu chiến binh tỉnh (CCB)",
    ],
)
def test_brackets_hold_much_else(text: str) -> None:
    assert found(f"{text} là") == []


@given(st.text(st.sampled_from("khoa KHCN()“”&,-1đĐ “gọi tắt là” viết tắt\n"), max_size=80))
def test_places_are_those_of_the_text(text: str) -> None:
    for definition in find_definitions(text):
        assert text[definition.start : definition.end] == definition.short
        assert text[definition.long_start : definition.long_end] == definition.long
