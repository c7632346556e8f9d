"""Small operations on pieces of HTML that the build itself made."""

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement

# libxml2 knows HTML 4 only and takes `source` for an element that holds what follows;
# the sanitiser has written every body, so a tag ends at the first `>`.
_SOURCE = re.compile(r"<source\b[^>]*>")
# Elements that may begin and end inside a word or before a full stop.
_WITHIN_WORDS = frozenset(["a", "abbr", "code", "em", "span", "strong", "sub", "sup"])
_SOURCE_END = "</source>"


def parse_fragment(markup: str) -> HtmlElement:
    """The pieces of a body under one `div` that is not part of it."""
    closed = _SOURCE.sub(lambda tag: tag[0] + _SOURCE_END, markup)
    return lxml_html.fragment_fromstring(closed, create_parent="div")


def serialise_fragment(root: HtmlElement) -> str:
    """The markup inside a root made by `parse_fragment`."""
    text: str = lxml_html.tostring(root, encoding="unicode")
    return text.removeprefix("<div>").removesuffix("</div>").replace(_SOURCE_END, "")


def text_of(markup: str) -> str:
    """The words of a body, without markup and without what is hidden at first sight."""
    root = parse_fragment(markup)
    for hidden in root.xpath(".//*[@hidden]"):
        hidden.drop_tree()
    for block in root.iter():
        if block.tag not in _WITHIN_WORDS:
            block.text = f" {block.text or ''}"
            block.tail = f" {block.tail or ''}"
    return " ".join("".join(root.itertext()).split())
