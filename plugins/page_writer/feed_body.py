"""The body of an article as a feed reader needs it: complete addresses, nothing hidden."""

from urllib.parse import urljoin

from lxml.etree import strip_elements, strip_tags

from plugins.core.html import parse_fragment, serialise_fragment

# What goes is given the name of something that goes anyway: a text has very much of it.
_ABBREVIATION, _SOURCE = "abbr", "source"


def feed_body(body: str, address: str) -> str:
    """A body whose links work anywhere and in which nothing waits for a style sheet.

    Args:
        body: The HTML of the page.
        address: The full address of the article.
    """
    root = parse_fragment(body)
    # At its first use an abbreviation says its long form; there is no switch for the others.
    for long in root.xpath(".//abbr[@id]/following-sibling::*[1][self::span[@hidden]]"):
        long.tag = _ABBREVIATION
        del long.attrib["hidden"]
    for hidden in root.xpath(".//*[@hidden]"):
        hidden.tag = _SOURCE
    # A feed has no list of abbreviations to lead to.
    for link in root.xpath(".//abbr/a"):
        link.tag = _ABBREVIATION
    strip_elements(root, _SOURCE, with_tail=False)
    strip_tags(root, _ABBREVIATION)
    for element in root.iter("img"):
        for name in ("srcset", "sizes", "loading", "decoding"):
            element.attrib.pop(name, None)
    for name in ("href", "src"):
        for element in root.xpath(f".//*[@{name}]"):
            element.set(name, urljoin(address, element.get(name)))
    return serialise_fragment(root)
