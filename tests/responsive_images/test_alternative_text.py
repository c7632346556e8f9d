import pytest

from plugins.responsive_images.alternative_text import check_alternative

FILE = "../hinh-anh/hoi-nghi.jpg"


@pytest.mark.parametrize(
    ("alt", "caption", "codes"),
    [
        ("Các đại biểu trong hội trường", "Toàn cảnh Hội nghị.", []),
        ("Các đại biểu trong hội trường", "", []),
        ("", "Toàn cảnh Hội nghị.", ["IM008"]),
        ("  ", "", ["IM008"]),
        ("…", "", ["IM008"]),
        ("toàn cảnh hội nghị", "Toàn cảnh  Hội nghị.", ["IM009"]),
        ("hoi-nghi.jpg", "", ["IM010"]),
        ("hoi-nghi", "", ["IM010"]),
        ("Hội-nghị", "", ["IM010"]),
        ("HOI_NGHI", "", ["IM010"]),
        ("Ảnh họp sáng 15.jpg", "", ["IM010"]),
        ("so-do.svg", "", ["IM010"]),
        ("IMG_2024", "", ["IM010"]),
        ("DSC00123", "", ["IM010"]),
        ("image 12", "", ["IM010"]),
        ("z5234567890123_0a1b2c3d", "", ["IM010"]),
        ("20240315_101520", "", ["IM010"]),
        ("Screenshot 2024-03-15 at 10.15", "", ["IM010"]),
        ("Nhà máy Z131", "", []),
        ("Z131 đón đoàn công tác", "", []),
        ("Đoàn 12-3", "", []),
        ("Hội nghị", "", []),
        ("Chưa có ảnh gốc", "Toàn cảnh Hội nghị.", []),
    ],
)
def test_tells_what_a_listener_would_miss(alt: str, caption: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_alternative(alt, caption, FILE)] == codes


@pytest.mark.parametrize(
    ("alt", "target", "codes"),
    [
        ("Vải", "/hinh-anh/vai.jpg", []),
        ("vai", "/hinh-anh/vai.jpg", ["IM010"]),
        ("Hộinghị", "/hinh-anh/H%E1%BB%99ingh%E1%BB%8B.jpg", ["IM010"]),
    ],
)
def test_one_word_is_a_name_only_as_it_is_spelt(alt: str, target: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_alternative(alt, "", target)] == codes


@pytest.mark.parametrize(
    ("alt", "caption", "severity"),
    [("", "", "error"), ("IMG_1", "", "error"), ("Hội nghị", "Hội nghị.", "warning")],
)
def test_what_is_missing_stops_and_what_is_said_twice_does_not(
    alt: str, caption: str, severity: str
) -> None:
    assert [found.severity for found in check_alternative(alt, caption, FILE)] == [severity]
