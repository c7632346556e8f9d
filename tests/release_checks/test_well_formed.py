"""Pages, feeds, the site map and data that programs could not use are told."""

import pytest

from tests.release_checks.conftest import MakeSite, findings, page

ENTRY = "<entry><id>{id}</id><title>t</title><updated>2024-03-17T00:00:00Z</updated></entry>"
FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>t</title>'
    '<updated>2024-03-17T00:00:00Z</updated><link href="{link}"/>{entries}</feed>'
)
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'


def url_set(*addresses: str) -> str:
    """A site map of addresses."""
    return MAP.format("".join(f"<url><loc>{address}</loc></url>" for address in addresses))


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "Nội dung",
        page()[:-20],
        page().replace("<!doctype html>", ""),
        page("<h1>Hai</h1>"),
        page('<p id="a"></p><p id="a"></p>'),
        page("<p>Một</div>"),
        page().replace("<title>Tin</title>", ""),
    ],
)
def test_a_page_that_a_browser_would_repair_is_told(site: MakeSite, broken: str) -> None:
    assert findings(site({"a/index.html": broken})) == ["RC006 a/index.html"]


def test_young_elements_are_no_fault(site: MakeSite) -> None:
    young = "<search></search><dialog></dialog><glossary-terms></glossary-terms>"
    assert findings(site({"a/index.html": page(young)})) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{"),
        ("a.webmanifest", "x"),
        ("tin.xml", "<feed>"),
        ("tin.xml", FEED.format(link="/a/", entries="")),
        ("tin.xml", FEED.format(link="https://x.vn/", entries="<entry><id>1</id></entry>")),
        ("tin.xml", FEED.format(link="https://x.vn/", entries=ENTRY.format(id=1) * 2)),
        ("tin.xml", FEED.replace("<id>a</id>", "").format(link="https://x.vn/", entries="")),
        ("tin.xml", "<rss><channel><title>t</title></channel></rss>"),
        ("tin.xml", "<rss/>"),
        ("sitemap.xml", url_set("https://x.vn/", "https://x.vn/khong-co/")),
        ("sitemap.xml", url_set("https://x.vn/", "https://y.vn/")),
    ],
)
def test_what_programs_cannot_use_is_told(site: MakeSite, name: str, content: str) -> None:
    assert set(findings(site({name: content}))) == {f"RC007 {name}"}


def test_sound_feeds_and_maps_are_right(site: MakeSite) -> None:
    entries = ENTRY.format(id=1) + ENTRY.format(id=2)
    files = {
        "a/index.html": page(),
        "tin.xml": FEED.format(link="https://x.vn/", entries=entries),
        "sitemap.xml": url_set("https://x.vn/", "https://x.vn/a/"),
        "a.json": "{}",
    }
    assert findings(site(files)) == []
