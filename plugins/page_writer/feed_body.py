"""The body of an article as a feed reader needs it: complete addresses, nothing hidden."""

from urllib.parse import urljoin

from plugins.core.html import parse_fragment, serialise_fragment


def feed_body(body: str, address: str) -> str:
    """A body whose links work anywhere and in which nothing waits for a style sheet.

    Args:
        body: The HTML of the page.
        address: The full address of the article.
    """
    root = parse_fragment(body)
    # At its first use an abbreviation says its long form; there is no switch for the others.
    for long in root.xpath(".//abbr[@id]/following-sibling::*[1][self::span[@hidden]]"):
        long.drop_tag()
    for hidden in root.xpath(".//*[@hidden] | .//source"):
        hidden.drop_tree()
    # A feed has no list of abbreviations to lead to.
    for mark in root.xpath(".//abbr/a | .//abbr"):
        mark.drop_tag()
    for element in root.iter("img"):
        for name in ("srcset", "sizes", "loading", "decoding"):
            element.attrib.pop(name, None)
    for name in ("href", "src"):
        for element in root.xpath(f".//*[@{name}]"):
            element.set(name, urljoin(address, element.get(name)))
    return serialise_fragment(root)
