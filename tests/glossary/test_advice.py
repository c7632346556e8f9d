from plugins.glossary.advice import advise
from plugins.glossary.messages import Finding
from plugins.glossary.nearest import NearestForms, is_one_slip
from plugins.glossary.resolution import Passage, resolve
from plugins.glossary.terms import Term, lexicon_of

LEXICON = lexicon_of(
    [
        Term(short="KH&CN", long="khoa học và công nghệ", variants=("KHCN",)),
        Term(short="BTV", long="Ban Thường vụ", also=("biên tập viên",)),
        Term(short="GII", long="chỉ số đổi mới sáng tạo toàn cầu"),
        Term(short="ĐMST", long="đổi mới sáng tạo", slips=("DMST",)),
        Term(short="UBND", long="Ủy ban nhân dân"),
        Term(short="CNTT", long="công nghệ thông tin"),
    ]
)
NEAREST = NearestForms(LEXICON.readings)


def findings(*texts: str, own: tuple[Term, ...] = ()) -> list[Finding]:
    passages = [Passage(text=text) for text in texts]
    return list(advise(passages, resolve(passages, LEXICON, own), own, NEAREST))


def codes(*texts: str, own: tuple[Term, ...] = ()) -> list[tuple[str, str]]:
    return [(found.code, found.near) for found in findings(*texts, own=own)]


def test_a_sound_text_needs_no_advice() -> None:
    assert codes("Sở khoa học và công nghệ (KH&CN). Sở KH&CN và UBND họp.") == []


def test_each_thing_is_said_once() -> None:
    assert codes("DMST, DMST", "DMST và BTV, BTV") == [("GL008", "DMST"), ("GL012", "BTV")]


def test_a_slip_that_everybody_understands_is_told_and_explained() -> None:
    term = Term(short="KH,CN&ĐMST", long="khoa học …", variants=("A&D",), slips=("A&D",))
    passages = [Passage(text="Về A&D.")]
    resolved = resolve(passages, lexicon_of([term]), ())

    assert [mention.term for mention in resolved.mentions[0]] == [term]
    (found,) = advise(passages, resolved, (), NearestForms({}))
    assert (found.code, found.near) == ("GL008", "A&D")
    assert found.remedy.endswith("trang giải nghĩa như thế")


def test_words_that_do_not_fit_are_told() -> None:
    assert codes("Chỉ số đổi mới sáng tạo (GII)") == [("GL009", "GII")]
    assert codes("chỉ số ĐMST toàn cầu (GII)") == []
    assert codes("chỉ số ĐMST (GII)") == [("GL009", "GII")]


def test_all_unknown_ones_are_told_in_one_line_with_the_nearest() -> None:
    (found,) = findings("Của UBDN và XYZ, UBDN")
    assert (found.code, found.near) == ("GL011", "UBDN")
    assert "“UBDN” (gần với “UBND”), “XYZ”" in found.message


def test_several_meanings_are_all_offered() -> None:
    (found,) = findings("các BTV")
    assert found.code == "GL012"
    assert "“Ban Thường vụ”; “biên tập viên”" in found.message


def test_another_definition_than_the_register_is_told() -> None:
    text = "công nhân thủ tục (CNTT). Các CNTT"
    assert codes(text) == [("GL013", "CNTT")]
    assert codes("công nghệ thông tin (CNTT). Các CNTT") == []


def test_a_definition_that_is_never_used_is_told() -> None:
    assert codes("khu công nghiệp (KCN) mới") == [("GL014", "KCN")]
    assert codes("Một đoạn", own=(Term(short="KT", long="kỹ thuật"),)) == [("GL014", "KT")]


def test_two_forms_for_one_thing_are_told() -> None:
    first = "chỉ số sáng tạo cấp địa phương (ABP). Các ABP"
    second = "Chỉ số sáng tạo cấp địa phương (APB). Các APB"
    assert ("GL015", "APB") in codes(first, second)


def test_two_spellings_of_one_entry_are_one_form() -> None:
    assert codes("Sở KH&CN và KHCN") == []
    assert codes("khoa học và công nghệ (KHCN). Sở KH&CN và KHCN") == []


def test_the_same_words_before_two_brackets_may_mean_two_things() -> None:
    text = "Chỉ số về đổi mới sáng tạo (GII). Đẩy mạnh về đổi mới sáng tạo (ĐMST), ĐMST"
    assert codes(text) == [("GL009", "GII")]


def test_one_slip_of_the_fingers() -> None:
    assert is_one_slip("UBND", "UBDN")
    assert is_one_slip("UBND", "UBN")
    assert is_one_slip("UBND", "UBNDT")
    assert is_one_slip("UBND", "UBNT")
    assert not is_one_slip("UBND", "UBND")
    assert not is_one_slip("UBND", "DNBU")
    assert not is_one_slip("UBND", "UB")


def test_the_nearest_form_may_differ_by_signs_alone() -> None:
    nearest = NearestForms(["KH&CN", "ĐMST", "AI"])
    assert [nearest.nearest(form) for form in ("KHCN", "DMST", "AJ", "ABCDE")] == [
        "KH&CN",
        "ĐMST",
        "",
        "",
    ]
