"""The body of a document as paper has it."""

from dataclasses import dataclass
from urllib.parse import urljoin

from lxml.html import HtmlElement

from plugins.core.extracts import Extraction
from plugins.core.html import parse_fragment, serialise_fragment

FEATURE = "document_pdfs"
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintableText:
    """Whether a text has pictures, which PDFs do not show."""

    pictures: bool


def printable(body: str, site_url: str) -> str:
    """A finished body without what readers switch on, and with links that work elsewhere.

    Args:
        body: With resolved links.
        site_url: The public address of the site; "" where it has none.
    """
    root = parse_fragment(body)
    for hidden in root.xpath(".//*[@hidden]"):
        hidden.drop_tree()
    for link in root.xpath(".//a"):
        _lead_outside(link, site_url)
    return serialise_fragment(root)


def extraction() -> Extraction[PrintableText]:
    """What is taken out of every text."""
    return Extraction(
        name=FEATURE, extract=lambda text, _context: PrintableText(pictures="<img" in text.body)
    )


def _lead_outside(link: HtmlElement, site_url: str) -> None:
    """Keep a link that leads somewhere from a file; a number stays in a span of its class."""
    address = link.get("href", "")
    if address.startswith("/") and site_url:
        link.set("href", urljoin(site_url, address))
    elif not address.startswith(_OUTSIDE):
        for name in ("href", "aria-label"):
            link.attrib.pop(name, None)
        link.tag = "span"
