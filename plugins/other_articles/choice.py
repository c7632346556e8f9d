"""Chooses the articles to read next, and the neighbours in the section.

An article chooses among those older than itself and those newer ones that offer themselves:
each offers itself to the eight older ones to which it is bound most. So a new article can
change eight old lists and the neighbour before it, and no other page of an article, however
many there are.
"""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Generic, NamedTuple, TypeVar

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.other_articles.bonds import (
    Bond,
    Compared,
    are_copies,
    bond_of,
    days_between,
    points_of,
)
from plugins.other_articles.search import Near

Article = TypeVar("Article")
Shown = TypeVar("Shown")

OFFERS = 8
# Besides those with a like text: the latest of the section, and of all sections.
_LATEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherArticles(Generic[Article]):
    """What an article leads to.

    Attributes:
        articles: The hand-picked ones as picked, then the chosen ones, newest first.
        newer: The next article of the section in time; None for the newest.
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


class Candidate(NamedTuple):
    """An article that may be chosen for another.

    A tuple, and the bond itself is worked out anew by whoever asks for it: a large site has
    hundreds of thousands.

    Attributes:
        article: The one that chooses.
        other: The one that may be chosen.
        likeness: Of their texts, in thousandths.
        points: Those of the bond.
        days: Between their dates.
        is_copy: Whether they are nearly the same text.
    """

    article: Compared
    other: Compared
    likeness: int
    points: int
    days: int
    is_copy: bool

    @property
    def record(self) -> ArticleRecord:
        """The article that may be chosen."""
        return self.other.record

    @property
    def bond(self) -> Bond:
        """What binds the two."""
        return bond_of(self.article, self.other, self.likeness)

    @property
    def returned(self) -> "Candidate":
        """The one that chooses as a candidate of the other."""
        return self._replace(article=self.other, other=self.article)


class Timeline:
    """Articles with a date, in time."""

    def __init__(self, articles: Iterable[ArticleRecord]) -> None:
        """Sort the articles as lists show them."""
        self._articles = sorted(articles, key=_newest_first)
        self._keys = [_newest_first(article) for article in self._articles]

    def neighbours(
        self, article: ArticleRecord
    ) -> tuple[ArticleRecord | None, ArticleRecord | None]:
        """The next newer and the next older article, as lists show them."""
        place = bisect_left(self._keys, _newest_first(article))
        is_there = place < len(self._articles) and self._articles[place].path == article.path
        after = place + 1 if is_there else place
        newer = self._articles[place - 1] if place else None
        older = self._articles[after] if after < len(self._articles) else None
        return newer, older


class Chooser:
    """Chooses other articles among the public ones of a site."""

    def __init__(
        self,
        public: Sequence[Compared],
        near: Sequence[Sequence[Near]],
        limit: int,
        drafts: Sequence[Compared] = (),
    ) -> None:
        """Bind every article to older ones, and give the newest a chance with the older.

        Args:
            public: The articles that may be chosen, in the order of `in_time`.
            near: For each of them, then for each draft, the older texts most like its own.
            limit: How many to choose at most.
            drafts: Articles that choose and are not chosen.
        """
        self._limit = limit
        self._by_slug = {each.record.slug: each.record for each in public}
        self._bonds: dict[str, dict[str, Candidate]] = {}
        self._copies: defaultdict[str, set[str]] = defaultdict(set)
        sections: dict[str, list[ArticleRecord]] = {}
        latest: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_LATEST))
        for place, article in enumerate((*public, *drafts)):
            section = article.record.section
            own = {n.place: n.likeness for n in near[place]}
            others = dict.fromkeys((*latest[""], *latest[f"/{section}"]), 0) | own
            self._bind(article, [(public[other], like) for other, like in others.items()])
            if place < len(public):
                self._offer(article)
                latest[""].append(place)
                latest[f"/{section}"].append(place)
                sections.setdefault(section, []).append(article.record)
        self._sections = {name: Timeline(inside) for name, inside in sections.items()}

    def choose(self, article: ArticleRecord) -> OtherArticles[ArticleRecord]:
        """What to read after an article; nothing after a document, a page or a dateless draft."""
        if article.kind is not Kind.ARTICLE or article.date is None:
            return OtherArticles()
        picked = self.hand_picked(article)
        chosen = self.chosen(article)
        section = self._sections.get(article.section)
        newer, older = section.neighbours(article) if section else (None, None)
        return OtherArticles(
            articles=(*picked, *sorted(chosen, key=_newest_first)), newer=newer, older=older
        )

    def hand_picked(self, article: ArticleRecord) -> tuple[ArticleRecord, ...]:
        """The public articles that the header names, in its order."""
        known = (self._by_slug.get(slug) for slug in article.header_list("related"))
        others = {other.path: other for other in known if other and other.path != article.path}
        return tuple(others.values())[: self._limit]

    def candidates(self, article: ArticleRecord) -> list[Candidate]:
        """All articles that were looked at for an article, the most bound first."""
        found = self._bonds.get(article.path, {}).values()
        return sorted(found, key=lambda c: (-c.points, c.days, c.record.slug))

    def chosen(self, article: ArticleRecord) -> tuple[ArticleRecord, ...]:
        """The most bound candidates; of two as much bound, the one that brings something new."""
        picked = [other.path for other in self.hand_picked(article)]
        left = {c.record.path: c for c in self.candidates(article) if not c.is_copy}
        for path in picked:
            self._take(path, left)
        chosen: list[ArticleRecord] = []
        told = Counter[tuple[str, tuple[str, ...]]]()
        while left and len(chosen) < self._limit - len(picked):
            most = next(iter(left.values())).points
            equals = takewhile(lambda c: c.points == most, left.values())  # noqa: B023  (used up at once)
            best = min(equals, key=lambda c: told[_subject(c.record)])
            told[_subject(best.record)] += 1
            chosen.append(best.record)
            self._take(best.record.path, left)
        return tuple(chosen)

    def _take(self, path: str, left: dict[str, Candidate]) -> None:
        """Remove a candidate and its copies."""
        for gone in (path, *self._copies.get(path, ())):
            left.pop(gone, None)

    def _bind(self, article: Compared, others: Iterable[tuple[Compared, int]]) -> None:
        bonds = self._bonds[article.record.path] = {}
        for other, likeness in others:
            bonds[other.record.path] = candidate = Candidate(
                article,
                other,
                likeness,
                sum(points_of(article, other, likeness)),
                days_between(article, other),
                are_copies(article, other, likeness),
            )
            if candidate.is_copy:
                self._copies[article.record.path].add(other.record.path)
                self._copies[other.record.path].add(article.record.path)

    def _offer(self, article: Compared) -> None:
        path = article.record.path
        best = (c for c in self.candidates(article.record) if not c.is_copy)
        for offer in islice(best, OFFERS):
            self._bonds[offer.record.path][path] = offer.returned


def in_time(articles: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    """Articles with the oldest first: lists show them the other way round."""
    return sorted(articles, key=_newest_first, reverse=True)


def is_public(article: ArticleRecord) -> bool:
    """Whether lists may name an article."""
    return article.kind is Kind.ARTICLE and article.status is Status.PUBLISHED


def _subject(article: ArticleRecord) -> tuple[str, tuple[str, ...]]:
    return article.section, article.tags


def _moment(article: ArticleRecord) -> float:
    return article.date.timestamp() if article.date else 0.0


def _newest_first(article: ArticleRecord) -> tuple[float, str]:
    return (-_moment(article), article.slug)
