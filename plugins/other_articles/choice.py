"""Chooses the articles to read next, and the neighbours in the section.

An article chooses among those older than itself and those newer ones that offer themselves:
each offers itself to the eight older ones to which it is bound most. So a new article can
change eight old lists and the neighbour before it, and no other page of an article, however
many there are.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.other_articles.bonds import Bond, Compared, bond_of
from plugins.other_articles.likeness import Numbers
from plugins.other_articles.others import OtherArticles
from plugins.other_articles.pairs import Binding, Pairs, joined, numbered, ranks_of

OFFERS = 8
# Besides those with a like text: the latest of the section, and of all sections.
_LATEST = 6
_PLACE_BITS = 32
_AT_A_TIME = 1_024


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


class Timeline:
    """Articles with a date, in time."""

    def __init__(self, articles: Iterable[ArticleRecord]) -> None:
        """Sort the articles as lists show them."""
        keyed = sorted(((_newest_first(each), each) for each in articles), key=itemgetter(0))
        self._articles = [article for _, article in keyed]
        self._keys = [key for key, _ in keyed]

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
        near: Numbers,
        limit: int,
        drafts: Sequence[Compared] = (),
    ) -> None:
        """Bind every article to older ones, and give the newest a chance with the older.

        Args:
            public: The articles that may be chosen, in the order of `in_time`.
            near: For each of them, then for each draft, the older texts most like its own, in
                rows by place: its place, the other's place, their likeness.
            limit: How many to choose at most.
            drafts: Articles that choose and are not chosen.
        """
        self._limit = limit
        self._by_slug = {each.record.slug: each.record for each in public}
        self._articles = (*public, *drafts)
        keys = {each.record.path: _newest_first(each.record) for each in self._articles}
        self._shown_first = lambda article: keys[article.path]
        self._place = {each.record.path: place for place, each in enumerate(self._articles)}
        older = _older(self._articles, near, len(public))
        self._copies = _copies(older)
        self._pairs = _with_offers(older, self._articles, len(public))
        numbers = range(len(self._articles) + 1)
        self._begins = np.searchsorted(self._pairs.article, numbers).tolist()
        self._subjects = [(each.record.section, each.record.tags) for each in self._articles]
        self._sections = {
            section: Timeline(article.record for article in inside)
            for section, inside in _by_section(public).items()
        }

    def choose(self, article: ArticleRecord) -> OtherArticles[ArticleRecord]:
        """What to read after an article; nothing after a document, a page or a dateless draft."""
        if article.kind is not Kind.ARTICLE or article.date is None:
            return OtherArticles()
        picked = self.hand_picked(article)
        chosen = self.chosen(article)
        section = self._sections.get(article.section)
        newer, older = section.neighbours(article) if section else (None, None)
        return OtherArticles(
            articles=(*picked, *sorted(chosen, key=self._shown_first)), newer=newer, older=older
        )

    def hand_picked(self, article: ArticleRecord) -> tuple[ArticleRecord, ...]:
        """The public articles that the header names, in its order."""
        known = (self._by_slug.get(slug) for slug in article.header_list("related"))
        others = {other.path: other for other in known if other and other.path != article.path}
        return tuple(others.values())[: self._limit]

    def candidates(self, article: ArticleRecord) -> Iterator[Candidate]:
        """All articles that were looked at for an article, the most bound first."""
        pairs = self._pairs
        for row in self._rows_of(self._place.get(article.path)):
            yield Candidate(
                self._articles[pairs.article[row]],
                self._articles[pairs.other[row]],
                int(pairs.likeness[row]),
                int(pairs.points[row]),
                int(pairs.days[row]),
                bool(pairs.is_copy[row]),
            )

    def chosen(self, article: ArticleRecord) -> tuple[ArticleRecord, ...]:
        """The most bound candidates; of two as much bound, the one that brings something new."""
        picked = [self._place[other.path] for other in self.hand_picked(article)]
        chosen = self._chosen(self._place.get(article.path), picked)
        return tuple(self._articles[place].record for place in chosen)

    def _chosen(self, place: int | None, picked: Sequence[int]) -> list[int]:
        """By places throughout: a large site has hundreds of thousands of candidates."""
        chosen: list[int] = []
        taken = {place for each in picked for place in (each, *self._copies.get(each, ()))}
        told = Counter[tuple[str, tuple[str, ...]]]()
        rows, pairs = self._rows_of(place), self._pairs
        # Lists: numpy takes ten times as long to give a single number.
        parts = (pairs.points, pairs.other, pairs.is_copy)
        bound = zip(*(part[rows.start : rows.stop].tolist() for part in parts), strict=True)
        for _, as_much in groupby(bound, key=itemgetter(0)):
            equals = [other for _, other, is_copy in as_much if not is_copy]
            while left := [other for other in equals if other not in taken]:
                if len(chosen) == self._limit - len(picked):
                    return chosen
                best = min(left, key=lambda other: told[self._subjects[other]])
                told[self._subjects[best]] += 1
                chosen.append(best)
                taken |= {best, *self._copies.get(best, ())}
        return chosen

    def _rows_of(self, place: int | None) -> range:
        """Where the pairs of an article stand, the most bound first."""
        return range(0) if place is None else range(self._begins[place], self._begins[place + 1])


def in_time(articles: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    """Articles with the oldest first: lists show them the other way round."""
    return sorted(articles, key=_newest_first, reverse=True)


def is_public(article: ArticleRecord) -> bool:
    """Whether lists may name an article."""
    return article.kind is Kind.ARTICLE and article.status is Status.PUBLISHED


def _older(articles: Sequence[Compared], near: Numbers, public: int) -> Pairs:
    """The pairs of each article with older ones at which it looks, the most bound first.

    Args:
        articles: Public ones first.
        near: As for `Chooser`.
        public: How many public ones there are.
    """
    binding, ranks = Binding(articles), _ranks_of(articles)
    latest = _Latest(numbered(each.record.section for each in articles), public)
    parts = [binding.bind(near[:0])]
    for begin, end in _parts(len(articles)):
        first, last = np.searchsorted(near[:, 0], (begin, end)).tolist()
        looked_at = _once(np.concatenate((near[first:last], latest.before(begin, end))))
        parts.append(binding.bind(looked_at).most_bound_first(ranks))
    return joined(parts)


def _with_offers(older: Pairs, articles: Sequence[Compared], public: int) -> Pairs:
    """The same, and what newer public articles offer to each."""
    first = older.first_of_each(OFFERS)
    offers = first.those(np.flatnonzero(first.article < public)).turned()
    offers = offers.those(np.argsort(offers.article, kind="stable"))
    ranks = _ranks_of(articles)
    parts = [older.of_articles(0, 0)]
    for begin, end in _parts(len(articles)):
        own = joined([each.of_articles(begin, end) for each in (older, offers)])
        parts.append(own.most_bound_first(ranks))
    return joined(parts)


def _ranks_of(articles: Sequence[Compared]) -> Numbers:
    return ranks_of([each.record.slug for each in articles])


def _parts(count: int) -> Iterator[tuple[int, int]]:
    """From where to where, so that what is worked out on the way is never held of all."""
    for begin in range(0, count, _AT_A_TIME):
        yield begin, min(begin + _AT_A_TIME, count)


class _Latest:
    """For each article the latest ones before it, and those of its section."""

    def __init__(self, sections: Numbers, public: int) -> None:
        """Put the public articles in the order of sections.

        Args:
            sections: A number for the section of each article, public ones first.
            public: How many of them are.
        """
        self._public = public
        self._by_section = np.argsort(sections[:public], kind="stable")
        in_order = sections[:public][self._by_section]
        self._begins = np.searchsorted(in_order, sections)
        self._places = np.empty(len(sections), np.int64)
        self._places[self._by_section] = np.arange(public)
        self._places[public:] = np.searchsorted(in_order, sections[public:], side="right")

    def before(self, begin: int, end: int) -> Numbers:
        """Rows as `bind` takes them, of the articles from one to another."""
        articles = np.arange(begin, end)
        found = [np.empty((0, 2), np.int64)]
        for back in range(1, _LATEST + 1):
            before = np.minimum(articles, self._public) - back
            there = before >= 0
            found.append(np.column_stack((articles[there], before[there])))
            before = self._places[begin:end] - back
            there = before >= self._begins[begin:end]
            inside = self._by_section[before[there]]
            found.append(np.column_stack((articles[there], inside)))
        pairs = np.concatenate(found)
        return np.column_stack((pairs, np.zeros(len(pairs), np.int64)))


def _once(rows: Numbers) -> Numbers:
    """Of several rows of the same pair the first."""
    pairs = rows[:, 0].astype(np.int64) << _PLACE_BITS | rows[:, 1]
    return rows[np.unique(pairs, return_index=True)[1]]


def _copies(pairs: Pairs) -> dict[int, set[int]]:
    """The copies of each article that has any, by their places."""
    copies: defaultdict[int, set[int]] = defaultdict(set)
    found = pairs.those(np.flatnonzero(pairs.is_copy))
    for one, other in zip(found.article.tolist(), found.other.tolist(), strict=True):
        copies[one].add(other)
        copies[other].add(one)
    return dict(copies)


def _by_section(articles: Iterable[Compared]) -> dict[str, list[Compared]]:
    sections: dict[str, list[Compared]] = {}
    for article in articles:
        sections.setdefault(article.record.section, []).append(article)
    return sections


def _moment(article: ArticleRecord) -> float:
    return article.date.timestamp() if article.date else 0.0


def _newest_first(article: ArticleRecord) -> tuple[float, str]:
    return (-_moment(article), article.slug)
