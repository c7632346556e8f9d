"""Every page of a whole site: what it says of itself, and that its links lead somewhere."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from tests.conftest import BuiltSite
from tests.site.conftest import Page

ADDRESS = "http://localhost:8000"
ERROR_PAGE = "404.html"


def failing(pages: list[Page], *, wrong: Iterator[bool]) -> list[str]:
    return [str(page) for page, bad in zip(pages, wrong, strict=True) if bad]


def text(page: Page, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.root.xpath(path)]


def attribute(page: Page, path: str) -> list[str]:
    return [str(found) for found in page.root.xpath(path)]


def test_every_page_has_one_heading_of_the_first_level(pages: list[Page]) -> None:
    assert (
        failing(pages, wrong=(len(list(filter(None, text(p, "//h1")))) != 1 for p in pages)) == []
    )


def test_no_page_skips_a_level_of_headings(pages: list[Page]) -> None:
    wrong = {}
    for page in pages:
        levels = [
            int(heading.tag[1]) for heading in page.root.xpath("//h1|//h2|//h3|//h4|//h5|//h6")
        ]
        if any(after - before > 1 for before, after in pairwise(levels)):
            wrong[str(page)] = levels

    assert wrong == {}


def test_every_page_is_vietnamese(pages: list[Page]) -> None:
    assert failing(pages, wrong=(page.root.get("lang") != "vi" for page in pages)) == []


def test_every_page_has_a_title_of_its_own(pages: list[Page]) -> None:
    titles = Counter(text(page, "//head/title")[0] for page in pages)

    assert "" not in titles
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_describes_itself(pages: list[Page]) -> None:
    given = (attribute(page, "//meta[@name='description']/@content") for page in pages)

    assert failing(pages, wrong=(len(list(filter(str.strip, each))) != 1 for each in given)) == []


def test_every_page_names_its_own_address(pages: list[Page]) -> None:
    listed = [page for page in pages if page.url != ERROR_PAGE]
    given = (attribute(page, "//link[@rel='canonical']/@href") for page in listed)
    wrong = (each != [f"{ADDRESS}/{page.url}"] for page, each in zip(listed, given, strict=True))

    assert failing(listed, wrong=wrong) == []


def test_no_id_stands_twice_on_a_page(pages: list[Page]) -> None:
    twice = {
        str(page): [name for name, count in Counter(attribute(page, "//@id")).items() if count > 1]
        for page in pages
    }

    assert {page: names for page, names in twice.items() if names} == {}


def links(page: Page) -> Iterator[str]:
    """Every address in a page, for people and for browsers, without the site's own."""
    yield from attribute(page, "//@href | //@src | //meta[@property='og:image']/@content")
    for choices in attribute(page, "//@srcset"):
        yield from (choice.split()[0] for choice in choices.split(","))


def inside(page: Page) -> Iterator[tuple[str, str]]:
    """The path and the fragment of every address that leads to the site itself."""
    for link in links(page):
        parts = urlsplit(urljoin(f"{ADDRESS}/{page.url}", link))
        if f"{parts.scheme}://{parts.netloc}" == ADDRESS:
            yield unquote(parts.path.removeprefix("/")), unquote(parts.fragment)


def test_every_link_and_every_anchor_leads_somewhere(site: BuiltSite, pages: list[Page]) -> None:
    files = {name.removesuffix("index.html") for name in site.files}
    anchors = {page.url: set(attribute(page, "//@id")) for page in pages}
    dead = {
        f"{page} -> {path}#{fragment}"
        for page in pages
        for path, fragment in inside(page)
        if path not in files or (fragment and fragment not in anchors.get(path, ()))
    }

    assert dead == set()


def test_no_link_is_left_in_the_form_of_its_source(pages: list[Page]) -> None:
    left = {f"{page}: {link}" for page in pages for link in links(page) if "{" in link}

    assert left == set()


def test_every_page_can_be_reached_by_links(site: BuiltSite, pages: list[Page]) -> None:
    by_url = {page.url: page for page in pages}
    reached, ahead = set[str](), [""]
    while ahead:
        url = ahead.pop()
        if url in by_url and url not in reached:
            reached.add(url)
            ahead += [path for path, _ in inside(by_url[url])]
    unlisted = {"ban-nhap/nhap/", "tin-tuc/an/", ERROR_PAGE}

    assert set(by_url) - reached <= unlisted


def test_a_page_loads_nothing_from_elsewhere(pages: list[Page]) -> None:
    loaded = (
        "//script/@src | //img/@src | //source/@srcset | //img/@srcset | //iframe/@src"
        " | //link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='manifest']/@href"
    )
    foreign = {
        f"{page}: {link}"
        for page in pages
        for link in attribute(page, loaded)
        if urlsplit(link).netloc or urlsplit(link).scheme
    }

    assert foreign == set()


def is_inline(element: HtmlElement) -> bool:
    """Whether a strict content security policy would stop an element."""
    if element.tag == "style" or "style" in element.attrib:
        return True
    if any(name.startswith("on") for name in element.attrib):
        return True
    return bool(
        element.tag == "script"
        and "src" not in element.attrib
        and element.get("type") != "application/ld+json"
    )


def test_nothing_on_a_page_is_inline(pages: list[Page]) -> None:
    assert failing(pages, wrong=(any(map(is_inline, page.root.iter("*"))) for page in pages)) == []


def test_every_picture_has_a_size_and_an_alternative(pages: list[Page]) -> None:
    wrong = {
        f"{page}: {picture.get('src')}"
        for page in pages
        for picture in page.root.iter("img")
        if not {"width", "height", "alt"} <= set(picture.attrib)
    }

    assert wrong == set()
