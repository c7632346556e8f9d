"""How documents stand to each other: which replaces or amends which, and what is wrong there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from plugins.core.articles import ArticleRecord, Status
from plugins.core.diagnostics import Diagnostic
from plugins.official_documents import messages
from plugins.official_documents.header import known

REPLACED_BY, AMENDED_BY, NAMED = "replaced_by", "amended_by", "documents"
_KEYS = (NAMED, AMENDED_BY, REPLACED_BY)


def successors(record: ArticleRecord, key: str) -> tuple[str, ...]:
    """The documents that a header names under a key, by their slugs."""
    one = record.header_text(key)
    return (one,) if one else record.header_list(key)


def predecessors(records: Iterable[ArticleRecord], key: str) -> Mapping[str, tuple[str, ...]]:
    """The slugs of the documents that name a document under a key, by its slug."""
    found = defaultdict[str, list[str]](list)
    for record in records:
        for slug in successors(record, key):
            found[slug].append(record.slug)
    return {slug: tuple(sorted(slugs)) for slug, slugs in found.items()}


def check_standing(
    naming: Iterable[ArticleRecord], documents: Mapping[str, ArticleRecord]
) -> Iterator[Diagnostic]:
    """Findings that need a look at all documents.

    Args:
        naming: Everything whose header may name documents.
        documents: All documents by slug.
    """
    for record in naming:
        for key in _KEYS:
            yield from _unusable_names(record, key, documents)
    yield from _numbers_twice(documents.values())
    yield from _circles(documents)


def _unusable_names(
    record: ArticleRecord, key: str, documents: Mapping[str, ArticleRecord]
) -> Iterator[Diagnostic]:
    """A finding for every named document that a reader could not open."""
    line = record.line(key)
    for slug in successors(record, key):
        document = documents.get(slug)
        if document is None:
            nearest = next(iter(get_close_matches(slug, documents, n=1)), "")
            yield messages.unknown_document(record.path, line, key, slug, nearest)
        elif document.status is Status.DRAFT and record.status is not Status.DRAFT:
            yield messages.draft_document(record.path, line, key, slug)


def _numbers_twice(documents: Iterable[ArticleRecord]) -> Iterator[Diagnostic]:
    """Numbers begin anew each year, so of one issuer and year none can stand twice."""
    first: dict[tuple[str, str, int | None], ArticleRecord] = {}
    for record in sorted(documents, key=lambda each: each.path):
        number, issuer = known(record.header_text("number")), known(record.header_text("issuer"))
        if number:
            year = record.date.year if record.date else None
            key = ("".join(number.split()).lower(), issuer.lower(), year)
            other = first.setdefault(key, record)
            if other is not record:
                line = record.line("number")
                yield messages.number_twice(record.path, line, number, other.path)


def _circles(documents: Mapping[str, ArticleRecord]) -> Iterator[Diagnostic]:
    """A finding for each circle of replacements, at its first file."""
    told: set[str] = set()
    for slug in sorted(documents):
        way = _way(slug, documents)
        if way and way[-1] == slug and slug not in told:
            told.update(way)
            record = documents[slug]
            names = [documents[each].path for each in (slug, *way)]
            yield messages.replaced_in_circle(record.path, record.line(REPLACED_BY), names)


def _way(slug: str, documents: Mapping[str, ArticleRecord]) -> list[str]:
    """The documents that replaced a document one after the other, until the way ends or closes."""
    way: list[str] = []
    here = slug
    while here in documents and (following := documents[here].header_text(REPLACED_BY)):
        if following not in documents or following in way:
            break
        way.append(following)
        here = following
        if here == slug:
            break
    return way
