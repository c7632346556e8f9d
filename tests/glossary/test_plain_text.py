import pytest

from plugins.core.abbreviations import Abbreviations, SpokenPassage, Synonyms
from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.glossary.plain_text import RegisterAbbreviations
from plugins.glossary.terms import Scope, Term
from tests.conftest import BuildSite, article

KNOWN: Abbreviations = RegisterAbbreviations(
    [
        Term(short="UBND", long="Ủy ban nhân dân", variants=("UBDN",)),
        Term(short="KH&CN", long="khoa học và công nghệ"),
        Term(short="KT-XH", long="kinh tế - xã hội", spoken="kinh tế xã hội"),
        Term(short="BTV", long="Ban Thường vụ", also=("biên tập viên",)),
        Term(short="ĐVT", long="đơn vị tính", scope=Scope.DOCUMENT),
        Term(short="VĐV", long="vận động viên", scope=Scope.SECTION, sections=("Thể thao",)),
    ]
)


def record(
    body: str = "", kind: Kind = Kind.ARTICLE, section: str = "", *, abbreviations: str = ""
) -> ArticleRecord:
    return ArticleRecord(
        path="tin-tuc/bai.md",
        kind=kind,
        status=Status.PUBLISHED,
        slug="bai",
        title="Bài",
        url="tin-tuc/bai/",
        date=None,
        section=section,
        read_body=lambda: body,
        header={"abbreviations": (abbreviations,)} if abbreviations else {},
    )


def said(text: str, own: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> str:
    """A text with the words of its abbreviations in their places."""
    (forms,) = KNOWN.spoken_forms([SpokenPassage(text=text, places=places)], own)
    for form in reversed(forms):
        words = "" if form.is_repeated else form.spoken or form.form
        text = text[: form.start] + words + text[form.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expanded", "spoken"),
    [
        (
            "UBND, Sở KH&CN; UBND",
            "UBND (Ủy ban nhân dân), Sở KH&CN (khoa học và công nghệ); UBND",
            "Ủy ban nhân dân, Sở khoa học và công nghệ; Ủy ban nhân dân",
        ),
        (
            "Sở Khoa học và Công nghệ (KH&CN) và Bộ KH&CN.",
            "Sở Khoa học và Công nghệ (KH&CN) và Bộ KH&CN.",
            "Sở Khoa học và Công nghệ và Bộ khoa học và công nghệ.",
        ),
        (
            "phát triển KT-XH",
            "phát triển KT-XH (kinh tế - xã hội)",
            "phát triển kinh tế xã hội",
        ),
        ("Các BTV, XYZ; 12/QĐ-UBND", "Các BTV, XYZ; 12/QĐ-UBND", "Các BTV, XYZ; 12/QĐ-UBND"),
        ("Không có gì.", "Không có gì.", "Không có gì."),
    ],
)
def test_long_forms_in_plain_text(text: str, expanded: str, spoken: str) -> None:
    assert KNOWN.first_use_expanded(text, record()) == expanded
    assert said(text) == spoken


def test_sections_and_documents_count() -> None:
    assert "đơn vị" in KNOWN.first_use_expanded("ĐVT", record(kind=Kind.DOCUMENT))
    assert "vận động" in KNOWN.first_use_expanded("VĐV", record(section="Thể thao"))
    assert KNOWN.first_use_expanded("ĐVT, VĐV", record()) == "ĐVT, VĐV"


def test_the_body_decides_what_a_form_means() -> None:
    body = '<p><abbr id="vt_ubnd" data-long="Uống bia nơi đây">UBND</abbr> họp</p>'
    assert KNOWN.first_use_expanded("UBND", record(body)) == "UBND (Uống bia nơi đây)"
    assert KNOWN.first_use_expanded("KH&CN", record("<p>KH&amp;CN</p>")) == "KH&CN"


def test_the_header_and_the_place_decide_what_is_said() -> None:
    assert said("BTV") == "BTV"
    assert said("BTV", ("BTV: biên tập viên",)) == "biên tập viên"
    assert said("ĐVT") == "ĐVT"
    assert said("ĐVT", places=("document", "site")) == "đơn vị tính"


def test_what_one_passage_defines_is_said_in_the_others() -> None:
    passages = [SpokenPassage(text="khu công nghiệp (KCN)"), SpokenPassage(text="các KCN")]
    first, second = KNOWN.spoken_forms(passages)
    assert [form.is_repeated for form in first] == [True]
    assert [form.spoken for form in second] == ["khu công nghiệp"]


def test_the_header_decides_too() -> None:
    given = record(abbreviations="BTV: biên tập viên")
    assert KNOWN.first_use_expanded("BTV", given) == "BTV (biên tập viên)"


def test_what_a_search_takes_for_the_same() -> None:
    assert KNOWN.synonyms()[0] == Synonyms(forms=("BTV",), longs=("Ban Thường vụ", "biên tập viên"))
    assert Synonyms(forms=("UBND", "UBDN"), longs=("Ủy ban nhân dân",)) in KNOWN.synonyms()


def test_cards_and_feeds_say_long_forms_at_their_first_use(build_site: BuildSite) -> None:
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": '[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"\n',
            "tin-tuc/bai.md": article(slug="bai", summary="UBND họp. UBND nghỉ.", body="UBND."),
        },
        {"SITEURL": "https://khcn.phutho.gov.vn"},
    )
    expanded = "UBND (Ủy ban nhân dân) họp. UBND nghỉ."
    assert expanded in site.read("tin-tuc/index.html")
    assert expanded in site.read("tin-moi.rss.xml")
    assert expanded in site.read("tin-moi.atom.xml")
