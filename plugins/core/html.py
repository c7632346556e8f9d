"""Small operations on pieces of HTML that the build itself made."""

from lxml import html as lxml_html
from lxml.html import HtmlElement


def parse_fragment(markup: str) -> HtmlElement:
    """The pieces of a body under one `div` that is not part of it."""
    return lxml_html.fragment_fromstring(markup, create_parent="div")


def serialise_fragment(root: HtmlElement) -> str:
    """The markup inside a root made by `parse_fragment`."""
    text: str = lxml_html.tostring(root, encoding="unicode")
    return text.removeprefix("<div>").removesuffix("</div>")


def text_of(markup: str) -> str:
    """The words of a body, without markup and without what is hidden at first sight."""
    root = parse_fragment(markup)
    for hidden in root.xpath(".//*[contains(@class, '__long')]"):
        hidden.drop_tree()
    return " ".join(" ".join(root.itertext()).split())
