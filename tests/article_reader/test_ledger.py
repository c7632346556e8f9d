"""Nothing that an editor wrote is lost without a word."""

from tests.conftest import BuildSite, article

FILES = {
    "tin-tuc/a.md": article("Bài A"),
    "tin-tuc/b.md": article("Bài B"),
    "tin-tuc/nhap.md": article("Bài nháp", status="draft"),
    "tin-tuc/an.md": article("Bài ẩn", status="hidden"),
    "trang/lien-he.md": "---\ntitle: Liên hệ\nslug: lien-he\n---\n\nĐịa chỉ.\n",
}


def test_the_books_of_a_sound_site_balance(build_site: BuildSite) -> None:
    assert build_site(FILES).codes == []


def test_a_refused_file_is_accounted_for(build_site: BuildSite) -> None:
    site = build_site({**FILES, "tin-tuc/c.md": article("Bài C", date="hôm nay")})

    assert site.codes == ["AR011"]


def test_a_setting_that_drops_articles_stops_the_build(build_site: BuildSite) -> None:
    site = build_site(FILES, {"ARTICLE_SAVE_AS": ""})

    assert set(site.codes) == {"AR034"}
    assert "tin-tuc/b.md" in [found.path for found in site.found("AR034")]
    assert not site.folder.exists()
