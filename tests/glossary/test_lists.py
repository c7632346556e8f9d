from plugins.article_reader.markdown_body import build_converter, convert_body
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.body import BodyContext
from plugins.glossary.lists import article_glossary, site_glossary
from plugins.glossary.markup import GlossaryExtension
from plugins.glossary.model import ArticleGlossary, TermUse, UsingPage
from plugins.glossary.plain_text import RegisterAbbreviations
from plugins.glossary.terms import Scope, Term, lexicon_of
from tests.conftest import FIRST_SITE


def record(body: str) -> ArticleRecord:
    return ArticleRecord(
        path="tin-tuc/bai.md",
        kind=Kind.ARTICLE,
        status=Status.PUBLISHED,
        slug="bai",
        title="Bài",
        url="tin-tuc/bai/",
        date=None,
        read_body=lambda: body,
    )


def marked(body: str) -> str:
    """A body as the site makes it of these abbreviations."""
    terms = [
        Term(short="UBND", long="Ủy ban nhân dân"),
        Term(short="KH,CN&ĐMST", long="khoa học, công nghệ …", variants=("KHCN&DMST",)),
        Term(short="ĐMST", long="đổi mới sáng tạo"),
    ]
    converter = build_converter([GlossaryExtension(lexicon_of(terms))], ())
    context = BodyContext(
        path="bai.md",
        kind=Kind.ARTICLE,
        source=body,
        first_line=1,
        content=FIRST_SITE,
        link_root="/",
    )
    return convert_body(converter, body, context)


def test_reads_first_uses_in_alphabetical_order() -> None:
    body = marked("UBND và đổi mới sáng tạo (ĐMST).\n\nTheo UBND, KHCN&DMST (sau UBND).")
    assert article_glossary(record(body), RegisterAbbreviations([])) == ArticleGlossary(
        terms=(
            TermUse(short="ĐMST", long="đổi mới sáng tạo", anchor="vt_dmst", entry="nghia_dmst"),
            TermUse(
                short="KHCN&DMST",
                long="khoa học, công nghệ …",
                anchor="vt_khcn-dmst",
                entry="nghia_khcn-dmst",
            ),
            TermUse(short="UBND", long="Ủy ban nhân dân", anchor="vt_ubnd", entry="nghia_ubnd"),
        )
    )


def test_a_use_that_goes_on_in_the_next_line_is_listed() -> None:
    body = marked("Ở UBND.").replace(">UBND<", ">UB\nND<")
    assert "UB\nND" in body
    terms = article_glossary(record(body), RegisterAbbreviations([])).terms
    assert [term.anchor for term in terms] == ["vt_ubnd"]


def test_a_body_without_marks_has_an_empty_list() -> None:
    assert (
        article_glossary(record("<p>Không có.</p>"), RegisterAbbreviations([])) == ArticleGlossary()
    )


def test_the_page_runs_through_the_whole_alphabet() -> None:
    shorts = ["WTO", "ĐP", "DN", "ZN", "FDI", "5S", "JICA", "Ư", "UB", "ÔTÔ", "OCOP", "ẤN", "A"]
    page = site_glossary([Term(short=short, long=short) for short in shorts])
    assert [
        (each.letter, [entry.term.short for entry in each.entries]) for each in page.letters
    ] == [
        ("0–9", ["5S"]),
        ("A", ["A"]),
        ("Â", ["ẤN"]),
        ("D", ["DN"]),
        ("Đ", ["ĐP"]),
        ("F", ["FDI"]),
        ("J", ["JICA"]),
        ("O", ["OCOP"]),
        ("Ô", ["ÔTÔ"]),
        ("U", ["UB"]),
        ("Ư", ["Ư"]),
        ("W", ["WTO"]),
        ("Z", ["ZN"]),
    ]


def test_the_page_keeps_two_meanings_of_one_form() -> None:
    page = site_glossary(
        [
            Term(short="VT", long="văn thư", scope=Scope.RECIPIENTS, anchor="vt"),
            Term(short="VT", long="vận tải", anchor="vt-2"),
        ]
    )
    assert [entry.term.long for entry in page.letters[0].entries] == ["văn thư", "vận tải"]


def uses(*pairs: tuple[str, str]) -> tuple[TermUse, ...]:
    return tuple(TermUse(short=s, long=long, anchor=s, entry=s) for s, long in pairs)


def test_the_page_counts_the_pages_that_use_a_term_and_names_the_newest() -> None:
    terms = [
        Term(short="KH&CN", long="khoa học và công nghệ", variants=("KHCN",), anchor="khcn"),
        Term(short="KT", long="kinh tế", also=("kiểm tra",), anchor="kt"),
        Term(short="WTO", long="Tổ chức Thương mại Thế giới", anchor="wto"),
    ]
    pages = [
        (UsingPage(title="Năm", url=""), uses(("KH&CN", "khoa học và công nghệ"))),
        (UsingPage(title="Bốn", url=""), uses(("KHCN", "khoa học và công nghệ"))),
        (UsingPage(title="Ba", url=""), uses(("KH&CN", "khách hàng"), ("KT", "kiểm tra"))),
        (UsingPage(title="Hai", url=""), uses(("KH&CN", "khoa học và công nghệ"))),
        (UsingPage(title="Một", url=""), uses(("KH&CN", "khoa học và công nghệ"))),
    ]
    page = site_glossary(terms, pages)
    entries = [entry for letter in page.letters for entry in letter.entries]
    found = [(e.page_count, [used.title for used in e.newest]) for e in entries]
    assert found == [(4, ["Năm", "Bốn", "Hai"]), (1, ["Ba"]), (0, [])]
