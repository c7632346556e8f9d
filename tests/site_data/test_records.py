"""The order of sections."""

from plugins.site_data.records import Identity, Section, SiteData


def site_data(*names: str) -> SiteData:
    return SiteData(
        identity=Identity(name="Sở", short_name="Sở"),
        sections=tuple(Section(name=name) for name in names),
    )


def section(name: str) -> Section:
    return Section(name=name)


def test_sections_decide_the_order_and_others_follow_by_the_vietnamese_alphabet() -> None:
    names = ["Đề án", "Dự án", "Tin trong tỉnh", "Ẩm thực", "Tin"]
    found = site_data("Tin trong tỉnh", "Không có bài", "Tin").order(map(section, names))
    assert [each.name for each in found] == ["Tin trong tỉnh", "Tin", "Ẩm thực", "Dự án", "Đề án"]
