"""Bodies as the site makes them: the converter of `article_reader`, sanitiser included."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Extension

from plugins.article_reader.markdown_body import build_converter, convert_body
from plugins.citations.markdown_extension import CitationExtension
from plugins.core.articles import Kind
from plugins.core.body import BodyContext
from plugins.core.html import parse_fragment, serialise_fragment
from plugins.glossary.markup import GlossaryExtension
from plugins.glossary.reading import read_register
from plugins.glossary.terms import Lexicon, Scope, Term, lexicon_of
from tests.conftest import FIRST_SITE

CONTENT = FIRST_SITE
LEXICON = lexicon_of(
    [
        Term(short="KH&CN", long="khoa học và công nghệ"),
        Term(short="KT-XH", long="kinh tế - xã hội"),
        Term(short="ĐMST", long="đổi mới sáng tạo", slips=("DMST",)),
        Term(short="DMST", long="danh mục", scope=Scope.RECIPIENTS),
        Term(short="GII", long="chỉ số đổi mới sáng tạo toàn cầu"),
    ]
)
KHCN = "KH&amp;CN"


def context(text: str, kind: Kind = Kind.ARTICLE, **header: object) -> BodyContext:
    return BodyContext(
        path="tin-tuc/bai.md",
        kind=kind,
        source=f"---\ntitle: Bài\n---\n{text}",
        first_line=4,
        content=CONTENT,
        link_root="/",
        header=header,
    )


def convert(text: str, given: BodyContext | None = None, lexicon: Lexicon = LEXICON) -> str:
    return convert_body(
        build_converter([GlossaryExtension(lexicon)], ()), text, given or context(text)
    )


def convert_without(text: str) -> str:
    return convert_body(build_converter([], ()), text, context(text))


def first(form: str, address: str, attributes: str = "") -> str:
    """The first use of a form, with its control."""
    link = f'<a href="#nghia_{address}">{form}</a>'
    return f'<abbr{attributes} id="vt_{address}">{link}</abbr>'


def behind(long: str) -> str:
    """A long form, hidden behind a short one."""
    return f'<span hidden=""> ({long})</span>'


def test_each_mention_carries_its_long_form_and_the_first_an_address() -> None:
    long = "khoa học và công nghệ"
    assert convert("Bộ KH&CN; Sở *KH&CN*.") == (
        f"<p>Bộ {first(KHCN, 'kh-cn')}{behind(long)}; "
        f"Sở <em><abbr>{KHCN}</abbr>{behind(long)}</em>.</p>"
    )


def test_where_the_text_explains_itself_nothing_is_added() -> None:
    marked = first(KHCN, "kh-cn", ' data-long="khoa học và công nghệ"')
    assert convert("Khoa học và **công nghệ** (KH&CN)") == (
        f"<p>Khoa học và <strong>công nghệ</strong> ({marked})</p>"
    )


def test_several_in_one_place_keep_the_text_between_them() -> None:
    assert convert("*a* KT-XH, GII b") == (
        f"<p><em>a</em> {first('KT-XH', 'kt-xh')}{behind('kinh tế - xã hội')}, "
        f"{first('GII', 'gii')}{behind('chỉ số đổi mới sáng tạo toàn cầu')} b</p>"
    )


def convert_cited(text: str) -> str:
    extensions: list[Extension] = [CitationExtension(), GlossaryExtension(LEXICON)]
    return convert_body(build_converter(extensions, ()), text, context(text))


def test_in_the_name_of_a_cited_law_there_is_no_control() -> None:
    long = behind("khoa học và công nghệ")
    law = '<a href="{citation}/luat-kh-cn-2013">Luật %s' + long + " 2013</a>"
    plain = f"<abbr>{KHCN}</abbr>"
    assert convert_cited("Luật KH&CN 2013; Sở KH&CN; Luật KH&CN 2013") == (
        f"<p>{law % plain}; Sở {first(KHCN, 'kh-cn')}{long}; {law % plain}</p>"
    )
    with_address = f'<abbr id="vt_kh-cn">{KHCN}</abbr>'
    assert convert_cited("Luật KH&CN 2013") == f"<p>{law % with_address}</p>"


def test_numbers_of_cited_documents_are_left_alone() -> None:
    assert convert_cited("Quyết định số 5/2020/QĐ-GII") == (
        '<p><a href="{citation}/5-2020-qd-gii">Quyết định số '
        '<span class="citation">5/2020/QĐ-GII</span></a></p>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "## Về KH&CN",
        "[Bộ KH&CN](https://most.gov.vn)",
        "`KH&CN`",
        "    KH&CN",
        "KH&**CN**",
        "Số 95/2014/KH&CN",
        "KẾ HOẠCH KH&CN",
    ],
)
def test_leaves_headings_links_code_and_parts_alone(text: str) -> None:
    assert convert(text) == convert_without(text)


def test_marks_captions_lists_and_tables() -> None:
    text = "- Sở KH&CN\n\n| Sở | Năm |\n| --- | --- |\n| KH&CN | 2024 |"
    assert convert(text).count("<abbr") == 2


def test_escaped_signs_are_text_like_any_other() -> None:
    marked = first("KT-XH", "kt-xh") + behind("kinh tế - xã hội")
    assert convert(r"\*KT\-XH\*") == f"<p>*{marked}*</p>"


def test_a_forced_line_break_ends_a_line_of_capitals() -> None:
    assert convert("KẾ HOẠCH\\\nPHÁT TRIỂN KT-XH  \nSở KH&CN").count("<abbr") == 1


def test_scopes_follow_the_blocks_of_a_document() -> None:
    terms = [Term(short="KT.", long="ký thay", scope=Scope.SIGNATURE)]
    lexicon = lexicon_of([*terms, Term(short="BTP", long="Bộ Tư pháp", scope=Scope.DOCUMENT)])
    given = context("Của BTP.", Kind.DOCUMENT)
    assert convert("Của BTP.", given, lexicon).count("<abbr") == 1
    assert convert("Của BTP. KT. trưởng phòng", None, lexicon).count("<abbr") == 0


def test_meanings_may_stand_in_a_block_of_their_own() -> None:
    text = "Sở KH&CN\n\n*[KH&CN]: khách hàng\n*[KT]: kỹ thuật\n\nVề KT"
    html = convert(text)
    assert "*[" not in html
    assert html.count("<p>") == 2
    assert "khách hàng" in html
    assert " (kỹ thuật)" in html
    plain = "*[KT] và *[KT]: kỹ thuật"
    assert "*[KT]" in convert(plain)


def test_code_is_no_prose() -> None:
    given = context("Lệnh `XYZ` và `DMST`.\n\n    ABC")
    convert("Lệnh `XYZ` và `DMST`.\n\n    ABC", given)
    assert given.diagnostics == []


def test_an_article_may_give_its_own_meaning() -> None:
    given = context("Sở KH&CN", abbreviations=("KH&CN: khách hàng và con người",))
    long = "khách hàng và con người"
    assert convert("Sở KH&CN", given) == f"<p>Sở {first(KHCN, 'kh-cn')}{behind(long)}</p>"


def test_ids_are_unique_where_spellings_differ_in_signs_only() -> None:
    lexicon = lexicon_of([Term(short="ĐT", long="điện thoại"), Term(short="DT", long="diện tích")])
    html = convert("Theo DT và ĐT, rồi DT.", None, lexicon)
    assert html.count('id="vt_dt"') == 1
    assert html.index('id="vt_dt"') < html.index('id="vt_dt-2"')


def test_a_slip_is_reported_once_and_never_explained() -> None:
    text = "Một.\n\nVề DMST, DMST.\n\n## Về DMST"
    given = context(text)
    assert "abbr" not in convert(text, given)
    (found,) = given.diagnostics
    assert (found.code, found.line, found.severity) == ("GL008", 6, "advice")
    assert found.message == "“DMST” có thể là lỗi viết"


def test_a_text_that_says_otherwise_is_reported_and_the_register_wins() -> None:
    text = "Chỉ số đổi mới sáng tạo (GII) tăng. Sáng tạo (GII)."
    given = context(text)
    assert "hidden" in convert(text, given)
    assert [(found.code, found.line) for found in given.diagnostics] == [("GL009", 4)]


def without_long_forms(html: str) -> str:
    root = parse_fragment(html)
    for long in root.xpath(".//span[@hidden]"):
        long.drop_tree()
    for mark in root.xpath(".//abbr/a | .//abbr"):
        mark.drop_tag()
    return serialise_fragment(root)


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "KH&CN",
                    "KT-XH",
                    "ĐMST",
                    "DMST",
                    "GII",
                    "KH",
                    "&",
                    "CN",
                    ";",
                    "a",
                    "Ấ",
                    "đ",
                    "1",
                ),
                *(" ", " ", "\n", "\n\n", "  \n", "(", ")", "/", "-", ".", ",", "“", "<", ">"),
                *("*", "**", "`", "\\", "[", "](x.md)", "## ", "- ", "1. ", "> ", "| ", "&amp;"),
                *("khoa học và công nghệ", "\u2028", "&#38;", "_"),
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_without_long_forms_a_body_is_what_it_was(text: str) -> None:
    plain = serialise_fragment(parse_fragment(convert_without(text)))
    assert without_long_forms(convert(text)) == plain


def test_the_report_stays_small_with_all_its_long_forms() -> None:
    register = read_register((CONTENT / "du-lieu/tu-viet-tat.toml").read_bytes(), "")
    report = next(CONTENT.rglob("khcn-dia-phuong-*.md")).read_text(encoding="utf-8")
    body = report.split("\n---\n", 1)[1]
    with_terms = convert(body, None, lexicon_of(register.terms))
    assert with_terms.count("<abbr") > 60
    growth = len(gzip.compress(with_terms.encode())) - len(
        gzip.compress(convert_without(body).encode())
    )
    assert growth < 350
