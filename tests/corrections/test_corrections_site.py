"""Corrections on a small real site."""

from tests.conftest import BuildSite, article


def test_corrections_stand_above_the_text(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/a.md": article(
                "Một", corrections='["21/03/2024: Số đơn vị là 21."]', body="Toàn văn.", slug="a"
            ),
            "tin-tuc/b.md": article("Hai", slug="b"),
        }
    )
    assert site.codes == []
    (section,) = site.page("tin-tuc/a/").xpath("//section[h2='Đính chính']")
    assert " ".join("".join(section.itertext()).split()) == (
        "Đính chính 21/03/2024: Số đơn vị là 21."
    )
    text = site.page("tin-tuc/a/").xpath("string(//article)")
    assert text.index("Đính chính") < text.index("Toàn văn.")
    assert "Đính chính" not in site.read("tin-tuc/b/index.html")


def test_a_slip_stops_the_build(build_site: BuildSite) -> None:
    assert build_site({"tin-tuc/a.md": article(corrections='["Đã sửa."]')}).codes == ["CO001"]
