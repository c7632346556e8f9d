"""The lists of documents, and the register as files."""

import json
from datetime import datetime

from plugins.core.articles import Kind
from plugins.core.corpus import Card
from plugins.core.dates import ZONE
from plugins.official_documents.documents import DocumentFacts
from plugins.official_documents.downloads import register_csv, register_json
from plugins.official_documents.lists import Listed, facets_of, list_pages


def listed(slug: str, year: int = 0, kind: str = "Thông báo", number: str = "1/TB") -> Listed:
    date = datetime(year, 7, 5, tzinfo=ZONE) if year else None
    card = Card(kind=Kind.DOCUMENT, title=slug, url=f"van-ban/{slug}/", date=date)
    day = f"05/07/{year}" if year else "không rõ"
    facts = DocumentFacts(type=kind, number=number, issuer="Sở", date=day, year=year)
    return Listed(card=card, facts=facts)


DOCUMENTS = (listed("b", 2024), listed("a", 2023, "Đề án"), listed("c"))


def test_lists_by_year_type_issuer_and_validity() -> None:
    facets = facets_of(DOCUMENTS, "van-ban/")
    assert [(facet.kind, [link.name for link in facet.links]) for facet in facets] == [
        ("year", ["2024", "2023", "Văn bản chưa rõ năm ban hành"]),
        ("type", ["Đề án", "Thông báo"]),
        ("issuer", ["Sở"]),
        ("validity", ["Văn bản chưa rõ tình trạng hiệu lực"]),
    ]
    assert facets[1].links[0].url == "van-ban/loai/de-an/"


def test_each_list_has_its_page_and_the_list_of_all_comes_first() -> None:
    paths = [page.path for page in list_pages(DOCUMENTS, "van-ban/")]
    assert paths == [
        "van-ban/index.html",
        "van-ban/nam/2024/index.html",
        "van-ban/nam/2023/index.html",
        "van-ban/nam/khong-ro/index.html",
        "van-ban/loai/de-an/index.html",
        "van-ban/loai/thong-bao/index.html",
        "van-ban/co-quan/so/index.html",
        "van-ban/hieu-luc/khong-ro/index.html",
    ]


def test_a_site_without_documents_has_the_one_page() -> None:
    assert [page.path for page in list_pages((), "van-ban/")] == ["van-ban/index.html"]


def test_a_new_document_changes_no_numbered_page() -> None:
    many = [listed(str(number), 2024) for number in range(130)]
    pages = [
        {page.path: page.values for page in list_pages(docs, "v/")} for docs in (many, many[1:])
    ]
    numbered = [path for path in pages[0] if path.startswith("v/trang-")]
    assert numbered == ["v/trang-1/index.html"]
    assert all(pages[0][path] == pages[1][path] for path in numbered)


def test_the_register_as_json() -> None:
    first, _, last = json.loads(register_json(DOCUMENTS, "/tin/"))
    assert first == {
        "type": "Thông báo",
        "number": "1/TB",
        "title": "b",
        "issuer": "Sở",
        "date": "2024-07-05",
        "validity": "không rõ",
        "url": "/tin/van-ban/b/",
    }
    assert last["date"] is None


def test_the_register_as_a_table_runs_nothing() -> None:
    table = register_csv([listed("=1+1", 2024)], "/").decode("utf-8-sig").splitlines()
    assert table[0] == (
        "Loại văn bản,Số, ký hiệu,Trích yếu,Cơ quan ban hành,Ngày ban hành,"
        "Tình trạng hiệu lực,Địa chỉ".replace("Số, ký hiệu", '"Số, ký hiệu"')
    )
    assert table[1] == "Thông báo,1/TB,'=1+1,Sở,05/07/2024,không rõ,/van-ban/=1+1/"
