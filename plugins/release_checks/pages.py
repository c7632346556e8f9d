"""What the checks need to know of each page, read from its markup once."""

from collections.abc import Iterator
from sys import intern
from urllib.parse import urljoin

from lxml import etree
from msgspec import Struct

from plugins.core.releases import BuiltRelease, address_of

# Names of elements that are younger than the parser's list of them.
_YOUNG_ELEMENT = 801
_START, _END = b"<!doctype html>", b"</html>"
_ONCE = ("title", "main", "h1")


class Page(Struct, frozen=True, kw_only=True):
    """One built page.

    Attributes:
        name: The file.
        canonical: The address that it gives itself; "" where it gives none.
        links: Everything to which it leads or which it loads, resolved against its address.
        places: What in it can be led to.
        faults: What is not well formed, in the words of the parser.
    """

    name: str
    canonical: str
    links: frozenset[str]
    places: frozenset[str]
    faults: tuple[str, ...]


def read_pages(release: BuiltRelease) -> dict[str, Page]:
    """All pages of a built site by their files."""
    return {name: read_page(name, release.read(name)) for name in release.named(".html")}


def read_page(name: str, markup: bytes) -> Page:
    """One page."""
    parser = etree.HTMLParser(encoding="utf-8")
    root = etree.fromstring(markup, parser)
    if root is None:
        return _without_content(name)
    canonical = next(iter(_values(root, "//link[@rel='canonical']/@href")), "")
    return Page(
        name=name,
        canonical=canonical,
        links=frozenset(intern(urljoin(address_of(name), link)) for link in _targets(root)),
        places=frozenset(map(intern, _values(root, "//@id"))),
        faults=tuple(_faults(markup, root, parser)),
    )


def _without_content(name: str) -> Page:
    empty: frozenset[str] = frozenset()
    return Page(name=name, canonical="", links=empty, places=empty, faults=("empty",))


def _targets(root: etree._Element) -> Iterator[str]:
    for target in _values(root, "//@href | //@src | //@action"):
        yield target.strip()
    for candidates in _values(root, "//@srcset"):
        yield from (each.split()[0] for each in candidates.split(",") if each.strip())


def _values(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path)
    return [str(value) for value in found] if isinstance(found, list) else []


def _faults(markup: bytes, root: etree._Element, parser: etree.HTMLParser) -> Iterator[str]:
    text = markup.strip()
    if not text.lower().startswith(_START) or not text.endswith(_END):
        yield f"{_START.decode()} … {_END.decode()}"
    for element in _ONCE:
        if (count := len(root.findall(f".//{element}"))) != 1:
            yield f"<{element}> × {count}"
    for fault in parser.error_log:
        if fault.type != _YOUNG_ELEMENT:
            yield f"{fault.line}: {fault.message.strip()}"
