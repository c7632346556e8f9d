"""Whether pages, feeds, the site map and data can be read by the programs they are made for."""

import json
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from lxml import etree

from plugins.core.diagnostics import Diagnostic
from plugins.core.releases import BuiltRelease, file_at
from plugins.release_checks import messages
from plugins.release_checks.pages import Page

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_ATOM_NEEDS = ("id", "title", "updated")
_RSS_NEEDS = ("title", "link", "description")


def find_malformed_pages(pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
    """A finding for every page that a browser would have to repair."""
    for page in pages.values():
        if page.faults:
            yield messages.malformed_page(page.name, page.faults[0])


def find_malformed_files(release: BuiltRelease) -> Iterator[Diagnostic]:
    """A finding for every feed, site map and JSON file that programs cannot use."""
    for name in release.named(".json", ".webmanifest"):
        try:
            json.loads(release.read(name))
        except ValueError as fault:
            yield messages.malformed_file(name, str(fault))
    for name in release.named(".xml"):
        try:
            root = etree.fromstring(release.read(name), etree.XMLParser(no_network=True))
        except etree.XMLSyntaxError as fault:
            yield messages.malformed_file(name, str(fault))
            continue
        for found in _faults(release, root):
            yield messages.malformed_file(name, found)


def _faults(release: BuiltRelease, root: etree._Element) -> Iterator[str]:
    if root.tag == f"{_ATOM}feed":
        yield from _atom_faults(root)
    elif root.tag == "rss":
        yield from _rss_faults(root)
    elif root.tag == f"{_MAP}urlset":
        yield from _map_faults(release, root)


def _atom_faults(feed: etree._Element) -> Iterator[str]:
    for node in (feed, *feed.iter(f"{_ATOM}entry")):
        yield from (need for need in _ATOM_NEEDS if not node.findtext(f"{_ATOM}{need}"))
        links = (str(link.get("href", "")) for link in node.findall(f"{_ATOM}link"))
        yield from (link for link in links if not urlsplit(link).netloc)
    identities = [node.findtext(f"{_ATOM}id") for node in feed.iter(f"{_ATOM}entry")]
    if len(set(identities)) < len(identities):
        yield "id"


def _rss_faults(rss: etree._Element) -> Iterator[str]:
    channel = rss.find("channel")
    if channel is None:
        yield "channel"
        return
    yield from (need for need in _RSS_NEEDS if channel.find(need) is None)
    for item in channel.iter("item"):
        yield from (need for need in ("title", "link") if not item.findtext(need))


def _map_faults(release: BuiltRelease, urlset: etree._Element) -> Iterator[str]:
    """Addresses of the map that have no file; the home page, which is listed, has the root."""
    files = frozenset(release.files)
    locations = [str(node.text) for node in urlset.iter(f"{_MAP}loc")]
    root = min(locations, key=len, default="")
    for location in locations:
        path = unquote(location.removeprefix(root))
        if not location.startswith(root) or file_at(path) not in files:
            yield location
