"""Which documents each text cites, taken out of it once when it is read."""

from msgspec import Struct

from plugins.citations.recognition import find_citations
from plugins.core.body import BodyContext
from plugins.core.extracts import Extraction
from plugins.core.html import text_of
from plugins.core.text_checks import CheckedText

FEATURE = "citations"


class CitedDocument(Struct, frozen=True, kw_only=True):
    """A document that a text cites, as the text calls it first."""

    key: str
    name: str


class TextCitations(Struct, frozen=True, kw_only=True):
    """The documents that a text cites, in the order in which it does so first."""

    cited: tuple[CitedDocument, ...] = ()


def extraction() -> Extraction[TextCitations]:
    """What is taken out of every text."""
    return Extraction(name=FEATURE, extract=_extract)


def citations_in(text: str) -> TextCitations:
    """The documents that a text cites."""
    cited: dict[str, CitedDocument] = {}
    for each in find_citations(text):
        cited.setdefault(each.key, CitedDocument(key=each.key, name=each.name))
    return TextCitations(cited=tuple(cited.values()))


def _extract(text: CheckedText, _context: BodyContext) -> TextCitations:
    return citations_in(text_of(text.body)) if text.body else TextCitations()
