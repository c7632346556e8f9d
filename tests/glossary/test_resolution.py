from plugins.core.abbreviations import section_place
from plugins.glossary.resolution import Mention, Passage, Why, resolve
from plugins.glossary.terms import Scope, Term, lexicon_of

LEXICON = lexicon_of(
    [
        Term(short="KH&CN", long="khoa học và công nghệ", variants=("KHCN",)),
        Term(short="BTV", long="Ban Thường vụ", also=("biên tập viên",)),
        Term(short="GII", long="chỉ số đổi mới sáng tạo toàn cầu"),
        Term(short="PII", long="chỉ số đổi mới sáng tạo cấp địa phương", slips=("IPP",)),
        Term(short="CNTT", long="công nghệ thông tin"),
        Term(short="AI", long="trí tuệ nhân tạo"),
        Term(short="TP", long="thành phố", also=("trưởng phòng",), before=("Việt Trì",)),
        Term(short="CPI", long="chỉ số giá tiêu dùng", also=("chỉ số cảm nhận tham nhũng",)),
        Term(short="KT.", long="ký thay", scope=Scope.SIGNATURE),
        Term(short="VT", long="văn thư", scope=Scope.RECIPIENTS),
        Term(short="VT", long="vận tải", scope=Scope.SECTION, sections=("Giao thông",)),
        Term(short="BTV", long="Ban Thường vụ", scope=Scope.SECTION, sections=("Đảng",)),
    ]
)


def mentions(
    *texts: str, places: tuple[str, ...] = (), own: tuple[Term, ...] = ()
) -> list[Mention]:
    passages = [Passage(text=text, places=(*places, Scope.SITE)) for text in texts]
    return [each for found in resolve(passages, LEXICON, own).mentions for each in found]


def meanings(
    *texts: str, places: tuple[str, ...] = (), own: tuple[Term, ...] = ()
) -> list[tuple[str, str, Why]]:
    return [
        (each.form, each.term.long if each.term else "", each.why)
        for each in mentions(*texts, places=places, own=own)
    ]


def test_the_register_explains() -> None:
    long = "khoa học và công nghệ"
    assert meanings("Sở KH&CN, KHCN") == [("KH&CN", long, Why.SITE), ("KHCN", long, Why.SITE)]


def test_a_slip_is_never_explained() -> None:
    assert meanings("chỉ số (IPP)") == [("IPP", "", Why.SLIP)]
    assert meanings("Ích nước phú phường (IPP)") == [("IPP", "", Why.SLIP)]


def test_of_several_meanings_none_is_chosen_unless_the_article_says_which() -> None:
    assert meanings("các BTV") == [("BTV", "", Why.AMBIGUOUS)]
    assert meanings("các BTV", "biên tập viên (BTV)") == [
        ("BTV", "biên tập viên", Why.TEXT),
        ("BTV", "biên tập viên", Why.TEXT),
    ]
    own = Term(short="BTV", long="Ban Thường vụ")
    assert meanings("các BTV", own=(own,)) == [("BTV", "Ban Thường vụ", Why.HEADER)]
    assert meanings("các BTV", places=(section_place("Đảng"),)) == [
        ("BTV", "Ban Thường vụ", Why.SECTION)
    ]


def test_words_behind_the_form_may_make_its_meaning_clear() -> None:
    clear = ("TP", "thành phố", Why.SITE)
    assert meanings("TP Việt Trì, TP. Việt Trì, TP.Việt Trì") == [clear] * 3
    unclear = ("TP", "", Why.AMBIGUOUS)
    assert meanings("TP Việt, TP tổ chức, Việt Trì TP, TP Việt Trìu, TP") == [unclear] * 5
    own = Term(short="TP", long="trưởng phòng")
    assert meanings("TP Việt Trì", own=(own,)) == [("TP", "trưởng phòng", Why.HEADER)]


def test_of_several_meanings_the_one_that_the_text_says_beside_the_form_holds() -> None:
    long = "chỉ số cảm nhận tham nhũng"
    assert meanings("CPI tăng.", f"Về {long} (CPI).") == [
        ("CPI", long, Why.TEXT),
        ("CPI", long, Why.TEXT),
    ]
    both = meanings("Chỉ số giá tiêu dùng (CPI).", f"CPI ({long}).")
    assert both == [("CPI", "", Why.AMBIGUOUS)] * 2


def test_narrower_places_come_first() -> None:
    assert meanings("Lưu: VT", places=(Scope.RECIPIENTS,)) == [("VT", "văn thư", Why.RECIPIENTS)]
    assert meanings("tàu VT", places=(section_place("Giao thông"),)) == [
        ("VT", "vận tải", Why.SECTION)
    ]
    assert meanings("tàu VT") == [("VT", "", Why.ELSEWHERE)]


def test_in_prose_a_form_of_signatures_means_nothing() -> None:
    assert meanings("phát triển KT. Rồi") == [("KT", "", Why.UNREGISTERED)]
    assert meanings("KT. TRƯỞNG PHÒNG", places=(Scope.SIGNATURE,)) == [
        ("KT.", "ký thay", Why.SIGNATURE)
    ]


def test_the_article_comes_before_the_register_where_its_letters_match() -> None:
    (use, definition) = mentions("Các CNTT", "công nhân thủ tục (CNTT)")
    assert use.term
    assert (use.term.long, use.why) == ("công nhân thủ tục", Why.TEXT)
    assert definition.is_explained


def test_where_letters_do_not_match_the_register_wins() -> None:
    long = "chỉ số đổi mới sáng tạo toàn cầu"
    assert meanings("Chỉ số đổi mới sáng tạo (GII)") == [("GII", long, Why.SITE)]


def test_the_original_of_a_name_is_no_other_meaning() -> None:
    text = "AI (Artificial Intelligence)"
    assert meanings(text) == [("AI", "trí tuệ nhân tạo", Why.SITE)]
    assert meanings("ML (machine learning)") == [("ML", "machine learning", Why.TEXT)]


def test_two_definitions_in_one_text_leave_the_meaning_open() -> None:
    found = meanings("khu công nghiệp (KCN)", "khu chế nghệ (KCN)", "các KCN")
    assert {why for _, _, why in found} == {Why.AMBIGUOUS}


def test_the_header_comes_before_everything() -> None:
    own = Term(short="IPP", long="chỉ số của bài")
    assert meanings("khu (IPP)", own=(own,)) == [("IPP", "chỉ số của bài", Why.HEADER)]


def test_what_nobody_explains_is_told() -> None:
    assert meanings("đơn vị XYZ") == [("XYZ", "", Why.UNREGISTERED)]
