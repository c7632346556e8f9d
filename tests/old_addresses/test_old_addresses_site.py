"""Old addresses on small real sites."""

from plugins.core.diagnostics import Severity
from plugins.old_addresses.reading import FILE
from tests.conftest import BuildSite, article
from tests.old_addresses.test_reading import REDIRECT, WITHDRAWAL

SITE = {"SITEURL": "https://example.gov.vn/so"}


def test_an_old_address_leads_on_at_once_and_says_so(build_site: BuildSite) -> None:
    entries = REDIRECT.format("/khai-mac-n1234", "/tin-tuc/mot-bai/")
    site = build_site({"tin-tuc/mot-bai.md": article(slug="mot-bai"), FILE: entries}, SITE)
    assert site.codes == []
    page = site.page("khai-mac-n1234/")
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=/so/tin-tuc/mot-bai/"]
    assert page.xpath("//main//p/a/@href") == ["/so/tin-tuc/mot-bai/"]
    assert page.xpath("//link[@rel='canonical']/@href") == [
        "https://example.gov.vn/so/tin-tuc/mot-bai/"
    ]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "n1234" not in site.read("sitemap.xml")


def test_a_withdrawn_page_tells_when_and_why_and_nothing_more(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/b.md": article("Hai"), FILE: WITHDRAWAL.format("/tin-tuc/a/")})
    assert site.codes == []
    text = site.page("tin-tuc/a/").xpath("string(//main)")
    assert "Nội dung này đã được gỡ" in text
    assert "Gỡ ngày 20/03/2024." in text
    assert "Lý do: Có sai sót." in text
    assert site.page("tin-tuc/a/").xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_what_only_a_server_can_answer_gets_no_page(build_site: BuildSite) -> None:
    entries = REDIRECT.format("/cu/tin.aspx", "/lien-he/") + WITHDRAWAL.format("/tep/a.pdf")
    contact = "---\ntitle: Liên hệ\nslug: lien-he\nsummary: Địa chỉ.\n---\n\nĐịa chỉ.\n"
    site = build_site({"tin-tuc/b.md": article(), "trang/lien-he.md": contact, FILE: entries})
    assert site.codes == []
    assert not site.has("cu/tin.aspx")
    assert not site.has("tep/a.pdf")


def test_a_redirect_to_nowhere_is_told(build_site: BuildSite) -> None:
    entries = REDIRECT.format("/a-n1", "/khong-co/") + REDIRECT.format("/a-n2", "/tin-tuc/#muc-9")
    site = build_site({"tin-tuc/b.md": article(), FILE: entries})
    assert [(found.line, found.field) for found in site.found("DC005")] == [(2, ""), (5, "")]


def test_an_address_that_is_still_a_page_is_told(build_site: BuildSite) -> None:
    files = {
        "tin-tuc/b.md": article(slug="b"),
        "tin-tuc/nhap.md": article("Nháp", slug="nhap", status="draft"),
        FILE: WITHDRAWAL.format("/tin-tuc/b/"),
    }
    site = build_site(files)
    (found,) = site.found("DC006")
    assert "tin-tuc/b.md" in found.message
    assert found.severity is Severity.ERROR


def test_a_list_that_is_there_again_is_told(build_site: BuildSite) -> None:
    files = {
        "tin-tuc/b.md": article(tags="Hội nghị"),
        FILE: REDIRECT.format("/the/hoi-nghi/", "/the/"),
    }
    assert build_site(files).codes == ["PW001"]
