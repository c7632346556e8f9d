"""Chooses the articles to read next, and the neighbours in time.

Sorted once, then looked up by bisection: choosing for every article of a site takes
time in proportion to the number of articles.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import chain, islice
from typing import Generic, TypeVar

from plugins.core.articles import ArticleRecord, Kind, Status

Article = TypeVar("Article")
Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherArticles(Generic[Article]):
    """What an article leads to.

    Attributes:
        articles: The hand-picked ones as picked, then the chosen ones, newest first.
        newer: The next article of the site in time; None for the newest.
        older: The one before in time; None for the oldest.
    """

    articles: tuple[Article, ...] = ()
    newer: Article | None = None
    older: Article | None = None

    def shown_as(self, show: Callable[[Article], Shown]) -> "OtherArticles[Shown]":
        """The same with each article replaced by what stands for it."""
        return OtherArticles(
            articles=tuple(show(article) for article in self.articles),
            newer=None if self.newer is None else show(self.newer),
            older=None if self.older is None else show(self.older),
        )


class Timeline:
    """Articles in time; those without a date are not among them."""

    def __init__(self, articles: Iterable[ArticleRecord]) -> None:
        """Sort the articles, in both directions because ties go by slug in both."""
        dated = [article for article in articles if article.date]
        self._falling = sorted(dated, key=_newest_first)
        self._rising = sorted(dated, key=_oldest_first)
        self._falling_keys = [_newest_first(article) for article in self._falling]
        self._rising_keys = [_oldest_first(article) for article in self._rising]

    def nearest(self, article: ArticleRecord) -> Iterator[ArticleRecord]:
        """All articles, the nearest in time first; of two as near, the newer, then by slug."""
        moment = _moment(article)
        # Those of the same moment count as newer.
        older = bisect_left(self._rising_keys, (moment, ""))
        return merge(
            _from(older, self._rising),
            _from(len(self._falling) - older, self._falling),
            key=lambda other: (abs(_moment(other) - moment), _moment(other) < moment, other.slug),
        )

    def neighbours(
        self, article: ArticleRecord
    ) -> tuple[ArticleRecord | None, ArticleRecord | None]:
        """The next newer and the next older article, as the site lists them."""
        place = bisect_left(self._falling_keys, _newest_first(article))
        is_there = place < len(self._falling) and self._falling[place].path == article.path
        after = place + 1 if is_there else place
        newer = self._falling[place - 1] if place else None
        older = self._falling[after] if after < len(self._falling) else None
        return newer, older


class Chooser:
    """Chooses other articles among the public ones of a site."""

    def __init__(self, articles: Iterable[ArticleRecord], limit: int) -> None:
        """Sort the public articles by section.

        Args:
            articles: All articles; drafts and hidden ones are never chosen.
            limit: How many to choose at most.
        """
        public = [article for article in articles if _is_public(article)]
        self._limit = limit
        self._by_slug = {article.slug: article for article in public}
        self._site = Timeline(public)
        sections: dict[str, list[ArticleRecord]] = {}
        for article in public:
            sections.setdefault(article.section, []).append(article)
        self._sections = {name: Timeline(inside) for name, inside in sections.items()}

    def choose(self, article: ArticleRecord) -> OtherArticles[ArticleRecord]:
        """What to read after an article; nothing after a document, a page or a dateless draft."""
        if article.kind is not Kind.ARTICLE or article.date is None:
            return OtherArticles()
        picked = self._hand_picked(article)
        left_out = {article.path, *(other.path for other in picked)}
        candidates = (o for o in self._candidates(article) if o.path not in left_out)
        chosen = islice(candidates, self._limit - len(picked))
        newer, older = self._site.neighbours(article)
        return OtherArticles(
            articles=(*picked, *sorted(chosen, key=_newest_first)), newer=newer, older=older
        )

    def _hand_picked(self, article: ArticleRecord) -> tuple[ArticleRecord, ...]:
        known = (self._by_slug.get(slug) for slug in article.header_list("related"))
        others = {other.path: other for other in known if other and other.path != article.path}
        return tuple(others.values())[: self._limit]

    def _candidates(self, article: ArticleRecord) -> Iterator[ArticleRecord]:
        """The articles of the section by nearness, then all others by nearness."""
        section = self._sections.get(article.section)
        own = section.nearest(article) if section else iter(())
        others = (o for o in self._site.nearest(article) if o.section != article.section)
        return chain(own, others)


def _from(place: int, articles: Sequence[ArticleRecord]) -> Iterator[ArticleRecord]:
    """The articles from a place on; `islice` would walk all the way there."""
    return (articles[index] for index in range(place, len(articles)))


def _is_public(article: ArticleRecord) -> bool:
    return article.kind is Kind.ARTICLE and article.status is Status.PUBLISHED


def _moment(article: ArticleRecord) -> float:
    return article.date.timestamp() if article.date else 0.0


def _newest_first(article: ArticleRecord) -> tuple[float, str]:
    return (-_moment(article), article.slug)


def _oldest_first(article: ArticleRecord) -> tuple[float, str]:
    return (_moment(article), article.slug)
