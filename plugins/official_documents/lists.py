"""The lists of documents: all of them, and by year, type, issuer and validity."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from plugins.core.corpus import Card
from plugins.core.listing import listings
from plugins.core.pages import Page
from plugins.core.text import collation_key, slugify
from plugins.official_documents import messages
from plugins.official_documents.documents import DocumentFacts

_PER_PAGE = 50


class Listed(Struct, frozen=True, kw_only=True):
    """A public document with the facts by which lists group it.

    Attributes:
        in_feed: Whether the feed has a place for it: a day is known.
    """

    card: Card
    facts: DocumentFacts
    in_feed: bool = False


class ListLink(Struct, frozen=True, kw_only=True):
    """A list of some documents.

    Attributes:
        name: What all its documents have in common.
        known: Whether that is a year, a type and so on; else the name says what is unknown.
    """

    name: str
    url: str
    known: bool = True


class Facet(Struct, frozen=True, kw_only=True):
    """All lists of one kind: `year`, `type`, `issuer` or `validity`."""

    kind: str
    links: tuple[ListLink, ...]


class _Kind(Struct, frozen=True, kw_only=True):
    """How documents are grouped, and the part of the address that says so."""

    name: str
    part: str
    value: Callable[[DocumentFacts], str]
    descending: bool = False


def _year(facts: DocumentFacts) -> str:
    return str(facts.year) if facts.year else messages.UNKNOWN


_KINDS = (
    _Kind(name="year", part="nam", value=_year, descending=True),
    _Kind(name="type", part="loai", value=lambda facts: facts.type),
    _Kind(name="issuer", part="co-quan", value=lambda facts: facts.issuer),
    _Kind(name="validity", part="hieu-luc", value=lambda facts: facts.validity),
)


def facets_of(documents: Sequence[Listed], address: str) -> tuple[Facet, ...]:
    """The lists that some documents need, below an address with a `/` at its end."""
    return tuple(
        Facet(kind=kind.name, links=tuple(link for link, _ in _groups(documents, kind, address)))
        for kind in _KINDS
    )


def list_pages(documents: Sequence[Listed], address: str) -> Iterator[Page]:
    """The pages of all lists.

    Args:
        documents: All public ones, the newest first.
        address: Where the list of all stands.
    """
    of_all = {
        "facets": facets_of(documents, address),
        "feed": any(each.in_feed for each in documents),
    }
    yield from _pages(documents, ListLink(name="", url=address), "", of_all)
    for kind in _KINDS:
        for link, members in _groups(documents, kind, address):
            yield from _pages(members, link, kind.name, of_all)


def _pages(
    documents: Sequence[Listed], here: ListLink, kind: str, of_all: Mapping[str, object]
) -> Iterator[Page]:
    cards = tuple(each.card for each in documents)
    for listing in listings(here.url, cards, _PER_PAGE):
        dates = [card.date for card in listing.articles if card.date]
        values = {
            "listing": listing,
            "group": {"kind": kind if here.known else "unknown", "name": here.name},
            **of_all,
        }
        yield Page(
            path=f"{listing.url}index.html",
            template="documents",
            values=values,
            modified=max(dates, default=None),
        )


def _groups(
    documents: Iterable[Listed], kind: _Kind, address: str
) -> Iterator[tuple[ListLink, list[Listed]]]:
    """The groups by name, what nobody knows last; spellings of one address are one group."""

    def order(each: Listed) -> tuple[bool, object, str]:
        name = kind.value(each.facts)
        return name == messages.UNKNOWN, collation_key(name), slugify(name)

    ordered = sorted(documents, key=order)
    found = [(slug, list(group)) for (_, _, slug), group in groupby(ordered, key=order)]
    known = [each for each in found if kind.value(each[1][0].facts) != messages.UNKNOWN]
    unknown = found[len(known) :]
    for slug, members in [*(reversed(known) if kind.descending else known), *unknown]:
        name = kind.value(members[0].facts)
        known_name = name != messages.UNKNOWN
        yield (
            ListLink(
                name=name if known_name else messages.UNKNOWN_GROUPS[kind.name],
                url=f"{address}{kind.part}/{slug}/",
                known=known_name,
            ),
            members,
        )
