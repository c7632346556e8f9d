"""The lead of an article's page."""

from tests.conftest import BuildSite, article

REGISTER = """
[[term]]
short = "KH&CN"
long = "khoa học và công nghệ"

[[term]]
short = "UBND"
long = "Ủy ban nhân dân"
"""


def test_a_lead_is_marked_like_the_text_and_the_text_has_the_controls(
    build_site: BuildSite,
) -> None:
    summary = "'UBND tỉnh & Sở Khoa học và Công nghệ (KH&CN); Bộ KH&CN, UBND.'"
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": REGISTER,
            "tin-tuc/bai.md": article(body="Sở KH&CN họp.", slug="bai", summary=summary),
        }
    )
    page = site.page("tin-tuc/bai/")
    (lead,) = page.xpath("//p[contains(@class, 'prose__lead')]")
    hidden = [each.text_content() for each in lead.xpath(".//span[@hidden]")]
    assert hidden == [" (Ủy ban nhân dân)", " (khoa học và công nghệ)", " (Ủy ban nhân dân)"]
    for each in lead.xpath(".//span[@hidden]"):
        each.drop_tree()
    assert lead.text_content() == summary.strip("'")
    # Only what the text itself does not use has its control in the lead.
    assert lead.xpath(".//a/@href") == ["#nghia_ubnd"]
    assert page.xpath("//abbr/a/@href") == ["#nghia_ubnd", "#nghia_kh-cn"]
    assert page.xpath("//details//dd/@id") == ["nghia_kh-cn", "nghia_ubnd"]


def test_a_lead_without_abbreviations_is_text(build_site: BuildSite) -> None:
    site = build_site(
        {"tin-tuc/bai.md": article(slug="bai", summary="'Một < hai & “ba”.'", body="Nội dung.")}
    )
    (lead,) = site.page("tin-tuc/bai/").xpath("//p[contains(@class, 'prose__lead')]")
    assert lead.text == "Một < hai & “ba”."
    assert len(lead) == 0
