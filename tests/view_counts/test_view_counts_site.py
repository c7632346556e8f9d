"""View counts on a real small site."""

from tests.conftest import BuildSite, article


def test_a_count_is_shown_only_where_somebody_gave_one(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/a.md": article("Bài một"),
            "tin-tuc/b.md": article("Bài hai"),
            "du-lieu/luot-xem.toml": '[[view]]\nslug = "a"\nvalue = 31\ntaken_on = ""\n',
        }
    )
    assert site.codes == []
    (count,) = site.page("tin-tuc/a/").xpath("//*[@class='view-count']")
    assert "31" in count.text_content()
    assert "chưa rõ ngày" in count.text_content()
    assert not site.page("tin-tuc/b/").xpath("//*[@class='view-count']")


def test_a_count_of_nobody_does_not_stop_the_build(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/a.md": article(),
            "du-lieu/luot-xem.toml": '[[view]]\nslug = "aa"\nvalue = 31\n',
        }
    )
    assert site.exit_code == 0
    (found,) = site.found("VC002")
    assert (found.path, found.line) == ("du-lieu/luot-xem.toml", 2)
