"""Site data on a real small site."""

from io import BytesIO

import pytest
from PIL import Image

from tests.conftest import BuildSite, article

IDENTITY = 'name = "Sở Tư pháp"\nsite_url = "https://stp.example.gov.vn"\n'
SECURITY = "[security]\nexpires = 2099-01-01\n"
# With no address at all Pelican warns while it reads the settings, before we can give one.
NO_SITEURL = {"SITEURL": "", "FEED_DOMAIN": "https://thay-the.example.vn"}


def test_a_folder_without_data_files_builds_with_one_warning(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article()})
    assert site.exit_code == 0
    assert [found.severity for found in site.diagnostics if found.code.startswith("SD")] == [
        "warning"
    ]
    assert "Cơ quan chưa khai báo tên" in site.page("").text_content()


def test_the_name_of_the_agency_is_on_every_page_and_in_the_feeds(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article(), "du-lieu/co-quan.toml": IDENTITY})
    assert "Sở Tư pháp" in site.page("tin-tuc/a/").text_content()
    assert "<title>Sở Tư pháp" in site.read("tin-moi.atom.xml")


def test_the_agency_gives_the_address_where_nobody_else_did(build_site: BuildSite) -> None:
    files = {"tin-tuc/a.md": article(), "du-lieu/co-quan.toml": IDENTITY + SECURITY}
    site = build_site(files, NO_SITEURL)
    assert "<loc>https://stp.example.gov.vn/tin-tuc/a/</loc>" in site.read("sitemap.xml")
    assert "thay-the" not in site.read("tin-moi.atom.xml")
    assert site.read(".well-known/security.txt").splitlines()[0] == (
        "Contact: https://stp.example.gov.vn/lien-he/"
    )


def test_an_address_given_from_outside_wins(build_site: BuildSite) -> None:
    files = {"tin-tuc/a.md": article(), "du-lieu/co-quan.toml": IDENTITY}
    site = build_site(files, {"SITEURL": "https://thu.example.vn"})
    assert "<loc>https://thu.example.vn/</loc>" in site.read("sitemap.xml")


def test_the_emblem_is_delivered_as_it_is(build_site: BuildSite) -> None:
    target = BytesIO()
    Image.new("RGB", (8, 8), "#0B4A8F").save(target, "PNG")
    files = {
        "tin-tuc/a.md": article(),
        "hinh-anh/dau.png": target.getvalue(),
        "du-lieu/co-quan.toml": 'emblem = "hinh-anh/dau.png"\n' + IDENTITY,
    }
    site = build_site(files)
    assert site.files["bieu-trung.png"] == target.getvalue()
    assert site.page("").xpath("//header//img[@src='/bieu-trung.png']")


def test_sections_give_the_order_of_the_navigation(build_site: BuildSite) -> None:
    files = {
        "tin-tuc/a.md": article("Bài một", category="Tin trong nước"),
        "tin-tuc/b.md": article("Bài hai", category="Tin trong tỉnh"),
        "du-lieu/chuyen-muc.toml": '[[section]]\nname = "Tin trong tỉnh"\n'
        '[[section]]\nname = "Tin trong nước"\n',
    }
    links = build_site(files).page("").xpath("//nav//a[contains(@href, '/chuyen-muc/tin')]/@href")
    assert links[:2] == ["/chuyen-muc/tin-trong-tinh/", "/chuyen-muc/tin-trong-nuoc/"]


@pytest.mark.parametrize("text", ["Thống kê <KHCN>", "Du lịch & lễ hội"])
def test_a_link_without_an_address_is_text_in_its_place(build_site: BuildSite, text: str) -> None:
    files = {
        "tin-tuc/a.md": article(),
        "du-lieu/lien-ket.toml": f'[[side_link]]\ntext = "{text}"\nurl = ""\n',
    }
    home = build_site(files).page("")
    assert text in home.text_content()
    assert not [link for link in home.xpath("//a") if link.text_content().strip() == text]


@pytest.mark.parametrize("settings", [{}, {"SITEURL": "https://stp.example.gov.vn/cong"}])
def test_an_address_of_the_site_leads_somewhere(
    build_site: BuildSite, settings: dict[str, str]
) -> None:
    links = [
        ("/tin-tuc/a/", []),
        ("/tin-tuc/a/#muc-mot", []),
        ("/", []),
        ("/khong-co/", ["SD011"]),
        ("/ban-nhap/nhap/", ["SD011"]),
        ("/%2e%2e/bi-mat", ["SD011"]),
        ("/tin-tuc/a/#muc-mott", ["SD012"]),
    ]
    for url, expected in links:
        site = build_site(
            {
                "tin-tuc/a.md": article(body="## Mục một"),
                "tin-tuc/nhap.md": article("Bài nháp", status="draft"),
                "du-lieu/co-quan.toml": f'name = "Sở Tư pháp"\nfeedback_url = "{url}"\n',
                "du-lieu/lien-ket.toml": f'[[site_link]]\ntext = "Một"\nurl = "{url}"\n',
            },
            settings,
        )
        found = [each for code in ("SD011", "SD012") for each in site.found(code)]
        assert [(each.path, each.line, each.field, each.code) for each in found] == [
            (f"du-lieu/{name}.toml", line, field, code)
            for code in expected
            for name, line, field in (("co-quan", 2, "feedback_url"), ("lien-ket", 3, "url"))
        ]
        assert [each.severity for each in found] == (
            ["error"] * 2 if expected == ["SD011"] else ["warning"] * 2 if expected else []
        )
        assert all(url in each.message for each in found)
