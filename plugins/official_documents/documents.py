"""What a page says about a document, and which documents and articles name each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.corpus import Card
from plugins.core.dates import date_short
from plugins.core.diagnostics import Diagnostic
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.text import collation_key
from plugins.official_documents import messages

_DOCUMENTS = frozenset({Kind.DOCUMENT})

HEADER_FIELDS = (
    HeaderField(
        name="type",
        kind=HeaderKind.TEXT,
        about=messages.ABOUT_TYPE,
        kinds=_DOCUMENTS,
        required=_DOCUMENTS,
    ),
    HeaderField(
        name="number",
        kind=HeaderKind.TEXT,
        about=messages.ABOUT_NUMBER,
        kinds=_DOCUMENTS,
        required=_DOCUMENTS,
    ),
    HeaderField(
        name="issuer",
        kind=HeaderKind.TEXT,
        about=messages.ABOUT_ISSUER,
        kinds=_DOCUMENTS,
        required=_DOCUMENTS,
    ),
    HeaderField(name="signer", kind=HeaderKind.TEXT, about=messages.ABOUT_SIGNER, kinds=_DOCUMENTS),
    HeaderField(
        name="documents",
        kind=HeaderKind.LIST,
        about=messages.ABOUT_DOCUMENTS,
        kinds=frozenset({Kind.ARTICLE, Kind.DOCUMENT}),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """The facts of a document as a page shows them; the word for unknown where they are."""

    type: str
    number: str
    issuer: str
    date: str
    signer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocuments:
    """What an article or document has to do with official documents.

    Attributes:
        facts: The facts of a document; None for articles and pages.
        documents: The documents that it names, in its own order.
        articles: The public articles that name this document, newest first.
    """

    facts: DocumentFacts | None = None
    documents: tuple[Card, ...] = ()
    articles: tuple[Card, ...] = ()


def facts_of(record: ArticleRecord) -> DocumentFacts | None:
    """The facts of a document; None for anything else."""
    if record.kind is not Kind.DOCUMENT:
        return None
    issued = record.header.get("date")
    return DocumentFacts(
        type=record.header_text("type") or messages.UNKNOWN,
        number=record.header_text("number") or messages.UNKNOWN,
        issuer=record.header_text("issuer") or messages.UNKNOWN,
        date=date_short(issued) if isinstance(issued, date) else messages.UNKNOWN,
        signer=record.header_text("signer"),
    )


def newest_document_first(record: ArticleRecord) -> tuple[float, object]:
    """A sort key for lists: newest first, unknown dates last, then by title."""
    issued = record.header.get("date")
    age = -issued.timestamp() if isinstance(issued, datetime) else float("inf")
    return age, collation_key(record.title)


def find_unusable_names(
    naming: Iterable[ArticleRecord], documents: Mapping[str, ArticleRecord]
) -> Iterator[Diagnostic]:
    """A finding for every named document that a reader could not open.

    Args:
        naming: The articles and documents whose `documents` key is read.
        documents: All documents by slug.
    """
    for record in naming:
        line = record.line("documents")
        for slug in record.header_list("documents"):
            document = documents.get(slug)
            if document is None:
                nearest = next(iter(get_close_matches(slug, documents, n=1)), "")
                yield messages.unknown_document(record.path, line, slug, nearest)
            elif document.status is Status.DRAFT and record.status is not Status.DRAFT:
                yield messages.draft_document(record.path, line, slug)
