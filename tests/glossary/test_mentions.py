import pytest

from plugins.glossary.mentions import (
    LINE_BREAK,
    find_mentions,
    is_contradicted,
    is_explained,
)
from plugins.glossary.terms import Scope, Term, lexicon_of, section_place

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
    Term(short="G20", long="Nhóm các nền kinh tế lớn"),
    Term(short="t/h", long="thực hiện", scope=Scope.RECIPIENTS),
    Term(short="VT", long="Văn thư", scope=Scope.RECIPIENTS),
    Term(short="KT.", long="ký thay", scope=Scope.SIGNATURE),
    Term(short="TL.", long="thừa lệnh", scope=Scope.SIGNATURE),
    Term(short="QĐ", long="quyết định", scope=Scope.DOCUMENT),
)
LEXICON = lexicon_of(SITE_TERMS)


def forms(text: str, *scopes: Scope) -> list[str]:
    return [m.form for m in find_mentions(text, LEXICON, scopes or (Scope.SITE,))]


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
        ("UBND/Sở", []),
        ("TP. HCM và TP Hà Nội", ["TP. HCM", "TP"]),
        ("TP.HCM", ["TP.HCM"]),
        ("TP.Hà Nội", []),
        ("hội nghị G20 năm nay", ["G20"]),
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
        "kh&cn, Ubnd",
        "KH &CN, KH& CN",
        "KH,CN&ĐMSTX",
    ],
)
def test_part_of_something_longer_is_no_mention(text: str) -> None:
    assert forms(text) == []


def test_d_and_its_stroked_sister_are_two_letters() -> None:
    (right, slip) = find_mentions("ĐMST, DMST", LEXICON)
    assert (right.form, right.is_slip) == ("ĐMST", False)
    assert (slip.form, slip.is_slip, slip.term.short) == ("DMST", True, "ĐMST")


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
    term = Term(short="VĐV", long="vận động viên", scope=Scope.SECTION, sections=("Thể thao",))
    lexicon = lexicon_of([term])
    assert not find_mentions("Các VĐV", lexicon)
    assert find_mentions("Các VĐV", lexicon, (section_place("Thể thao"), Scope.SITE))


def test_of_several_meanings_none_is_chosen() -> None:
    term = Term(short="BTV", long="Ban Thường vụ", also=("biên tập viên",), variants=("BTVụ",))
    lexicon = lexicon_of([term])
    assert not find_mentions("Các BTV", lexicon)
    assert find_mentions("Các BTVụ", lexicon)
    narrow = Term(short="BTV", long="Ban Thường vụ", scope=Scope.DOCUMENT)
    lexicon = lexicon_of([term, narrow])
    assert find_mentions("Các BTV", lexicon, (Scope.DOCUMENT, Scope.SITE))


def test_the_narrowest_scope_wins() -> None:
    lexicon = lexicon_of(
        [
            Term(short="VT", long="vận tải"),
            Term(short="VT", long="văn thư", scope=Scope.RECIPIENTS),
        ]
    )
    assert [m.term.long for m in find_mentions("Lưu: VT", lexicon)] == ["vận tải"]
    inside = find_mentions("Lưu: VT", lexicon, (Scope.RECIPIENTS, Scope.SITE))
    assert [m.term.long for m in inside] == ["văn thư"]


def test_an_article_overrides_the_register() -> None:
    lexicon = LEXICON.overridden(
        [Term(short="VT", long="vận tải"), Term(short="TP", long="tư pháp")]
    )
    found = find_mentions("VT, TP và UBND", lexicon, (Scope.RECIPIENTS, Scope.SITE))
    assert [m.term.long for m in found] == ["vận tải", "tư pháp", "Ủy ban nhân dân"]
    assert LEXICON.overridden([]) is LEXICON


def test_positions_are_those_of_the_text_as_given() -> None:
    text = "Ủy viên UBND, Sở KH&CN"
    assert [text[m.start : m.end] for m in find_mentions(text, LEXICON)] == ["UBND", "KH&CN"]


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
    (mention,) = (m for m in find_mentions(f"{text} là.", LEXICON) if not m.is_slip)
    assert is_explained(f"{text} là.", mention) is expected


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
    (mention,) = find_mentions(text, LEXICON)
    assert is_contradicted(text, mention) is expected
