import pytest

from plugins.core.diagnostics import Severity
from plugins.glossary.reading import Register, own_terms, read_register
from plugins.glossary.terms import Scope, Term

PATH = "du-lieu/tu-viet-tat.toml"


def read(text: str) -> Register:
    return read_register(text.encode(), PATH)


def findings(register: Register) -> list[tuple[str, int, str]]:
    return [(found.code, found.line, found.field) for found in register.diagnostics]


def test_reads_a_whole_entry() -> None:
    register = read(
        """
        [[term]]
        short = "KH,CN&ĐMST"
        long = "khoa học, công nghệ và đổi mới sáng tạo"
        spoken = "khoa học công nghệ"
        scope = "document"
        variants = ["KHCN&ĐMST"]
        slips = ["KHCN&DMST"]
        source = "bài hội nghị"
        """
    )
    assert register == Register(
        terms=(
            Term(
                short="KH,CN&ĐMST",
                long="khoa học, công nghệ và đổi mới sáng tạo",
                spoken="khoa học công nghệ",
                scope=Scope.DOCUMENT,
                variants=("KHCN&ĐMST",),
                slips=("KHCN&DMST",),
                source="bài hội nghị",
                anchor="vt_kh-cn-dmst",
            ),
        )
    )


def test_short_and_long_are_enough() -> None:
    (term,) = read('[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"').terms
    assert (term.scope, term.variants, term.slips, term.spoken) == (Scope.SITE, (), (), "")


def test_an_entry_may_hold_in_sections_and_have_other_meanings() -> None:
    (term,) = read(
        """
        [[term]]
        short = "BTV"
        long = "Ban Thường vụ"
        scope = "section"
        sections = ["Tin trong tỉnh", "Đảng bộ"]
        also = ["biên tập  viên"]
        before = ["Tỉnh  ủy"]
        """
    ).terms
    assert (term.scope, term.sections) == (Scope.SECTION, ("Tin trong tỉnh", "Đảng bộ"))
    assert (term.also, term.before) == (("biên tập viên",), ("Tỉnh ủy",))


def test_one_spelling_may_have_one_meaning_in_each_section() -> None:
    entry = '[[term]]\nshort = "KT"\nlong = "{}"\nscope = "section"\nsections = {}\n'
    register = read(entry.format("kinh tế", '["A", "B"]') + entry.format("kỹ thuật", '["C"]'))
    assert findings(register) == []
    register = read(entry.format("kinh tế", '["A", "B"]') + entry.format("kỹ thuật", '["B"]'))
    assert findings(register) == [("GL006", 6, "")]


def test_an_empty_register_is_no_finding() -> None:
    assert read("# Chưa có từ nào.\n") == Register()


def test_text_is_read_in_one_form() -> None:
    (term,) = read('[[term]]\nshort = "Đ\u01a1\u0302"\nlong = "đ\u01a1n\u0300  vị"').terms
    assert term.long == "đơǹ vị"


def test_a_file_from_notepad_begins_with_a_mark() -> None:
    text = '\ufeff[[term]]\nshort = "BCH"\nlong = "Ban Chấp hành"'
    assert [term.short for term in read(text).terms] == ["BCH"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('# đầu\n[[term]]\nshort = “UBND”\nlong = "x"', ("GL001", 3, "")),
        ('[[term]]\nshort = "UBND"\nlong = "Ủy ban', ("GL001", 3, "")),
        ('[[term]]\nshort = "UBND"\n', ("GL002", 1, "long")),
        ('\n\n[[term]]\nlong = "Ủy ban nhân dân"\n', ("GL002", 3, "short")),
        ('[[term]]\nshort = ""\nlong = "Ủy ban nhân dân"\n', ("GL002", 1, "short")),
        ('[[term]]\nshort = "A"\nlong = 5\n', ("GL003", 1, "long")),
        ('[[term]]\nshort = "&A"\nlong = "b"\n', ("GL003", 1, "short")),
        ('[[term]]\nshort = "A"\nlong = "b"\nvariants = "AB"\n', ("GL003", 1, "variants")),
        ('[[term]]\nshort = "A"\nlong = "b"\nslips = [""]\n', ("GL003", 1, "slips")),
        ('term = "UBND"\n', ("GL003", 0, "term")),
        ('term = ["UBND"]\n', ("GL003", 0, "term")),
        ('[[term]]\nshort = "A"\nlong = "b"\nvariant = []\n', ("GL004", 1, "variant")),
        ('[terms]\nshort = "A"\n', ("GL004", 0, "terms")),
        ('[[term]]\nshort = "A"\nlong = "b"\nscope = "chữ ký"\n', ("GL005", 1, "scope")),
        ('[[term]]\nshort = "A"\nlong = "b"\nalso = "c"\n', ("GL003", 1, "also")),
        ('[[term]]\nshort = "A"\nlong = "b"\nalso = [" "]\n', ("GL003", 1, "also")),
        ('[[term]]\nshort = "A"\nlong = "b"\nbefore = ["C"]\n', ("GL003", 1, "before")),
        ('[[term]]\nshort = "A"\nlong = "b"\nsections = ["C"]\n', ("GL010", 1, "sections")),
        ('[[term]]\nshort = "A"\nlong = "b"\nscope = "section"\n', ("GL010", 1, "sections")),
    ],
)
def test_says_what_is_wrong_and_where(text: str, expected: tuple[str, int, str]) -> None:
    register = read(text)
    assert findings(register) == [expected]
    assert register.terms == ()
    (found,) = register.diagnostics
    assert (found.path, found.severity) == (PATH, Severity.ERROR)
    assert found.message
    assert found.remedy


def test_bytes_that_are_no_text_are_a_finding_with_their_line() -> None:
    register = read_register("# Từ viết tắt\n# \xff".encode("latin-1", "replace"), PATH)
    assert findings(register) == [("GL001", 2, "")]


def test_one_bad_entry_hides_no_other() -> None:
    register = read(
        '[[term]]\nshort = "A"\n\n[[term]]\nshort = "B"\nlong = "b"\n\n[[term]]\nlong = "c"\n'
    )
    assert findings(register) == [("GL002", 1, "long"), ("GL002", 8, "short")]
    assert [term.short for term in register.terms] == ["B"]


def test_a_spelling_belongs_to_one_entry() -> None:
    register = read(
        '[[term]]\nshort = "PII"\nlong = "a"\nslips = ["IPP"]\n'
        '[[term]]\nshort = "IPP"\nlong = "b"\n'
        '[[term]]\nshort = "PII"\nlong = "c"\nscope = "document"\n'
    )
    assert findings(register) == [("GL006", 5, "")]
    assert "“IPP” đã có ở mục “PII” (a)" in register.diagnostics[0].message


def test_anchors_are_unique_where_spellings_differ_in_signs_only() -> None:
    register = read(
        '[[term]]\nshort = "DMST"\nlong = "a"\n'
        '[[term]]\nshort = "ĐMST"\nlong = "b"\n'
        '[[term]]\nshort = "KT."\nlong = "c"\n'
        '[[term]]\nshort = "KT"\nlong = "d"\n'
    )
    assert [term.anchor for term in register.terms] == [
        "vt_dmst",
        "vt_dmst-2",
        "vt_kt",
        "vt_kt-2",
    ]


def test_entries_with_one_meaning_in_two_places_have_an_anchor_each() -> None:
    register = read(
        '[[term]]\nshort = "TP"\nlong = "thành phố"\nalso = ["trưởng phòng"]\n'
        '[[term]]\nshort = "TP"\nlong = "thành phố"\nscope = "recipients"\n'
    )
    assert [term.anchor for term in register.terms] == ["vt_tp", "vt_tp-2"]


def test_reads_the_abbreviations_of_a_header() -> None:
    terms, broken = own_terms(["KT: Ký thay", "BTV:biên tập viên: báo", "UBND", "X:", ": y"])
    assert [(term.short, term.long) for term in terms] == [
        ("KT", "Ký thay"),
        ("BTV", "biên tập viên: báo"),
    ]
    assert broken == ("UBND", "X:", ": y")
