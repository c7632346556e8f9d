from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.abbreviations import section_place
from plugins.glossary.mentions import LINE_BREAK, find_spots
from plugins.glossary.terms import Scope, Term, lexicon_of

SITE_TERMS = (
    Term(short="KH&CN", long="khoa học và công nghệ", variants=("KHCN",)),
    Term(
        short="KH,CN&ĐMST",
        long="khoa học, công nghệ và đổi mới sáng tạo",
        variants=("KHCN&DMST",),
    ),
    Term(short="ĐMST", long="đổi mới sáng tạo", slips=("DMST",)),
    Term(short="KT-XH", long="kinh tế - xã hội"),
    Term(short="UBND", long="Ủy ban nhân dân"),
    Term(short="HĐND", long="Hội đồng nhân dân"),
    Term(short="NĐ-CP", long="Nghị định của Chính phủ"),
    Term(short="TP. HCM", long="Thành phố Hồ Chí Minh", variants=("TP.HCM",)),
    Term(short="TP", long="thành phố"),
    Term(short="GII", long="chỉ số đổi mới sáng tạo toàn cầu"),
    Term(short="TW", long="Trung ương"),
    Term(short="G20", long="Nhóm các nền kinh tế lớn"),
    Term(short="t/h", long="thực hiện", scope=Scope.RECIPIENTS),
    Term(short="VT", long="Văn thư", scope=Scope.RECIPIENTS),
    Term(short="KT.", long="ký thay", scope=Scope.SIGNATURE),
    Term(short="TL.", long="thừa lệnh", scope=Scope.SIGNATURE),
    Term(short="QĐ", long="quyết định", scope=Scope.DOCUMENT),
)
LEXICON = lexicon_of(SITE_TERMS)


def forms(text: str, *scopes: Scope) -> list[str]:
    """The known ones."""
    spots = find_spots(text, LEXICON, scopes or (Scope.SITE,))
    return [spot.form for spot in spots if spot.reading]


def unknown(text: str) -> list[str]:
    return [spot.form for spot in find_spots(text, LEXICON) if not spot.reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ KH&CN và Sở KH&CN.", ["KH&CN", "KH&CN"]),
        ("phát triển KH,CN&ĐMST ở địa phương", ["KH,CN&ĐMST"]),
        ("hoạt động KHCN&DMST tại", ["KHCN&DMST"]),
        ("KH&CN; KT-XH: UBND, HĐND...", ["KH&CN", "KT-XH", "UBND", "HĐND"]),
        ("(KH&CN) “KH&CN” – KH&CN…", ["KH&CN", "KH&CN", "KH&CN"]),
        ("-UBND các cấp", ["UBND"]),
        ("Kết quả...UBND", ["UBND"]),
        ("UBND/HĐND các cấp", ["UBND", "HĐND"]),
        ("UBND/Sở", ["UBND"]),
        ("TP. HCM và TP Hà Nội", ["TP. HCM", "TP"]),
        ("TP.HCM", ["TP.HCM"]),
        ("TP.Hà Nội", ["TP"]),
        ("hội nghị G20 năm nay", ["G20"]),
        ("khóa XIII của TW", ["TW"]),
    ],
)
def test_finds_whole_tokens_the_longest_first(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 95/2014/NĐ-CP ngày",
        "Nghị định số 70/ 2018/NĐ-CP",
        "Nghị định số    /NĐ-CP",
        "Quyết định 25/QĐ-UBND",
        "các KH&CNX và XKH&CN",
        "UBNDTP, UBND_1, UBND-TP",
        "ubnd@phutho.vn và van-thu@UBND",
        "thư gửi UBND@phutho.vn, UBND://hop",
        "cấp 15 TW, 2,5TW điện",
        "kh&cn, Ubnd",
        "KH &CN, KH& CN",
        "KH,CN&ĐMSTX",
    ],
)
def test_part_of_something_longer_is_no_mention(text: str) -> None:
    assert forms(text) == []


def test_d_and_its_stroked_sister_are_two_letters() -> None:
    (right, slip) = find_spots("ĐMST, DMST", LEXICON)
    assert right.reading
    assert slip.reading
    assert (right.reading.is_slip, slip.reading.is_slip) == (False, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BÁO CÁO TÌNH HÌNH KT-XH NĂM 2023", []),
        ("THÔNG BÁO CỦA UBND. Ngày 5, UBND họp.", ["UBND"]),
        (f"KẾT LUẬN CỦA UBND{LINE_BREAK}Ngày 5, UBND họp.", ["UBND"]),
        ("UBND, HĐND", ["UBND", "HĐND"]),
        ("UBND 2024", ["UBND"]),
        ("KÍNH GỬI: UBND các xã", ["UBND"]),
        ("Hội nghị “PHÁT TRIỂN KT-XH” khai mạc", ["KT-XH"]),
    ],
)
def test_in_a_sentence_of_capitals_nothing_is_a_mention(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_scoped_terms_hold_only_in_their_block() -> None:
    signature = f"TL. BỘ TRƯỞNG{LINE_BREAK}KT. CHÁNH VĂN PHÒNG"
    assert forms(signature) == []
    assert forms(signature, Scope.SIGNATURE, Scope.SITE) == ["TL.", "KT."]
    recipients = "Lưu: VT, ĐP (để t/h)"
    assert forms(recipients) == []
    assert forms(recipients, Scope.RECIPIENTS, Scope.SITE) == ["VT", "t/h"]
    assert forms("theo QĐ này", Scope.DOCUMENT, Scope.SITE) == ["QĐ"]


def test_a_meaning_of_a_section_holds_in_that_section_only() -> None:
    term = Term(short="t/h", long="thực hiện", scope=Scope.SECTION, sections=("Thể thao",))
    lexicon = lexicon_of([term])
    assert not find_spots("để t/h", lexicon)
    assert find_spots("để t/h", lexicon, (section_place("Thể thao"), Scope.SITE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mạng CNN, SVM và GPUs", ["CNN", "SVM", "GPUs"]),
        ("IoT, mRNA, PhD; ThS. An, PGS.TS Bình", ["IoT", "mRNA", "PhD", "ThS", "PGS", "TS"]),
        ("R&D, VH,TT&DL và QP-AN, k-NN, Bi-LSTM", ["R&D", "VH,TT&DL", "QP-AN", "k-NN", "Bi-LSTM"]),
        ("mô hình B2B theo 3GPP", ["B2B", "3GPP"]),
        ("dịch COVID-19; HTML5 trong UTF-8", ["COVID-19", "HTML5", "UTF-8"]),
        ("TCP/IP; dựa trên GPS-based", ["TCP", "IP", "GPS"]),
        ("dùng AI, mạng LAN", ["AI", "LAN"]),
        ("ĐHQGHN và ƯDCNTT", ["ĐHQGHN", "ƯDCNTT"]),
        ("lớp CLC, ổ đĩa CD", ["CLC", "CD"]),
        ("trị giá 5 USD", ["USD"]),
    ],
)
def test_finds_what_looks_like_an_abbreviation(text: str, expected: list[str]) -> None:
    assert unknown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "THÔNG BÁO của Sở, ông NGUYỄN VĂN A, Công ty VIỆT NAM, NGUYEN VAN AN",
        "KHÔNG được; XANH hơn; bệnh viện PETROLIMEX",
        "thế kỷ XX, chương IV, Đại hội XIII, quý II/2024, khoá XIV",
        "chương CD, khóa MC",
        "16 GB, 220 KV, 50 MHz",
        "iPhone, VinFast, YouTube, JavaScript",
        "RTX3090, SU-30, MIG-21, A320, CO2, H2O, H5N1",
        "Luật số 29/2013/QH13, 25-NQ/TW, 1234/BKHCN-ĐP, 12/QĐ-TTg, 05a/KH-UBND",
        "https://a.vn/ABC-DEF, x@ABC.vn, #ABC, ABC_DEF",
        "DEEP LEARNING CHO THỊ GIÁC",
        "A, B, X và AAA",
    ],
)
def test_what_has_capitals_need_not_be_an_abbreviation(text: str) -> None:
    assert unknown(text) == []


def test_a_pair_of_known_forms_makes_a_third_that_is_not_known() -> None:
    (spot,) = find_spots("họp UBND-HĐND", LEXICON)
    assert (spot.form, spot.reading) == ("UBND-HĐND", None)


@given(st.text(st.sampled_from("KH&CN,-/. đĐMSTaâ()“\n\u20289"), max_size=60))
def test_spots_are_pieces_of_the_text_in_order(text: str) -> None:
    spots = find_spots(text, LEXICON)
    assert all(text[spot.start : spot.end] == spot.form for spot in spots)
    assert all(one.end <= other.start for one, other in pairwise(spots))
