"""What pages say of the text of a document, taken out of it once when it is read."""

from dataclasses import dataclass, field

from plugins.core.articles import Kind
from plugins.core.body import BodyContext
from plugins.core.extracts import Extraction
from plugins.core.text_checks import CheckedText
from plugins.official_documents.signatures import Signature, signature_in

FEATURE = "official_documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """What the text of a document tells; empty for articles and pages."""

    signature: Signature = field(default_factory=Signature)


def extraction() -> Extraction[DocumentText]:
    """What is taken out of every text."""
    return Extraction(name=FEATURE, extract=_extract)


def _extract(text: CheckedText, _context: BodyContext) -> DocumentText:
    if text.kind is not Kind.DOCUMENT:
        return DocumentText()
    return DocumentText(signature=signature_in(text.body))
