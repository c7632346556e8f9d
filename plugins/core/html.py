"""Small operations on pieces of HTML that the build itself made."""

import re
from html import unescape

from lxml import html as lxml_html
from lxml.html import HtmlElement

# libxml2 knows HTML 4 only and takes `source` for an element that holds what follows;
# the sanitiser has written every body, so a tag ends at the first `>`.
_SOURCE = re.compile(r"<source\b[^>]*>")
# Elements that may begin and end inside a word or before a full stop.
_WITHIN_WORDS = "a|abbr|code|em|span|strong|sub|sup"
_SOURCE_END = "</source>"
# In what the sanitiser has written, a sign of markup that is none stands escaped, also within
# attributes, and nothing but words is hidden: so words are had ten times sooner than by a tree.
_HIDDEN = re.compile(r'<span(?: [a-z-]+="[^"]*")*? hidden[=> ][^<]*</span>')
_BORDER = re.compile(rf"<(?!/?(?:{_WITHIN_WORDS})\b)[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def parse_fragment(markup: str) -> HtmlElement:
    """The pieces of a body under one `div` that is not part of it."""
    closed = _SOURCE.sub(lambda tag: tag[0] + _SOURCE_END, markup)
    return lxml_html.fragment_fromstring(closed, create_parent="div")


def serialise_fragment(root: HtmlElement) -> str:
    """The markup inside a root made by `parse_fragment`."""
    text: str = lxml_html.tostring(root, encoding="unicode")
    return text.removeprefix("<div>").removesuffix("</div>").replace(_SOURCE_END, "")


def text_of(body: str) -> str:
    """The words of a sanitised body, without markup and without what is hidden at first sight."""
    apart = _BORDER.sub(" ", _HIDDEN.sub("", body))
    return " ".join(unescape(_TAG.sub("", apart)).split())
