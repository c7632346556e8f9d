"""The outgoing links of one text, each with its words and its line."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement
from msgspec import Struct

from plugins.core.html import parse_fragment
from plugins.core.text import squeeze, start_of_line
from plugins.core.text_checks import CheckedText
from plugins.outgoing_links.hosts import leads_out

# No address of a body has blanks, and the sanitiser writes all attributes in one way.
_MAY_LEAD_OUT = re.compile('href="(?i:http)')
_HIDDEN = ".//*[@hidden]"


class BodyLink(Struct, frozen=True, kw_only=True):
    """One link that leads out of the site.

    Attributes:
        text: What readers see of it.
        pictured: Whether a picture stands in it; its description is words enough.
    """

    address: str
    text: str
    pictured: bool
    line: int


class BodyLinks(Struct, frozen=True, kw_only=True):
    """All links of a text that lead out of the site, and how long the text is."""

    links: tuple[BodyLink, ...] = ()
    words: int = 0


def outgoing_links_of(text: CheckedText) -> BodyLinks:
    """The links of a body, in their order."""
    if not _MAY_LEAD_OUT.search(text.body):
        return BodyLinks()
    root = parse_fragment(text.body)
    for hidden in root.xpath(_HIDDEN):
        hidden.drop_tree()
    places = _Places(text)
    links = tuple(_link(element, places) for element in _elements(root))
    return BodyLinks(links=links, words=len(root.text_content().split()))


def _elements(root: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in root.iter("a") if leads_out(element.get("href", "")))


def _link(element: HtmlElement, places: "_Places") -> BodyLink:
    address = element.get("href", "")
    return BodyLink(
        address=address,
        text=squeeze(element.text_content()),
        pictured=element.find(".//img") is not None,
        line=places.line_of(address),
    )


class _Places:
    """Finds the lines of addresses, each behind the place of the same one before."""

    def __init__(self, text: CheckedText) -> None:
        self._source, self._first_line = text.source, text.first_line
        self._start = start_of_line(text.source, text.first_line)
        self._next: dict[str, int] = {}

    def line_of(self, address: str) -> int:
        """The line of an address, the first one again where it is defined once for all."""
        place = self._source.find(address, self._next.get(address, self._start))
        if place < 0:
            place = self._source.find(address, self._start)
        if place < 0:  # Markdown has made another address of what was written
            place = self._source.find(address.partition(":")[2], self._start)
        if place < 0:
            return self._first_line
        self._next[address] = place + 1
        return self._first_line + self._source.count("\n", self._start, place)
