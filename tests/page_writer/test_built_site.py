"""What the writer does to real small sites."""

import os
import subprocess
import sys
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from plugins.article_reader.config import ArticleReaderSettings
from plugins.core.html import parse_fragment
from plugins.core.signals import pages_requested
from tests.conftest import ROOT, BuildSite, BuiltSite, article, write_files

PUBLIC = {"SITEURL": "https://khcn.example", "FEED_DOMAIN": "https://khcn.example"}
TWO = {
    "tin-tuc/a.md": article("Bài A", date="17/03/2024", slug="bai-a"),
    "tin-tuc/b.md": article("Bài B", date="18/03/2024", slug="bai-b"),
}


def times(site: BuiltSite) -> dict[str, int]:
    return {name: (site.folder / name).stat().st_mtime_ns for name in site.files}


def test_nothing_changes_when_nothing_has_changed(build_site: BuildSite) -> None:
    before = times(build_site(TWO))

    assert times(build_site(TWO)) == before


def test_a_changed_article_touches_its_own_page_and_those_that_name_it(
    build_site: BuildSite,
) -> None:
    before = times(build_site(TWO))
    after = times(build_site({"tin-tuc/a.md": article("Bài A", slug="bai-a", body="Khác.")}))

    assert before["tu-viet-tat/index.html"] == after["tu-viet-tat/index.html"]
    assert before["van-ban/index.html"] == after["van-ban/index.html"]
    assert before["tin-tuc/bai-a/index.html"] != after["tin-tuc/bai-a/index.html"]


def test_the_page_of_a_removed_article_goes_away_and_a_foreign_file_stays(
    build_site: BuildSite,
) -> None:
    site = build_site(TWO)
    (site.folder / "tep-la.txt").write_text("lạ", encoding="utf-8")
    (site.content / "tin-tuc/b.md").unlink()
    site = build_site()

    assert site.exit_code == 0
    assert not (site.folder / "tin-tuc/bai-b").exists()
    assert site.has("tin-tuc/bai-a/index.html")
    assert site.read("tep-la.txt") == "lạ"


def test_a_failed_build_leaves_the_output_byte_for_byte(build_site: BuildSite) -> None:
    site = build_site(TWO)
    files, stamps = site.files, times(site)
    failed = build_site({"tin-tuc/a.md": article("Bài A", date="hôm nay")})

    assert failed.exit_code == 1
    assert (failed.files, times(failed)) == (files, stamps)
    assert sorted(path.name for path in failed.folder.parent.iterdir()) == [
        ".output.files.json",
        "content",
        "output",
    ]


def test_a_build_that_breaks_leaves_the_output_byte_for_byte(build_site: BuildSite) -> None:
    site = build_site(TWO)
    files, stamps = site.files, times(site)
    with pytest.raises(ZeroDivisionError):
        build_site({"tin-tuc/a.md": article("Khác")}, {"PLUGINS": [*_plugins(), _Breaking()]})

    assert (site.files, times(site)) == (files, stamps)


def break_when_pages_are_made(_corpus: object) -> None:
    raise ZeroDivisionError


class _Breaking:
    """A plugin that raises while pages are written."""

    __name__ = "breaking"

    @staticmethod
    def register() -> None:
        pages_requested.connect(break_when_pages_are_made)


def _plugins() -> list[object]:
    from pelicanconf import PLUGINS  # noqa: PLC0415  (what the site has, read where it is wanted)

    return list(PLUGINS)


def test_two_articles_with_one_address_are_both_named_and_nothing_is_applied(
    build_site: BuildSite,
) -> None:
    before = build_site(TWO).files
    site = build_site({"tin-tuc/c.md": article("Bài C", slug="bai-a")})

    (found,) = site.found("AR028")
    assert {found.path, found.message.rpartition(" ")[2]} == {"tin-tuc/a.md", "tin-tuc/c.md"}
    assert site.exit_code == 1
    assert site.files == before


@pytest.mark.parametrize("slug", ["tin-tuc", "404", "van-ban", "the", "chuyen-muc"])
def test_a_page_cannot_take_the_address_of_a_list(build_site: BuildSite, slug: str) -> None:
    site = build_site(
        {
            "trang/mot.md": f"---\ntitle: Một\nslug: {slug}\n---\n\nMột.\n",
            "trang/hai.md": "---\ntitle: Hai\nslug: lien-he\n---\n\nHai.\n",
        },
        # The reader refuses such names first; here the book of the writer stands alone.
        {"ARTICLE_READER": ArticleReaderSettings(own_addresses=())},
    )

    assert bool(site.found("PW001")) == (slug != "404")


def test_a_long_list_is_written_in_numbered_pages(build_site: BuildSite) -> None:
    files = {
        f"tin-tuc/bai-{number:02}.md": article(
            f"Bài {number}", date=f"{number % 28 + 1:02}/03/2024"
        )
        for number in range(41)
    }
    site = build_site(files)

    assert site.exit_code == 0
    assert site.has("tin-tuc/trang-1/index.html")
    assert not site.has("tin-tuc/trang-2/index.html")
    assert site.has("chuyen-muc/tin-trong-tinh/trang-1/index.html")
    assert site.has("tin-tuc/2024/03/trang-1/index.html")


def test_tags_stand_in_the_order_of_dictionaries(build_site: BuildSite) -> None:
    names = ["An toàn thông tin", "Cuộc thi", "Đề án 844", "Hội nghị", "Ốp lát", "Ớt", "Ưu đãi"]
    site = build_site({"tin-tuc/a.md": article(tags=", ".join(reversed(names)))})

    assert site.page("the/").xpath("//main//a[@rel='tag']/text()") == names


HOSTILE_TITLE = "A & B <C> KT&GT;"
FEEDS = ("tin-moi.atom.xml", "tin-moi.rss.xml")
SECTION_FEEDS = ("chuyen-muc/doi-moi/tin-moi.atom.xml", "chuyen-muc/doi-moi/tin-moi.rss.xml")


@pytest.fixture
def feed_site(build_site: BuildSite) -> BuiltSite:
    """A public site of two articles with everything that a feed can get wrong."""
    return build_site(
        {
            "tin-tuc/a.md": article(
                f"'{HOSTILE_TITLE}'",
                slug="bai-a",
                category="Đổi mới",
                tags="KH&CN, a > b",
                summary="'Tóm & tắt <b>'",
                body="UBND tỉnh: [Bài B](b.md) và [thẻ](/the/) KH&CN.\n\n## Mục\n\n[xem](#muc)",
            ),
            "tin-tuc/b.md": article("Bài B", date="18/03/2024 08:30", slug="bai-b"),
            "tin-tuc/c.md": article("Bài nháp", status="nháp"),
        },
        PUBLIC,
    )


@pytest.mark.parametrize("name", FEEDS + SECTION_FEEDS)
def test_a_feed_is_well_formed_and_names_its_articles(feed_site: BuiltSite, name: str) -> None:
    feed = feedparser.parse(feed_site.files[name])

    assert not feed.bozo
    # The title as it stands: plain text, escaped once; feedparser takes it for HTML in RSS.
    titles = [title.text for title in etree.fromstring(feed_site.files[name]).iter("{*}title")]
    assert titles[1:] == ["Bài B"] * (name in FEEDS) + [HOSTILE_TITLE]
    assert [entry.link for entry in feed.entries][-1] == "https://khcn.example/tin-tuc/bai-a/"
    assert [entry.id for entry in feed.entries] == [entry.link for entry in feed.entries]


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_escapes_its_texts_once(feed_site: BuiltSite, name: str) -> None:
    entry = feedparser.parse(feed_site.files[name]).entries[-1]

    assert parse_fragment(entry.summary).text_content() == "Tóm & tắt <b>"
    assert [tag.term for tag in entry.tags] == ["Đổi mới", "KH&CN", "a > b"]
    assert entry.published_parsed[:5] == (2024, 3, 16, 17, 0)


def test_an_atom_feed_has_the_whole_text_with_complete_addresses(feed_site: BuiltSite) -> None:
    entry = feedparser.parse(feed_site.files["tin-moi.atom.xml"]).entries[-1]
    root = parse_fragment(entry.content[0].value)

    assert [link.get("href") for link in root.iter("a")] == [
        "https://khcn.example/tin-tuc/bai-b/",
        "https://khcn.example/the/",
        "https://khcn.example/tin-tuc/bai-a/#muc",
    ]
    assert root.text_content().startswith("UBND tỉnh: Bài B và thẻ KH&CN.")


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_says_long_forms_at_their_first_use(build_site: BuildSite, name: str) -> None:
    site = build_site(
        {
            "du-lieu/tu-viet-tat.toml": '[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"\n',
            "tin-tuc/a.md": article(body="UBND tỉnh họp. UBND huyện nghỉ."),
        },
        PUBLIC,
    )

    assert site.exit_code == 0
    (entry,) = feedparser.parse(site.read(name)).entries
    expanded = "UBND (Ủy ban nhân dân) tỉnh họp. UBND huyện nghỉ."
    assert entry.summary == expanded
    for content in entry.get("content", ()):
        assert parse_fragment(content.value).text_content() == expanded


def test_a_site_without_an_address_has_no_feed_and_says_so(build_site: BuildSite) -> None:
    site = build_site(TWO, {"SITEURL": "", "FEED_DOMAIN": ""})

    assert [name for name in site.files if name.endswith(("atom.xml", "rss.xml"))] == []
    assert [(found.severity, found.path) for found in site.found("DI001")] == [("advice", "")]
    assert site.exit_code == 0


def test_a_site_without_articles_has_no_feed(build_site: BuildSite) -> None:
    site = build_site({}, PUBLIC)

    assert site.exit_code == 0
    assert [name for name in site.files if name.endswith(("atom.xml", "rss.xml"))] == []


def test_a_feed_holds_the_newest_twenty(build_site: BuildSite) -> None:
    files = {
        f"tin-tuc/bai-{number:02}.md": article(f"Bài {number}", date=f"{number + 1:02}/03/2024")
        for number in range(25)
    }
    entries = feedparser.parse(build_site(files, PUBLIC).files["tin-moi.atom.xml"]).entries

    assert [entry.title for entry in entries] == [f"Bài {number}" for number in range(24, 4, -1)]


def _build_elsewhere(content: Path, output: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output)]
    subprocess.run(
        [*command, "-s", str(ROOT / "pelicanconf.py")],
        check=True,
        cwd=output.parent,
        env={**os.environ, "STORE_PATH": str(output.parent / "store"), **environment},
        capture_output=True,
    )
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def test_neither_hash_seed_nor_place_nor_zone_nor_file_times_change_a_byte(tmp_path: Path) -> None:
    files = {
        f"tin-tuc/{number % 3}/bai-{number}.md": article(
            f"Bài {number}",
            date=f"{number % 4 + 1:02}/03/2024",
            category=f"Mục {number % 3}",
            tags=", ".join(f"thẻ {(number + step) % 7}" for step in range(3)),
            body="Sở KH&CN (khoa học và công nghệ) họp.",
        )
        for number in range(24)
    }
    first, second = tmp_path / "a", tmp_path / "noi-khac" / "sau-hon"
    write_files(first / "content", files)
    write_files(second / "content", dict(reversed(files.items())))
    for path in (second / "content").rglob("*.md"):
        os.utime(path, (1, 1))

    trees = [
        _build_elsewhere(first / "content", first / "output", PYTHONHASHSEED="0", TZ="UTC"),
        _build_elsewhere(
            second / "content", second / "ra", PYTHONHASHSEED="12345", TZ="Pacific/Kiritimati"
        ),
    ]

    assert len(trees[0]) > 60
    assert [name for name in trees[0] if trees[0][name] != trees[1].get(name)] == []
    assert trees[0].keys() == trees[1].keys()


def test_what_nobody_should_find_asks_not_to_be_indexed(build_site: BuildSite) -> None:
    site = build_site(
        {
            "tin-tuc/cong-khai.md": article(slug="cong-khai"),
            "tin-tuc/an.md": article(slug="an", status="hidden", category="Riêng"),
            "tin-tuc/nhap.md": article(slug="nhap", status="draft"),
        }
    )
    robots = "//meta[@name='robots']/@content"
    assert site.page("tin-tuc/cong-khai/").xpath(robots) == []
    for url in ("tin-tuc/an/", "ban-nhap/nhap/", "404.html"):
        assert site.page(url).xpath(robots) == ["noindex"]
    assert not site.page("tin-tuc/an/").xpath("//a[contains(@href, 'chuyen-muc/rieng')]")
