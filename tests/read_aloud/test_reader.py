import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.core.abbreviations import Abbreviations
from plugins.read_aloud.labels import leaks
from plugins.read_aloud.plain_text import read_text, reader_of
from plugins.read_aloud.reader import Reader
from plugins.read_aloud.readings import Doubt

BARE = Reader(lambda _: ())
PIECES = st.sampled_from(
    [
        *("1", "07", "15/3", "2024", "1.250.000", "44,8%", "II", "XIII", "KH&CN", "UBND", "Quý"),
        *(
            "ngày",
            "từ",
            "-",
            "–",
            "/",
            " ",
            ",",
            ".",
            ":",
            "(",
            ")",
            "đ",
            "H5N1",
            "km/h",
            "m²",
            "₂",
        ),
        *("NĐ-CP", "số", "AbCD", "ÉÀ", "x", "°C", "@", "a.vn", "\n", "0210 3846 123", "./.", "V"),
    ]
)


@example("₂XIII₂")  # small figures are letters to patterns
@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_figure_and_no_two_capitals_are_left(text: str) -> None:
    assert not leaks(BARE.spoken(text))


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    readings = BARE.readings(text, ())
    ends = [0, *(reading.end for reading in readings)]
    assert all(end <= reading.start for end, reading in zip(ends, readings, strict=False))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_said_is_said_the_same_again(text: str) -> None:
    """Words stay words: the reader has nothing to do on what it has said."""
    once = BARE.spoken(text)
    assert [reading.spoken for reading in BARE.readings(once, ()) if reading.doubt] == []


def test_words_that_need_no_help_stay_as_they_are() -> None:
    text = "Đẩy mạnh hoạt động ứng dụng, chuyển giao công nghệ; website và Big Data."
    assert BARE.readings(text, ()) == ()
    assert BARE.spoken(text) == text


def test_a_long_form_is_read_itself(known: Abbreviations) -> None:
    assert read_text("AEC", known) == "Cộng đồng Kinh tế a xê an"


def test_what_nobody_can_know_is_told(known: Abbreviations) -> None:
    reader = reader_of(known)
    text = "XYZ, ngày 15/3, 2/7 của 12/QĐ-XYZT"
    assert [(text[r.start : r.end], r.doubt) for r in reader.readings(text, ()) if r.doubt] == [
        ("XYZ", Doubt.SPELT),
        ("12/QĐ-XYZT", Doubt.ISSUER),
    ]
    doubts = [r.doubt for r in reader.readings("khoảng 3/7 kết quả", ())]
    assert doubts == [None]
    assert [r.doubt for r in reader.readings("nhóm 3/7 kết quả", ())] == [Doubt.FRACTION]


def test_lines_of_a_document_are_known_by_their_shape(known: Abbreviations) -> None:
    lines = "TL. BỘ TRƯỞNG\nNơi nhận:\n- Như trên (để b/c);\n- Lưu: VT."
    assert read_text(lines, known) == (
        "thừa lệnh bộ trưởng\nNơi nhận:\nNhư trên (để báo cáo);\nLưu: Văn thư."
    )


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Luật số 12/2024/QH15, số 13/2024/QH15", "mười ba năm"),
        ("Căn cứ Nghị định số 95/2014/NĐ-CP, 70/2018/NĐ-CP", "bảy mươi năm hai nghìn"),
        ("Công bố 95/2014/NĐ-CP", "Nghị định số chín mươi lăm"),
    ],
)
def test_the_kind_of_a_document_is_said_once(text: str, spoken: str) -> None:
    said = BARE.spoken(text)
    assert spoken in said
    assert said.count("Nghị định") <= 1
