"""Small real sites."""

import pytest

from tests.conftest import BuildSite, article

REGISTER = """
[[term]]
short = "KH&CN"
long = "khoa học và công nghệ"

[[term]]
short = "ĐMST"
long = "đổi mới sáng tạo"
slips = ["DMST"]

[[term]]
short = "VT"
long = "văn thư"
scope = "recipients"
"""
BODY = "Sở KH&CN; về DMST và VT."
NOTICE = """---
title: Về việc họp
type: Thông báo
number: không rõ
issuer: Sở
date: không rõ
---

Nội dung.

::: recipients
Nơi nhận:
- Lưu: VT
:::
"""


def test_article_list_page_and_advice_say_the_same(build_site: BuildSite) -> None:
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": REGISTER,
            "tin-tuc/bai.md": article(body=BODY, slug="bai", summary="Sở KH&CN họp."),
            "van-ban/hop.md": NOTICE,
        }
    )
    assert site.codes == []
    page = site.page("tin-tuc/bai/")
    (short,) = page.xpath("//abbr[@id]")
    assert (short.text_content(), short.get("id")) == ("KH&CN", "vt_kh-cn")
    assert page.xpath("//abbr/a/@href") == ["#nghia_kh-cn"]
    assert page.xpath("//*[@id='nghia_kh-cn']/text()") == ["khoa học và công nghệ"]
    assert page.xpath("//a[@href='#vt_kh-cn']/text()") == ["KH&CN"]
    assert page.xpath("//span[@hidden]/text()") == [" (khoa học và công nghệ)"] * 2
    assert site.page("van-ban/hop/").xpath("//abbr/a/text()") == ["VT"]
    glossary = site.page("tu-viet-tat/")
    assert len(glossary.xpath("//*[@id='vt_kh-cn']")) == 1
    assert [(found.path, found.line) for found in site.found("GL008")] == [("tin-tuc/bai.md", 9)]


def test_teasers_get_plain_text(build_site: BuildSite) -> None:
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": REGISTER,
            "tin-tuc/bai.md": article(body="Sở KH&CN họp.", slug="bai"),
        }
    )
    assert "Sở KH&amp;CN (khoa học và công nghệ) họp." in site.read("tin-tuc/index.html")
    assert "<abbr" not in site.read("tin-tuc/index.html")


def test_a_site_without_a_register_builds_without_a_word(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/bai.md": article(body=BODY, slug="bai")})
    assert site.exit_code == 0
    assert not [found for found in site.diagnostics if found.code.startswith("GL")]
    assert site.page("tin-tuc/bai/").xpath("//abbr") == []
    assert site.has("tu-viet-tat/index.html")


def test_an_article_gives_its_own_meaning(build_site: BuildSite) -> None:
    own = article(body=BODY, slug="bai", abbreviations="['VT: vận tải']")
    site = build_site({"du-lieu/tu-viet-tat.toml": REGISTER, "tin-tuc/bai.md": own})
    assert site.page("tin-tuc/bai/").xpath("//abbr/a/text()") == ["KH&CN", "VT"]


def test_the_page_names_public_pages_only_and_offers_the_register(build_site: BuildSite) -> None:
    body = "Sở KH&CN họp."
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": REGISTER,
            "tin-tuc/cu.md": article("Bài cũ", "01/02/2023", body, slug="cu"),
            "tin-tuc/moi.md": article("Bài mới", "01/02/2024", body, slug="moi"),
            "tin-tuc/nhap.md": article("Bài nháp", "01/03/2024", body, slug="nhap", status="draft"),
            "tin-tuc/an.md": article("Bài ẩn", "01/03/2024", body, slug="an", status="hidden"),
            "van-ban/hop.md": NOTICE,
        }
    )
    page = site.page("tu-viet-tat/")
    (entry,) = page.xpath("//div[dd/@id='vt_kh-cn']")
    assert entry.xpath(".//li/a/@href") == ["/tin-tuc/moi/", "/tin-tuc/cu/"]
    assert entry.xpath(".//summary/text()") == ["Có ở 2 trang"]
    (entry,) = page.xpath("//div[dd/@id='vt_vt']")
    assert entry.xpath(".//li/a/@href") == ["/van-ban/hop/"]
    for address in page.xpath("//a[@download]/@href"):
        assert "khoa học và công nghệ" in site.read(address.removeprefix("/"))


def test_a_form_with_two_meanings_is_named_once(build_site: BuildSite) -> None:
    second = '[[term]]\nshort = "VT"\nlong = "vận tải"\n'
    notice = NOTICE.replace("Nội dung.", "Theo VT.")
    site = build_site({"du-lieu/tu-viet-tat.toml": REGISTER + second, "van-ban/hop.md": notice})
    for url in ("tu-viet-tat/", "van-ban/hop/"):
        (group,) = site.page(url).xpath("//dl/div[dt='VT']")
        meanings = group.xpath("dd[not(@class)]")
        assert sorted(each.text_content() for each in meanings) == ["văn thư", "vận tải"]
    leading_back = site.page("van-ban/hop/").xpath("//details//dl//a/@href")
    assert sorted(leading_back) == ["#vt_vt", "#vt_vt-2"]


@pytest.mark.parametrize(
    ("register", "header", "code", "path"),
    [
        ("[[term]", {}, "GL001", "du-lieu/tu-viet-tat.toml"),
        ('[[term]]\nshort = "A"', {}, "GL002", "du-lieu/tu-viet-tat.toml"),
        (REGISTER, {"abbreviations": "[VT]"}, "GL007", "tin-tuc/bai.md"),
    ],
)
def test_what_is_wrong_stops_the_build(
    build_site: BuildSite, register: str, header: dict[str, str], code: str, path: str
) -> None:
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": register,
            "tin-tuc/bai.md": article(body=BODY, slug="bai", **header),
        }
    )
    assert site.exit_code != 0
    assert [(found.code, found.path) for found in site.found(code)] == [(code, path)]


def test_a_meaning_of_a_section_holds_there_and_a_section_without_articles_is_told(
    build_site: BuildSite,
) -> None:
    register = (
        '[[term]]\nshort = "VT"\nlong = "vận tải"\nscope = "section"\n'
        'sections = ["Tin trong tỉnh", "Tin trong Tỉnh"]\n'
    )
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": register,
            "tin-tuc/mot.md": article(slug="mot", body="Đoàn VT."),
            "tin-tuc/hai.md": article(slug="hai", body="Đoàn VT.", category="Tin trong nước"),
        }
    )
    assert site.page("tin-tuc/mot/").xpath("//abbr") != []
    assert site.page("tin-tuc/hai/").xpath("//abbr") == []
    (found,) = site.found("GL016")
    assert "“Tin trong Tỉnh”" in found.message
    assert [each.path for each in site.found("GL012")] == ["tin-tuc/hai.md"]
