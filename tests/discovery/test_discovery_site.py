"""How a real small site can be found."""

import json

from lxml.etree import fromstring

from tests.conftest import BuildSite, BuiltSite, article

TITLE = 'Nhãn hiệu "Vải Hùng Long" & </script>'
FILES = {
    "tin-tuc/vai.md": article(f"'{TITLE}'", modified="09/04/2024"),
    "tin-tuc/nhap.md": article("Bài nháp", status="draft"),
    "tin-tuc/an.md": article("Bài ẩn", status="hidden"),
}
SETTINGS = {"SITEURL": "https://khcn.example.gov.vn/cong", "SITENAME": "Sở"}
# Pelican warns of feeds without an address while it reads the settings.
NO_ADDRESS = {
    "SITEURL": "",
    **dict.fromkeys(("FEED_ALL_ATOM", "FEED_ALL_RSS", "CATEGORY_FEED_ATOM", "CATEGORY_FEED_RSS")),
}


def sitemap_of(site: BuiltSite) -> dict[str, str]:
    root = fromstring(site.read("sitemap.xml").encode())
    return {str(url[0].text): str(url[-1].text) for url in root}


def test_an_article_carries_its_metadata(build_site: BuildSite) -> None:
    page = build_site(FILES, SETTINGS).page("tin-tuc/vai/")
    address = "https://khcn.example.gov.vn/cong/tin-tuc/vai/"
    assert page.xpath("//link[@rel='canonical']/@href") == [address]
    assert page.xpath("//meta[@property='og:url']/@content") == [address]
    assert page.xpath("//meta[@property='og:title']/@content") == [TITLE]
    assert page.xpath("//meta[@property='og:type']/@content") == ["article"]
    (script,) = page.xpath("//script[@type='application/ld+json']")
    news, crumbs = json.loads(script.text)["@graph"]
    assert (news["@type"], news["headline"]) == ("NewsArticle", TITLE)
    assert news["dateModified"] == "2024-04-09T00:00:00+07:00"
    assert crumbs["itemListElement"][1]["item"] == (
        "https://khcn.example.gov.vn/cong/chuyen-muc/tin-trong-tinh/"
    )


def test_the_site_map_names_what_everybody_may_find(build_site: BuildSite) -> None:
    site = build_site(FILES, SETTINGS)
    addresses = sitemap_of(site)
    root = "https://khcn.example.gov.vn/cong/"
    assert f"{root}tin-tuc/vai/" in addresses
    assert root in addresses
    assert list(addresses) == sorted(addresses)
    assert not [address for address in addresses if "nhap" in address or "404" in address]
    assert f"{root}tin-tuc/an/" not in addresses
    assert addresses[f"{root}tin-tuc/vai/"] == "2024-04-09T00:00:00+07:00"


def test_robots_name_the_site_map_and_leave_drafts_alone(build_site: BuildSite) -> None:
    assert build_site(FILES, SETTINGS).read("robots.txt") == (
        "User-agent: *\nDisallow: /cong/ban-nhap/\n\n"
        "Sitemap: https://khcn.example.gov.vn/cong/sitemap.xml\n"
    )


def test_without_an_address_nothing_claims_one(build_site: BuildSite) -> None:
    site = build_site(FILES, NO_ADDRESS)
    assert site.exit_code == 0
    assert not site.has("sitemap.xml")
    assert not site.has(".well-known/security.txt")
    page = site.page("tin-tuc/vai/")
    assert not page.xpath("//link[@rel='canonical'] | //meta[@property='og:url']")
    assert len(site.found("DI001")) == 1


def test_two_builds_of_the_same_content_are_the_same(build_site: BuildSite) -> None:
    first = build_site(FILES, SETTINGS).files
    assert build_site({}, SETTINGS).files == first
