"""Which articles form a series, and where an article stands in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.text import collation_key, slugify

Article = TypeVar("Article")
Shown = TypeVar("Shown")


class Series(Struct, Generic[Article], frozen=True, kw_only=True):
    """A series of articles.

    Attributes:
        name: As its first article writes it.
        url: The address of its page, below the root of the site.
        articles: In their order.
    """

    name: str
    url: str
    articles: tuple[Article, ...]

    def shown_as(self, show: Callable[[Article], Shown]) -> "Series[Shown]":
        """The same with each article replaced by what stands for it."""
        return Series(name=self.name, url=self.url, articles=tuple(map(show, self.articles)))


class PlaceInSeries(Struct, Generic[Article], frozen=True, kw_only=True):
    """Where an article stands in a series: its number from 1 on, and its neighbours."""

    name: str
    url: str
    number: int
    before: Article | None
    after: Article | None


def find_series(
    records: Iterable[ArticleRecord], address: str
) -> tuple[Series[ArticleRecord], ...]:
    """All series of the public articles, in alphabetical order.

    Args:
        records: All articles, in any order.
        address: Below which their pages stand, with a `/` at the end.
    """
    members: dict[str, list[ArticleRecord]] = {}
    for record in sorted(records, key=_order):
        slug = slugify(record.header_text("series"))
        if slug and record.kind is Kind.ARTICLE and record.status is Status.PUBLISHED:
            members.setdefault(slug, []).append(record)
    found = [
        Series(
            name=articles[0].header_text("series"),
            url=f"{address}{slug}/",
            articles=tuple(articles),
        )
        for slug, articles in members.items()
    ]
    return tuple(sorted(found, key=lambda series: collation_key(series.name)))


def places_in(series: Series[Article]) -> Iterator[PlaceInSeries[Article]]:
    """The place of each article of a series, in its order."""
    articles = series.articles
    neighbours = zip((None, *articles[:-1]), (*articles[1:], None), strict=True)
    for number, (before, after) in enumerate(neighbours, start=1):
        yield PlaceInSeries(
            name=series.name, url=series.url, number=number, before=before, after=after
        )


def order_of(header: Mapping[str, object]) -> int | None:
    """The number that a header gives its article; None where it gives none that counts."""
    written = str(header.get("series_order", ""))
    return int(written) if written.isascii() and written.isdigit() and int(written) else None


def _order(record: ArticleRecord) -> tuple[bool, int, float, str]:
    """Numbered articles by number, then all others from the oldest on."""
    number = order_of(record.header)
    moment = record.date.timestamp() if record.date else 0.0
    return (number is None, number or 0, moment, record.slug)
