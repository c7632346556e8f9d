from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.glossary.lists import article_glossary, site_glossary
from plugins.glossary.model import ArticleGlossary, TermUse
from plugins.glossary.terms import Scope, Term


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


def mark(form: str, long: str, anchor: str = "") -> str:
    identifier = f' id="{anchor}"' if anchor else ""
    return (
        f'<span class="glossary-term"><abbr class="glossary-term__short"{identifier}>{form}</abbr>'
        f'<span class="glossary-term__long"> ({long})</span></span>'
    )


def test_reads_first_uses_in_alphabetical_order() -> None:
    body = f"<p>{mark('UBND', 'u b', 'u')} {mark('ĐM', 'đ', 'd')} {mark('UBND', 'u b')}</p>"
    assert article_glossary(record(body)) == ArticleGlossary(
        terms=(
            TermUse(short="ĐM", long="đ", anchor="d"),
            TermUse(short="UBND", long="u b", anchor="u"),
        )
    )


def test_reads_what_the_text_explains_itself() -> None:
    body = '<p>a b (<abbr class="glossary-term__short" data-long="a b" id="a">AB</abbr>)</p>'
    (use,) = article_glossary(record(body)).terms
    assert use == TermUse(short="AB", long="a b", anchor="a")


def test_a_body_without_marks_has_an_empty_list() -> None:
    assert article_glossary(record("<p>Không có.</p>")) == ArticleGlossary()


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
