"""The order of sections."""

from plugins.site_data.records import Identity, Section, SiteData


def site_data(*names: str) -> SiteData:
    return SiteData(
        identity=Identity(name="Sở", short_name="Sở"),
        sections=tuple(Section(name=name) for name in names),
    )


def test_sections_decide_the_order_and_others_follow_by_the_vietnamese_alphabet() -> None:
    categories = [("Đề án", 1), ("Dự án", 2), ("Tin trong tỉnh", 3), ("Ẩm thực", 4), ("Tin", 5)]
    ordered = site_data("Tin trong tỉnh", "Không có bài", "Tin").order(categories)
    assert ordered == [
        ("Tin trong tỉnh", 3),
        ("Tin", 5),
        ("Ẩm thực", 4),
        ("Dự án", 2),
        ("Đề án", 1),
    ]
