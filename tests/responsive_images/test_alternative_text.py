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
        ("toàn cảnh hội nghị", "Toàn cảnh  Hội nghị.", ["IM009"]),
        ("hoi-nghi.jpg", "", ["IM010"]),
        ("hoi-nghi", "", ["IM010"]),
        ("IMG_2024", "", ["IM010"]),
        ("Hội nghị", "", []),
        ("Chưa có ảnh gốc", "Toàn cảnh Hội nghị.", []),
    ],
)
def test_tells_what_a_listener_would_miss(alt: str, caption: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_alternative(alt, caption, FILE)] == codes
