"""What pages say of the text of a document, taken out of it once when it is read."""

import re
from html import unescape

from msgspec import Struct, field

from plugins.core.articles import Kind
from plugins.core.body import BodyContext
from plugins.core.extracts import Extraction
from plugins.core.html import text_of
from plugins.core.text_checks import CheckedText
from plugins.official_documents.signatures import Signature, signature_in

FEATURE = "official_documents"
_HEADING = re.compile(r'<h([2-6]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


class Heading(Struct, frozen=True, kw_only=True):
    """A heading of a document, as its table of contents leads to it.

    Attributes:
        level: 1 for the outermost.
        id: Its address on the page.
    """

    level: int
    id: str
    text: str


class DocumentText(Struct, frozen=True, kw_only=True):
    """What the text of a document tells; empty for articles and pages."""

    headings: tuple[Heading, ...] = ()
    signature: Signature = field(default_factory=Signature)


def extraction() -> Extraction[DocumentText]:
    """What is taken out of every text."""
    return Extraction(name=FEATURE, extract=_extract)


def _extract(text: CheckedText, _context: BodyContext) -> DocumentText:
    if text.kind is not Kind.DOCUMENT:
        return DocumentText()
    return DocumentText(headings=headings_in(text.body), signature=signature_in(text.body))


def headings_in(body: str) -> tuple[Heading, ...]:
    """The headings of a finished body."""
    return tuple(
        Heading(level=int(level) - 1, id=unescape(address), text=text_of(markup))
        for level, address, markup in _HEADING.findall(body)
    )
