"""A whole site: feeds, site map, dates, and that the day of the build is nowhere."""

from pathlib import Path

import feedparser
import pytest
from lxml import etree

from tests.conftest import BuiltSite, build_folder
from tests.site.conftest import CAPTIONS, CORPUS_SIZE, Page

ADDRESS = "http://localhost:8000"
REPORT = "tin-tuc/khcn-dia-phuong-phat-trien-nhanh-ben-vung/"


def test_feeds_are_well_formed_and_lead_to_pages(site: BuiltSite) -> None:
    feeds = {
        name: feedparser.parse(content)
        for name, content in site.files.items()
        if name.endswith(("atom.xml", "rss.xml"))
    }

    assert {"tin-moi.atom.xml", "tin-moi.rss.xml"} < set(feeds)
    assert [name for name, feed in feeds.items() if feed.bozo] == []
    for feed in feeds.values():
        assert feed.feed.title
        assert 0 < len(feed.entries) <= 20
        for entry in feed.entries:
            assert entry.id == entry.link
            assert entry.title
            assert entry.published_parsed
            assert site.has(f"{entry.link.removeprefix(f'{ADDRESS}/')}index.html")


def test_the_site_map_lists_exactly_the_listed_pages(site: BuiltSite, pages: list[Page]) -> None:
    listed = etree.fromstring(site.files["sitemap.xml"]).iter("{*}loc")
    unlisted = {"404.html", "ban-nhap/nhap/", "tin-tuc/an/"}

    assert sorted(str(entry.text) for entry in listed) == sorted(
        f"{ADDRESS}/{page.url}" for page in pages if page.url not in unlisted
    )


def test_dates_have_the_forms_of_the_source(first_site: BuiltSite) -> None:
    report = " ".join(first_site.page(REPORT).xpath("//main")[0].text_content().split())

    assert "Chủ Nhật, 17/03/2024" in report
    assert "Ngày 11/04/2024" in report


def test_machines_read_the_same_dates(first_site: BuiltSite) -> None:
    for page in (REPORT, "", "tin-tuc/"):
        for time in first_site.page(page).iter("time"):
            shown = time.text_content().split()[-1]
            year, month, day = time.attrib["datetime"][:10].split("-")
            assert shown == f"{day}/{month}/{year}"


def test_the_day_of_the_build_is_nowhere(
    first_content: Path,
    tmp_path: Path,
    picture_store: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trees = []
    for number, epoch in enumerate(("1718000000", "1768000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        output = tmp_path / str(number)
        built = build_folder(first_content, output, {"STORE_PATH": str(picture_store)})
        assert built.exit_code == 0
        trees.append(built.files)

    assert trees[0] == trees[1]


def test_a_corpus_of_the_benchmark_is_written_whole(corpus_site: BuiltSite) -> None:
    slugs = [f"hoi-nghi-ban-ve-nhiem-vu-{number + 1:05}" for number in range(CORPUS_SIZE)]

    assert corpus_site.codes == []
    assert [slug for slug in slugs if not corpus_site.has(f"tin-tuc/{slug}/index.html")] == []
    page = corpus_site.page(f"tin-tuc/{slugs[0]}/")
    captions = [caption.text_content() for caption in page.xpath("//main//figure/figcaption")]
    assert captions == [CAPTIONS[0]]
    assert page.xpath("//h1")[0].text_content() == "Hội nghị bàn về: nhiệm vụ (tin số 1)"


def test_numbered_pages_of_a_corpus(corpus_site: BuiltSite) -> None:
    for name in ("tin-tuc/trang-1", "tin-tuc/trang-2"):
        assert corpus_site.has(f"{name}/index.html")
    assert not corpus_site.has("tin-tuc/trang-3/index.html")
