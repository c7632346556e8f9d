import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.errors import SiteError
from plugins.glossary.lists import article_glossary, site_glossary
from plugins.glossary.model import ArticleGlossary, TermUse
from plugins.glossary.terms import Scope, Term, lexicon_of

LEXICON = lexicon_of(
    [
        Term(short="UBND", long="Ủy ban nhân dân"),
        Term(short="KH,CN&ĐMST", long="khoa học, công nghệ …", variants=("KHCN&DMST",)),
        Term(short="ĐMST", long="đổi mới sáng tạo"),
        Term(short="VT", long="vận tải"),
        Term(short="VT", long="văn thư", scope=Scope.RECIPIENTS),
    ]
)


def record(body: str, kind: Kind = Kind.ARTICLE, **header: object) -> ArticleRecord:
    return ArticleRecord(
        path="tin-tuc/bai.md",
        kind=kind,
        status=Status.PUBLISHED,
        slug="bai",
        title="Bài",
        url="tin-tuc/bai/",
        date=None,
        body=body,
        header=header,
    )


def mark(form: str, anchor: str = "") -> str:
    identifier = f' id="{anchor}"' if anchor else ""
    return f'<abbr class="glossary-term__short"{identifier}>{form}</abbr>'


def test_reads_first_uses_in_alphabetical_order() -> None:
    body = f"<p>{mark('UBND', 'u')} {mark('ĐMST', 'd')} {mark('UBND')}</p><p>{mark('VT', 'v')}</p>"
    assert article_glossary(record(body), LEXICON) == ArticleGlossary(
        terms=(
            TermUse(short="ĐMST", long="đổi mới sáng tạo", anchor="d"),
            TermUse(short="UBND", long="Ủy ban nhân dân", anchor="u"),
            TermUse(short="VT", long="vận tải", anchor="v"),
        )
    )


def test_a_variant_is_listed_under_its_short_form() -> None:
    (use,) = article_glossary(record(mark("KHCN&amp;DMST", "k")), LEXICON).terms
    assert use.short == "KH,CN&ĐMST"


def test_scopes_and_headers_count_as_they_did_in_the_body() -> None:
    body = f'<div class="document-recipients"><ul><li>{mark("VT", "v")}</li></ul></div>'
    (use,) = article_glossary(record(body, Kind.DOCUMENT), LEXICON).terms
    assert use.long == "văn thư"
    (use,) = article_glossary(record(body, abbreviations=("VT: vật tư",)), LEXICON).terms
    assert use.long == "vật tư"


def test_a_body_without_marks_has_an_empty_list() -> None:
    assert article_glossary(record("<p>Không có.</p>"), LEXICON) == ArticleGlossary()


def test_a_mark_of_another_register_is_an_error() -> None:
    with pytest.raises(SiteError, match="OCOP"):
        article_glossary(record(mark("OCOP", "o")), LEXICON)


def test_the_page_runs_through_the_whole_alphabet() -> None:
    shorts = ["WTO", "ĐP", "DN", "ZN", "FDI", "5S", "JICA", "Ư", "UB", "ÔTÔ", "OCOP", "ẤN", "A"]
    page = site_glossary([Term(short=short, long=short) for short in shorts])
    assert [(each.letter, [term.short for term in each.terms]) for each in page.letters] == [
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
    assert [term.long for term in page.letters[0].terms] == ["văn thư", "vận tải"]
