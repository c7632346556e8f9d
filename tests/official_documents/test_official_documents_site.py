"""Official documents on a real small site."""

import json

import feedparser
import pytest

from plugins.core.diagnostics import Severity
from tests.conftest import ROOT, BuildSite, article


def document(title: str, body: str = "1. Một\n\na) A", **header: str) -> str:
    fields = {"title": title, "type": "Thông báo", "number": "không rõ", "issuer": "Bộ", **header}
    lines = [f"{key}: {value}" for key, value in {"date": "không rõ", **fields}.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])


def test_a_document_has_its_page_and_lies_in_the_list_newest_first(build_site: BuildSite) -> None:
    site = build_site(
        {
            "van-ban/cu.md": document("Kế hoạch cũ", date="05/07/2023"),
            "van-ban/moi.md": document("Kế hoạch mới", date="05/07/2024"),
            "van-ban/khong-ngay.md": document("Đề án không ngày"),
            "van-ban/nhap.md": document("Kế hoạch nháp", status="draft"),
        }
    )
    assert site.codes == []
    (point,) = site.page("van-ban/moi/").xpath("//li[@id='khoan-1-diem-a']")
    assert point.text_content().split() == ["a)", "A"]
    assert site.page("van-ban/").xpath("//main//h2/a[starts-with(@href, '/van-ban/')]/@href") == [
        "/van-ban/moi/",
        "/van-ban/cu/",
        "/van-ban/khong-ngay/",
    ]


def test_an_article_and_the_document_that_it_names_link_each_other(build_site: BuildSite) -> None:
    site = build_site(
        {
            "van-ban/ket-luan.md": document("Kết luận hội nghị"),
            "tin-tuc/hoi-nghi.md": article("Hội nghị", documents="[ket-luan]"),
            "tin-tuc/nhap.md": article("Bài nháp", documents="[ket-luan]", status="draft"),
        }
    )
    assert site.codes == []
    assert site.page("tin-tuc/hoi-nghi/").xpath("//main//a[@href='/van-ban/ket-luan/']")
    document_page = site.page("van-ban/ket-luan/")
    assert document_page.xpath("//main//a[@href='/tin-tuc/hoi-nghi/']")
    assert not document_page.xpath("//main//a[contains(@href, 'nhap')]")


def test_what_a_document_may_not_know_an_article_must(build_site: BuildSite) -> None:
    site = build_site(
        {
            "van-ban/ke-hoach.md": document("Kế hoạch", number="không rõ", date="không rõ"),
            "tin-tuc/hoi-nghi.md": article("Hội nghị", date="không rõ"),
        }
    )
    assert site.codes == ["AR011"]
    (found,) = site.found("AR011")
    assert (found.path, found.line, found.field) == ("tin-tuc/hoi-nghi.md", 3, "date")
    assert found.message == "khóa “date” ở đây phải là một ngày, không ghi “không rõ” được"
    assert "chỉ ngày của văn bản mới được ghi “không rõ”" in found.remedy


def test_a_name_of_no_document_stops_the_build_with_its_line(build_site: BuildSite) -> None:
    site = build_site(
        {
            "van-ban/ket-luan.md": document("Kết luận hội nghị"),
            "tin-tuc/hoi-nghi.md": "title: Hội nghị\ndate: 17/03/2024\nsummary: Văn bản ket-lun.\n"
            "category: Tin\ndocuments: ket-lun\n\nNội dung.\n",
        }
    )
    assert site.exit_code == 1
    (found,) = site.found("OD005")
    assert (found.path, found.line) == ("tin-tuc/hoi-nghi.md", 5)
    assert found.remedy == "sửa thành “ket-luan”"


def test_a_document_without_its_facts_stops_the_build(build_site: BuildSite) -> None:
    site = build_site({"van-ban/x.md": "---\ntitle: Thông báo\n---\n\nNội dung.\n"})
    missing = sorted(found.field for found in site.diagnostics if found.severity is Severity.ERROR)
    assert missing == ["issuer", "number", "type"]


def test_the_notice_of_the_first_content(build_site: BuildSite) -> None:
    name = "van-ban/ket-luan-hoi-nghi-giam-doc-so-2024.md"
    site = build_site({name: (ROOT / "content" / name).read_bytes()})
    page = site.page(name.replace(".md", "/"))
    clauses = page.xpath("//li[@class='clause']/@id")
    points = page.xpath("//li[@class='point']/@id")
    assert clauses == [f"khoan-{number}" for number in range(1, 7)]
    assert points == [f"khoan-2-diem-{letter}" for letter in ("a", "b", "c", "d", "dd", "e", "g")]
    letters = page.xpath("//a[@class='point__letter']/text()")
    assert letters == ["a)", "b)", "c)", "d)", "d)", "e)", "g)"]
    (last,) = page.xpath("//ol[@class='clauses']/following-sibling::p[1]")
    assert last.text_content().startswith("Bộ Khoa học và Công nghệ thông báo Kết luận")
    assert last.text_content().endswith("tổ chức thực hiện./s/")
    assert len(page.xpath("//div[@class='document-recipients']/ul/li")) == 4
    assert [found.code for found in site.found("OD003")] == ["OD003"]


def test_the_register_has_lists_files_and_a_feed(build_site: BuildSite) -> None:
    files = {
        "van-ban/ke-hoach.md": document("Kế hoạch", number="1/TB-SKHCN", date="05/07/2024"),
        "van-ban/khong-ngay.md": document("Không ngày"),
        "van-ban/nhap.md": document("Bản nháp", status="draft"),
    }
    site = build_site(files, {"SITEURL": "https://phutho.gov.vn"})
    assert site.codes == []
    titles = site.page("van-ban/nam/2024/").xpath("//main//h2/a/text()")
    assert titles == ["Kế hoạch"]
    assert [entry["title"] for entry in json.loads(site.read("van-ban/van-ban.json"))] == [
        "Kế hoạch",
        "Không ngày",
    ]
    assert len(site.read("van-ban/van-ban.csv").splitlines()) == 3
    feed = feedparser.parse(site.read("van-ban/van-ban-moi.atom.xml"))
    assert [entry.link for entry in feed.entries] == ["https://phutho.gov.vn/van-ban/ke-hoach/"]
    assert [found.path for found in site.found("OD017")] == [
        "van-ban/khong-ngay.md",
        "van-ban/nhap.md",
    ]


def test_the_feed_has_the_last_posted_first(build_site: BuildSite) -> None:
    old = document("Cũ", number="1/TB-SKHCN", date="05/07/2014", posted="09/07/2024")
    files = {
        "van-ban/cu.md": old,
        "van-ban/khong-ngay.md": document("Không ngày", posted="08/07/2024"),
        "van-ban/moi.md": document("Mới", number="2/TB-SKHCN", date="05/07/2024"),
    }
    site = build_site(files, {"SITEURL": "https://phutho.gov.vn"})
    feed = feedparser.parse(site.read("van-ban/van-ban-moi.atom.xml"))
    assert [(entry.title, entry.published, entry.updated) for entry in feed.entries] == [
        ("Thông báo Cũ", "2024-07-09T00:00:00+07:00", "2024-07-09T00:00:00+07:00"),
        ("Thông báo Không ngày", "2024-07-08T00:00:00+07:00", "2024-07-08T00:00:00+07:00"),
        ("Thông báo Mới", "2024-07-05T00:00:00+07:00", "2024-07-05T00:00:00+07:00"),
    ]
    followed = site.page("van-ban/").xpath("//document-register//a/@href")
    assert "/van-ban/van-ban-moi.atom.xml" in followed
    (event,) = site.page("van-ban/khong-ngay/").xpath("//li[@class='document-history__event']")
    assert event.text_content() == "08/07/2024: Đăng trên trang này"


def test_the_whole_life_of_a_document_on_its_page(build_site: BuildSite) -> None:
    site = build_site(
        {
            "van-ban/cu.md": document(
                "Kế hoạch cũ",
                number="1/TB-SKHCN",
                date="05/07/2023",
                effective="15/07/2023",
                place="Phú Thọ",
                letterhead="có",
                replaced_by="moi",
            ),
            "van-ban/moi.md": document("Kế hoạch mới", date="20/08/2024"),
        }
    )
    assert site.codes == []
    page = site.page("van-ban/cu/")
    (letterhead,) = page.xpath("//*[@class='document-letterhead']")
    assert " ".join(letterhead.text_content().split()) == (
        "Bộ Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc Số: 1/TB-SKHCN "
        "Phú Thọ, ngày 05 tháng 7 năm 2023"
    )
    events = page.xpath("//*[@class='document-history']//li")
    assert [" ".join(event.text_content().split()) for event in events] == [
        "05/07/2023: Ban hành",
        "15/07/2023: Có hiệu lực",
        "20/08/2024: Bị thay thế bởi Kế hoạch mới",
    ]
    newer = site.page("van-ban/moi/")
    assert newer.xpath("//dt[text()='Thay thế']/../dd/a/@href") == ["/van-ban/cu/"]


def test_corrections_stand_under_the_title(build_site: BuildSite) -> None:
    text = document("Kế hoạch", corrections='["06/07/2024: Sửa một chữ."]')
    site = build_site({"van-ban/ke-hoach.md": text})
    assert site.codes == []
    headings = site.page("van-ban/ke-hoach/").xpath("//main//h1 | //main//h2")
    assert [" ".join(each.text_content().split()) for each in headings][:2] == [
        "Thông báo Kế hoạch",
        "Đính chính",
    ]


def test_an_official_letter_has_its_abstract_for_a_title(build_site: BuildSite) -> None:
    letter = document("V/v họp giao ban", type="Công văn", number="5/SKHCN-VP")
    site = build_site({"van-ban/thu.md": letter})
    assert site.codes == []
    assert " ".join(site.page("van-ban/thu/").xpath("string(//h1)").split()) == "V/v họp giao ban"


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("OD008", {"van-ban/a.md": document("A", type="Sao lục bản")}),
        (
            "OD009",
            {
                "van-ban/a.md": document("A", number="1/TB-SKHCN"),
                "van-ban/b.md": document("B", number="1/TB-SKHCN"),
            },
        ),
        ("OD010", {"van-ban/a.md": document("A", date="05/07/2024", effective="04/07/2024")}),
        (
            "OD011",
            {
                "van-ban/a.md": document("A", replaced_by="b"),
                "van-ban/b.md": document("B", replaced_by="a"),
            },
        ),
        (
            "OD012",
            {
                "van-ban/a.md": document("A", replaced_by="b", validity="còn hiệu lực"),
                "van-ban/b.md": document("B"),
            },
        ),
        ("AR013", {"van-ban/a.md": document("A", validity="tốt")}),
    ],
)
def test_bad_input_publishes_nothing(
    build_site: BuildSite, code: str, files: dict[str, str]
) -> None:
    site = build_site(files)
    assert (site.exit_code, site.codes, site.files) == (1, [code], {})
