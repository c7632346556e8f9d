"""What components promise about accessibility: each promise names the test that holds it.

Promises that markup alone can keep are tested here, on the components' own examples.
"""

import ast
import re
from pathlib import Path

import pytest
from lxml import html

from tests.gallery import (
    component_names,
    description_of,
    environment,
    examples,
    modes,
    page,
    render,
)

ROOT = Path(__file__).resolve().parents[2]
OUTCOMES = [
    (component, outcome)
    for component in component_names()
    for outcome in description_of(component)["accessibility"]
]


def _example(component: str, name: str) -> html.HtmlElement:
    found = next(e for e in examples() if (e.component, e.name) == (component, name))
    return html.fragment_fromstring(render(environment(), found), create_parent="div")


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(("component", "outcome"), OUTCOMES)
def test_an_outcome_names_a_test_that_is_there(component: str, outcome: dict[str, str]) -> None:
    path, name = outcome["test"].split("::")
    defined = ast.parse((ROOT / path).read_text(encoding="utf-8")).body
    assert name in [node.name for node in defined if isinstance(node, ast.FunctionDef)], component


def test_the_gallery_shows_every_mode_once() -> None:
    pages = [html.document_fromstring(page("<p>Bài viết</p>", mode)) for mode in modes()]
    shown = {tuple(sorted(root.attrib.items())) for root in pages}
    assert len(shown) == len(pages) == 4 * 5 * 2 + 2
    assert {"data-text-size": "200", "data-contrast": "high-dark", "data-spacing": "wide"} in [
        {name: value for name, value in attributes if name != "lang"} for attributes in shown
    ]


def test_neighbours_say_direction_and_title() -> None:
    links = _example("adjacent-articles", "both").xpath("//a")
    assert [_words(link).split(" ", 3)[:3] for link in links] == [
        ["Tin", "mới", "hơn"],
        ["Tin", "cũ", "hơn"],
    ]
    assert _words(links[1]).endswith("ƯỚC NGUYỆN ĐỔI MỚI SÁNG TẠO ĐƯỢC CẢI THIỆN")


def test_telephone_and_mail_can_be_pressed() -> None:
    addresses = _example("agency-contact", "everything known").xpath("//dd/a/@href")
    assert addresses == ["tel:02100000000", "mailto:van-thu@example.gov.vn"]


def test_a_card_without_a_photograph_has_no_picture() -> None:
    cards = _example("article-list", "rows").xpath("//*[contains(@class, 'typographic')]")
    assert cards
    assert not cards[0].xpath(".//img")


def test_a_list_of_articles_is_a_list() -> None:
    fragment = _example("article-list", "rows")
    (listed,) = fragment.xpath("./ul")
    assert {child.tag for child in listed} == {"li"}


def test_a_breadcrumb_is_an_ordered_list_without_marks() -> None:
    fragment = _example("breadcrumb", "a page of the first level")
    assert fragment.xpath("./nav[@aria-label]/ol")
    assert _words(fragment) == "Trang chủ Văn bản"


@pytest.mark.parametrize(
    ("component", "name"),
    [
        ("accessibility-statement", "everything there is"),
        ("counters", "several days"),
        ("document-facts", "number not known"),
    ],
)
def test_each_figure_and_fact_stands_with_its_name(component: str, name: str) -> None:
    groups = _example(component, name).xpath("//dl/div")
    assert groups
    for group in groups:
        assert [child.tag for child in group][:2] == ["dt", "dd"]


def test_a_statement_says_first_what_is_not_kept() -> None:
    statement = _example("accessibility-statement", "everything there is")
    assert statement.xpath("//@data-measure") == ["speed", "act", "axe-violations"]


def test_a_document_in_a_list_is_a_heading_with_one_link() -> None:
    (item,) = _example("document-list", "one document").xpath("//li")
    assert len(item.xpath(".//a")) == len(item.xpath("./h2/a")) == 1


def test_numbers_and_letters_of_a_document_are_text() -> None:
    sheet = _example("document-sheet", "clauses, points, recipients, signature")
    assert "1. Đề nghị các Sở tập trung thực hiện: đ) Đẩy mạnh" in re.sub(
        r"\s+", " ", _spaced(sheet)
    )


def test_a_letterhead_says_what_its_source_has() -> None:
    assert _words(_example("document-letterhead", "all of it")) == (
        "Ủy ban nhân dân tỉnh Phú Thọ Sở Khoa học và Công nghệ Cộng hòa xã hội chủ nghĩa Việt Nam "
        "Độc lập - Tự do - Hạnh phúc Số: 12/KH-SKHCN Phú Thọ, ngày 05 tháng 7 năm 2024"
    )
    assert _words(_example("document-letterhead", "nothing known")) == ""


def test_contents_lead_to_the_headings_of_a_document() -> None:
    (landmark,) = _example("document-contents", "chapters and articles").xpath("./nav[@aria-label]")
    assert landmark.xpath("./details//a/@href") == ["#chuong-i", "#dieu-1", "#dieu-2"]
    assert _words(_example("document-contents", "too few")) == ""


def test_files_of_a_document_tell_what_they_are() -> None:
    files = _example("document-files", "an original and a form")
    assert [_words(link) for link in files.xpath(".//li/a")] == [
        "Bản để đọc và in (PDF, khổ A4)",
        "Bản gốc đã ký (PDF, 120 kB, 4 trang)",
        "Biểu mẫu báo cáo (DOCX, 24 kB)",
    ]
    assert "bản gốc đã ký là bản có giá trị" in _words(files)
    assert files.xpath("./section/p/a/@href") == ["/lien-he/"]


def test_the_history_of_a_document_is_a_list_of_dates() -> None:
    (replaced,) = _example("document-history", "replaced").xpath("./section/ol/li[5]")
    assert _words(replaced) == ("20/08/2024: Bị thay thế bởi Kế hoạch cải cách hành chính năm 2024")


def _spaced(element: html.HtmlElement) -> str:
    return " ".join(element.itertext())


def test_what_leads_nowhere_is_no_link() -> None:
    fragment = _example("link-list", "with and without address")
    assert fragment.xpath("//li/span/text()") == ["Lịch tiếp công dân"]
    assert fragment.xpath("//a/@href") == ["https://example.gov.vn/"]


def test_other_articles_are_a_named_region_with_a_list() -> None:
    (region,) = _example("other-articles", "two").xpath("./section[@aria-label]")
    assert region.xpath("./h2/text()") == [region.get("aria-label")]
    assert len(region.xpath("./ul/li")) == 2


def test_pages_of_a_list_say_where_they_lead_and_where_one_is() -> None:
    (landmark,) = _example("pagination", "in the middle").xpath("./nav[@aria-label]")
    assert [_words(link) for link in landmark.xpath(".//a")] == [
        "Tin mới hơn (Trang mới nhất)",
        "Tin cũ hơn (Trang 2)",
    ]
    assert landmark.xpath(".//*[@aria-current='page']/text()") == ["Trang 3"]


def test_the_type_of_a_document_stands_before_its_title() -> None:
    fragment = _example("related-documents", "a document and an article")
    assert fragment.xpath("./section/h2")
    assert [child.tag for child in fragment.xpath("//li")[0]] == ["span", "a"]


@pytest.mark.parametrize(
    ("component", "name"),
    [
        ("section-heading", "a section of the home page"),
        ("section-row", "two articles, one without a photograph"),
    ],
)
def test_the_heading_of_a_section_is_its_link(component: str, name: str) -> None:
    assert _example(component, name).xpath("//h2/a/text()") == ["Tin trong tỉnh"]


def test_each_group_of_links_of_the_footer_is_a_landmark_named_as_its_heading() -> None:
    landmarks = _example("site-footer", "everything known").xpath("//nav")
    assert landmarks
    for landmark in landmarks:
        assert landmark.xpath("./h2/text()") == [landmark.get("aria-label")]


def test_names_of_agencies_are_written_as_usual() -> None:
    names = _example("site-masthead", "with an emblem").xpath("//a[img]//span/text()")
    assert [name for name in names if name.strip()] == [
        "Ủy ban nhân dân tỉnh Phú Thọ",
        "Sở Khoa học và Công nghệ",
    ]


def test_the_most_viewed_stand_in_a_real_order() -> None:
    (places,) = _example("most-viewed", "three").xpath("//ol")
    assert [place.text_content().split()[0] for place in places] == ["Khởi", "ƯỚC", "Đề"]
    assert _words(_example("most-viewed", "none")) == ""


def test_views_are_said_in_words_with_their_day() -> None:
    counts = [_words(_example("view-count", name)) for name in ("day known", "day not known")]
    assert counts == [
        "Lượt xem: 31 (số liệu đến ngày 17/03/2024)",
        "Lượt xem: 31 (chưa rõ ngày)",
    ]
