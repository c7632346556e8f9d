"""What the head of a page says, and that structured data cannot end its script."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.discovery.addresses import Addresses
from plugins.discovery.metadata import Image, MetadataSource, PageMetadata
from plugins.discovery.structured_data import Publisher, json_ld

URL = "https://x.gov.vn"
AGENCY = {"@type": "GovernmentOrganization", "name": "Sở Khoa học và Công nghệ", "url": f"{URL}/"}


def source(url: str = URL) -> MetadataSource:
    addresses = Addresses(site_url=url, link_root="/")
    publisher = Publisher(name="Sở Khoa học và Công nghệ", url=addresses.of_path(""))
    return MetadataSource(addresses=addresses, publisher=publisher)


def record(kind: Kind = Kind.ARTICLE, **header: object) -> ArticleRecord:
    return ArticleRecord(
        path="tin-tuc/vai.md",
        kind=kind,
        status=Status.PUBLISHED,
        slug="vai",
        title="Vải Hùng Long",
        url="tin-tuc/vai/",
        date=datetime(2024, 4, 8, 8, 30, tzinfo=ZONE),
        section="Tin trong tỉnh" if kind is Kind.ARTICLE else "",
        summary="Nghiệm thu nhiệm vụ.",
        header=header,
    )


def terms(metadata: PageMetadata) -> list[dict[str, Any]]:
    loaded = json.loads(metadata.json_ld)
    assert loaded["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = loaded["@graph"]
    return graph


def way(*steps: tuple[str, str]) -> dict[str, object]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": f"{URL}/{path}"}
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def test_an_article() -> None:
    modified = datetime(2024, 4, 9, tzinfo=ZONE)
    metadata = source().of_record(
        record(modified=modified),
        "chuyen-muc/tin-trong-tinh/",
        Image(link="/anh/vai-1200.jpg", alt="Chưa có ảnh gốc"),
    )
    assert metadata.canonical == f"{URL}/tin-tuc/vai/"
    assert metadata.image == f"{URL}/anh/vai-1200.jpg"
    assert metadata.image_alt == "Chưa có ảnh gốc"
    assert (metadata.type, metadata.published) == ("article", "2024-04-08T08:30:00+07:00")
    assert terms(metadata) == [
        {
            "@type": "NewsArticle",
            "headline": "Vải Hùng Long",
            "description": "Nghiệm thu nhiệm vụ.",
            "datePublished": "2024-04-08T08:30:00+07:00",
            "dateModified": "2024-04-09T00:00:00+07:00",
            "articleSection": "Tin trong tỉnh",
            "image": f"{URL}/anh/vai-1200.jpg",
            "mainEntityOfPage": f"{URL}/tin-tuc/vai/",
            "inLanguage": "vi",
            "publisher": AGENCY,
        },
        way(
            ("Sở Khoa học và Công nghệ", ""),
            ("Tin trong tỉnh", "chuyen-muc/tin-trong-tinh/"),
            ("Vải Hùng Long", "tin-tuc/vai/"),
        ),
    ]


def test_without_an_address_nothing_claims_one() -> None:
    metadata = source("").of_record(record(), "chuyen-muc/x/", Image(link="/a.jpg", alt="A"))
    assert (metadata.canonical, metadata.image, metadata.image_alt) == ("", "", "")
    assert terms(metadata) == [
        {
            "@type": "NewsArticle",
            "headline": "Vải Hùng Long",
            "description": "Nghiệm thu nhiệm vụ.",
            "datePublished": "2024-04-08T08:30:00+07:00",
            "articleSection": "Tin trong tỉnh",
            "inLanguage": "vi",
            "publisher": {"@type": "GovernmentOrganization", "name": "Sở Khoa học và Công nghệ"},
        }
    ]


def test_a_document_is_no_news() -> None:
    document, crumbs = terms(source().of_record(record(Kind.DOCUMENT), "", Image()))
    assert document["@type"] == "DigitalDocument"
    assert document["name"] == "Vải Hùng Long"
    assert len(crumbs["itemListElement"]) == 2


def test_a_fixed_page_is_a_page() -> None:
    metadata = source().of_record(record(Kind.PAGE), "", Image())
    assert (metadata.type, metadata.published) == ("website", "")
    assert [term["@type"] for term in terms(metadata)] == ["BreadcrumbList"]


def test_the_home_page_is_the_site() -> None:
    metadata = source().of_page("Trang chủ", "Tin mới", "")
    assert metadata.canonical == f"{URL}/"
    assert terms(metadata) == [
        {
            "@type": "WebSite",
            "name": "Sở Khoa học và Công nghệ",
            "url": f"{URL}/",
            "inLanguage": "vi",
            "publisher": AGENCY,
        }
    ]


def test_a_page_without_an_address_has_no_structured_data() -> None:
    assert source("").of_page("Thẻ", "", "the/").json_ld == ""


def test_a_long_description_is_shortened() -> None:
    metadata = source().of_page("Thẻ", "Khoa học " * 40, "the/")
    assert metadata.description == "Khoa học " * 24 + "Khoa học…"


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "]]>", "a\u2028b\u2029c", "&lt;/script>"]
)
def test_structured_data_cannot_end_its_script(text: str) -> None:
    written = json_ld([{"name": text}])
    assert not set("<>\u2028\u2029") & set(written)
    assert json.loads(written)["@graph"] == [{"name": text}]


@given(st.text())
def test_structured_data_says_what_it_was_given(text: str) -> None:
    assert json.loads(json_ld([{"name": text}]))["@graph"] == [{"name": text}]
