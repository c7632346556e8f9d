"""The body of a document as paper has it."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from lxml.html import HtmlElement
from msgspec import Struct

from plugins.core.extracts import Extraction
from plugins.core.html import parse_fragment, serialise_fragment
from plugins.core.served_files import TYPES

FEATURE = "document_pdfs"
_IMAGE = re.compile(r"<img\b[^>]*>")
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")


class PrintableText(Struct, frozen=True, kw_only=True):
    """What is kept of a text for its PDF.

    Attributes:
        pictures: The names of the files of its pictures, each the widest of its own format.
    """

    pictures: tuple[str, ...]


def printable(body: str, site_url: str, pictures: Mapping[str, Callable[[], bytes]]) -> str:
    """A finished body without what readers switch on; links and pictures work elsewhere.

    Args:
        body: With resolved links.
        site_url: The public address of the site; "" where it has none.
        pictures: What is in the files of its pictures, by their names.
    """
    root = parse_fragment(body)
    for image in list(root.iter("img")):
        _carry(image, pictures)
    for hidden in root.xpath(".//*[@hidden]"):
        hidden.drop_tree()
    for link in root.xpath(".//a"):
        _lead_outside(link, site_url)
    return serialise_fragment(root)


def extraction() -> Extraction[PrintableText]:
    """What is taken out of every text."""
    return Extraction(name=FEATURE, extract=lambda text, _context: pictures_in(text.body))


def pictures_in(body: str) -> PrintableText:
    """The pictures of a body."""
    markup = "".join(_IMAGE.findall(body))
    images = parse_fragment(markup).iter("img") if markup else ()
    return PrintableText(pictures=tuple(dict.fromkeys(map(_name, images))))


def _name(image: HtmlElement) -> str:
    return str(image.get("src")).rpartition("/")[2]


def _carry(image: HtmlElement, pictures: Mapping[str, Callable[[], bytes]]) -> None:
    """Put a picture itself in the place of its addresses; of all forms, only its own."""
    name = _name(image)
    content = b64encode(pictures[name]()).decode()
    kept = {"src": f"data:{TYPES[name.rpartition('.')[2]]};base64,{content}"}
    kept["alt"] = image.get("alt", "")
    image.attrib.clear()
    image.attrib.update(kept)
    for other in list(image.itersiblings("source", preceding=True)):
        other.drop_tree()
    image.getparent().drop_tag()


def _lead_outside(link: HtmlElement, site_url: str) -> None:
    """Keep a link that leads somewhere from a file; a number stays in a span of its class."""
    address = link.get("href", "")
    if address.startswith("/") and site_url:
        link.set("href", urljoin(site_url, address))
    elif not address.startswith(_OUTSIDE):
        for name in ("href", "aria-label"):
            link.attrib.pop(name, None)
        link.tag = "span"
