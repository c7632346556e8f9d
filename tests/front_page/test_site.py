"""Small real sites."""

from tests.conftest import BuildSite, BuiltSite, article

SECTIONS = '[[section]]\nname = "Tin trong nước"\n\n[[section]]\nname = "Tin trong tỉnh"\n'


def linked(site: BuiltSite) -> list[str]:
    """The articles and sections that the home page links, each once, in order."""
    links = site.page("").xpath("//main//a/@href")
    wanted = [link for link in links if "/tin-tuc/" in link or "/chuyen-muc/" in link]
    return list(dict.fromkeys(wanted))


def test_an_empty_site_has_a_home_page(build_site: BuildSite) -> None:
    site = build_site()
    assert site.exit_code == 0
    assert linked(site) == []


def test_one_article_stands_alone_and_once(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/a.md": article(slug="a")})
    assert site.exit_code == 0
    assert linked(site) == ["/tin-tuc/a/"]


def test_sections_stand_as_the_editors_order_them(build_site: BuildSite) -> None:
    site = build_site(
        {
            "du-lieu/chuyen-muc.toml": SECTIONS,
            "tin-tuc/a.md": article(slug="a", date="05/03/2024"),
            "tin-tuc/b.md": article(slug="b", category="Bản tin", date="04/03/2024"),
            "tin-tuc/c.md": article(slug="c", category="Tin trong nước", date="03/03/2024"),
            "tin-tuc/d.md": article(slug="d", date="06/03/2024", status="draft"),
        }
    )
    sections = [link for link in linked(site) if "/chuyen-muc/" in link]
    assert sections == [
        "/chuyen-muc/tin-trong-nuoc/",
        "/chuyen-muc/tin-trong-tinh/",
        "/chuyen-muc/ban-tin/",
    ]
    assert linked(site)[0] == "/tin-tuc/a/"
    assert "/tin-tuc/d/" not in linked(site)


def test_a_section_shows_the_newest_of_the_site_that_it_does_not_list(
    build_site: BuildSite,
) -> None:
    site = build_site(
        {
            "tin-tuc/a.md": article(slug="a", category="Bản tin", date="05/03/2024"),
            "tin-tuc/b.md": article(slug="b", category="Tin trong nước", date="04/03/2024"),
            "tin-tuc/c.md": article(slug="c", category="Tin trong nước", date="03/03/2024"),
        }
    )

    def newest(section: str) -> list[str]:
        links = site.page(f"chuyen-muc/{section}/").xpath("//main//aside//h3/a/@href")
        return [str(link) for link in links]

    assert newest("ban-tin") == ["/tin-tuc/b/", "/tin-tuc/c/"]
    assert newest("tin-trong-nuoc") == ["/tin-tuc/a/"]
