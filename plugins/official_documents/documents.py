"""What a page says about a document, from its header and its text."""

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind
from plugins.core.corpus import Card
from plugins.core.dates import date_in_words, date_short
from plugins.core.document_types import document_type
from plugins.core.text import collation_key
from plugins.official_documents import messages
from plugins.official_documents.header import known
from plugins.official_documents.signatures import Signature
from plugins.official_documents.texts import Heading


class DocumentFacts(Struct, frozen=True, kw_only=True):
    """The facts of a document that lists show; the word for unknown where they are.

    Attributes:
        year: Of its issue; 0 where unknown.
        validity: Whether it is in force, as its page says it.
    """

    type: str
    number: str
    issuer: str
    date: str
    year: int = 0
    validity: str = messages.UNKNOWN


class Letterhead(Struct, frozen=True, kw_only=True):
    """What stands above the title on paper; "" for what nobody knows or the source has not.

    Attributes:
        national: Whether the source has the name of the country and its motto.
        place_and_date: As the decree writes them.
        type: The type as a heading; "" for official letters, which have none.
    """

    national: bool = False
    superior: str = ""
    issuer: str = ""
    number: str = ""
    place_and_date: str = ""
    type: str = ""


class Event(Struct, frozen=True, kw_only=True):
    """Something that happened to a document.

    Attributes:
        what: `issued`, `effective`, `posted`, `amended` or `replaced`.
        by: The other document; None where there is none.
    """

    date: str
    what: str
    by: Card | None = None


class OfficialDocuments(Struct, frozen=True, kw_only=True):
    """What an article or document has to do with official documents.

    Attributes:
        facts: The facts of a document; None for articles and pages.
        letterhead: What stands above its title.
        effective: Since when it holds; "" where its header does not say.
        signer: Who signed; "" where nobody knows.
        capacity: In whose place, and the post, a line each.
        documents: The documents that it names, in its own order.
        named_by: The public documents that name this document.
        articles: The public articles that name this document, newest first.
        replaced_by: The document that took its place.
        replaces: The documents whose place it took.
        amended_by: The documents that changed it.
        amends: The documents that it changed.
        history: What happened to it, the oldest first.
        contents: The headings of its text.
    """

    facts: DocumentFacts | None = None
    letterhead: Letterhead = Letterhead()
    effective: str = ""
    signer: str = ""
    capacity: tuple[str, ...] = ()
    documents: tuple[Card, ...] = ()
    named_by: tuple[Card, ...] = ()
    articles: tuple[Card, ...] = ()
    replaced_by: tuple[Card, ...] = ()
    replaces: tuple[Card, ...] = ()
    amended_by: tuple[Card, ...] = ()
    amends: tuple[Card, ...] = ()
    history: tuple[Event, ...] = ()
    contents: tuple[Heading, ...] = ()


def facts_of(record: ArticleRecord) -> DocumentFacts | None:
    """The facts of a document; None for anything else."""
    if record.kind is not Kind.DOCUMENT:
        return None
    given = record.header_text("type")
    found = document_type(given)
    return DocumentFacts(
        type=found.name if found else given,
        number=known(record.header_text("number")) or messages.UNKNOWN,
        issuer=known(record.header_text("issuer")) or messages.UNKNOWN,
        date=date_short(record.date) if record.date else messages.UNKNOWN,
        year=record.date.year if record.date else 0,
        validity=_validity(record),
    )


def letterhead_of(record: ArticleRecord) -> Letterhead:
    """What stands above the title of a document on paper."""
    found = document_type(record.header_text("type"))
    return Letterhead(
        national=record.header_text("letterhead") == messages.YES,
        superior=known(record.header_text("superior")),
        issuer=known(record.header_text("issuer")),
        number=known(record.header_text("number")),
        place_and_date=_place_and_date(known(record.header_text("place")), record.date),
        type=found.name if found and found.heading else "",
    )


def effective_of(record: ArticleRecord) -> str:
    """Since when a document holds; "" where its header does not say."""
    if "effective" not in record.header:
        return ""
    effective = record.header["effective"]
    return date_short(effective) if isinstance(effective, date) else messages.UNKNOWN


def signer_of(record: ArticleRecord, signature: Signature) -> tuple[str, tuple[str, ...]]:
    """Who signed a document, and in which capacity: by its header, else by its text."""
    signer = known(record.header_text("signer")) or signature.signer
    return signer, record.header_list("capacity") or signature.capacity


def history_of(
    record: ArticleRecord,
    amended_by: Iterable[tuple[ArticleRecord, Card]],
    replaced_by: Iterable[tuple[ArticleRecord, Card]],
) -> tuple[Event, ...]:
    """What happened to a document, the oldest first; days that nobody knows are left out."""
    days: list[tuple[object, str, Card | None]] = [
        (record.date, "issued", None),
        (record.header.get("effective"), "effective", None),
        (record.header.get("posted"), "posted", None),
        *((_since(other), "amended", card) for other, card in amended_by),
        *((_since(other), "replaced", card) for other, card in replaced_by),
    ]
    dated = [(day, what, card) for day, what, card in days if isinstance(day, datetime)]
    dated.sort(key=lambda event: event[0])
    return tuple(Event(date=date_short(day), what=what, by=card) for day, what, card in dated)


def newest_document_first(record: ArticleRecord) -> tuple[float, object, str]:
    """A sort key for lists: newest first, unknown dates last, then by title."""
    age = -record.date.timestamp() if record.date else float("inf")
    return age, collation_key(record.title), record.slug


def _since(record: ArticleRecord) -> object:
    return record.header.get("effective") or record.date


def _validity(record: ArticleRecord) -> str:
    if record.header_text("replaced_by"):
        return messages.REPLACED
    if record.header_list("amended_by") and not record.header_text("validity"):
        return messages.AMENDED
    return record.header_text("validity") or messages.UNKNOWN


def _place_and_date(place: str, day: date | None) -> str:
    """As the decree writes it; without a day there is no such line."""
    if day is None:
        return ""
    words = date_in_words(day)
    return f"{place}, {words}" if place else words
