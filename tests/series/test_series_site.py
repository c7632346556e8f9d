"""Series on small real sites."""

from tests.conftest import BuildSite, article

NAME = "Chuyển đổi số ở cơ sở"
PAGE = "chuyen-de/chuyen-doi-so-o-co-so/"


def test_a_series_has_a_page_in_order_and_its_articles_lead_to_each_other(
    build_site: BuildSite,
) -> None:
    site = build_site(
        {
            "tin-tuc/a.md": article("Mở đầu", "01/03/2024", series=NAME, series_order="1"),
            "tin-tuc/b.md": article("Kết", "02/03/2024", series=NAME),
            "tin-tuc/c.md": article("Giữa", "03/03/2024", series=NAME, series_order="2"),
            "tin-tuc/d.md": article("Lẻ", "04/03/2024"),
        },
        {"SITEURL": "https://example.gov.vn"},
    )
    assert site.codes == []
    titles = site.page(PAGE).xpath("//*[@class='article-card__link']/text()")
    assert titles == ["Mở đầu", "Giữa", "Kết"]
    items = site.page("tin-tuc/c/").xpath("//aside//li[@class='related-documents__item']")
    assert [" ".join(" ".join(item.itertext()).split()) for item in items] == [
        f"Bài 2 của chuyên đề {NAME}",
        "Bài trước Mở đầu",
        "Bài sau Kết",
    ]
    assert NAME not in site.read("tin-tuc/d/index.html")
    assert f"/{PAGE}" in site.read("so-do-trang/index.html")
    assert f"/{PAGE}" in site.read("sitemap.xml")
    assert "/chuyen-de/" in site.read("index.html")
    assert f"/{PAGE}" in site.read("chuyen-de/index.html")


def test_without_series_there_is_no_trace(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article()})
    assert not site.has("chuyen-de/index.html")
    assert "chuyen-de" not in "".join(
        site.read(name) for name in site.files if name.endswith(".html")
    )
