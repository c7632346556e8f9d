"""Chooses the articles to read next, and the neighbours in the section.

An article chooses among those older than itself and those newer ones that offer themselves:
each offers itself to the eight older ones to which it is bound most. So a new article can
change eight old lists and the neighbour before it, and no other page of an article, however
many there are.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.other_articles.bonds import Bond, Compared, bond_of, comparable
from plugins.other_articles.names import Names
from plugins.other_articles.others import OtherArticles
from plugins.other_articles.pairs import Pairs, joined, ranks_of

OFFERS = 8
# Articles whose pairs are put in order at once.
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
        public: Sequence[ArticleRecord],
        names: Sequence[Names],
        older: Pairs,
        limit: int,
        drafts: Sequence[ArticleRecord] = (),
    ) -> None:
        """Give the newest a chance with the older.

        Args:
            public: The articles that may be chosen, in the order of `in_time`.
            names: For each of them, then for each draft, what it names.
            older: What binds each to older ones, as `pairs_with_older` gives it.
            limit: How many to choose at most.
            drafts: Articles that choose and are not chosen.
        """
        self._limit = limit
        self._by_slug = {record.slug: record for record in public}
        self._articles = (*public, *drafts)
        self._names = names
        self._public = len(public)
        self._place = {record.path: place for place, record in enumerate(self._articles)}
        self._ranks = ranks_of([record.slug for record in self._articles])
        self._older = older
        self._offers = _offers(self._older, self._public)
        self._copies = _copies(self._older)
        # The pairs in hand, of public articles and of drafts, because these are asked for between.
        self._in_hand: dict[bool, _Part] = {}
        self._sections = {
            section: Timeline(inside) for section, inside in _by_section(public).items()
        }

    def choose(self, article: ArticleRecord) -> OtherArticles[ArticleRecord]:
        """What to read after an article; nothing after a document, a page or a dateless draft."""
        if article.kind is not Kind.ARTICLE or article.date is None:
            return OtherArticles()
        picked = self.hand_picked(article)
        chosen = self.chosen(article)
        section = self._sections.get(article.section)
        newer, older = section.neighbours(article) if section else (None, None)
        newest_first = sorted(chosen, key=lambda each: -self._place[each.path])
        return OtherArticles(articles=(*picked, *newest_first), newer=newer, older=older)

    def hand_picked(self, article: ArticleRecord) -> tuple[ArticleRecord, ...]:
        """The public articles that the header names, in its order."""
        known = (self._by_slug.get(slug) for slug in article.header_list("related"))
        others = {other.path: other for other in known if other and other.path != article.path}
        return tuple(others.values())[: self._limit]

    def candidates(self, article: ArticleRecord) -> Iterator[Candidate]:
        """All articles that were looked at for an article, the most bound first."""
        place = self._place.get(article.path)
        if place is None:
            return
        part, begin, end = self._part_with(place)
        pairs = part.pairs
        for row in range(begin, end):
            yield Candidate(
                self._compared(place),
                self._compared(pairs.other[row]),
                int(pairs.likeness[row]),
                int(pairs.points[row]),
                int(pairs.days[row]),
                bool(pairs.is_copy[row]),
            )

    def chosen(self, article: ArticleRecord) -> tuple[ArticleRecord, ...]:
        """The most bound candidates; of two as much bound, the one that brings something new."""
        place = self._place.get(article.path)
        if place is None:
            return ()
        picked = [self._place[other.path] for other in self.hand_picked(article)]
        return tuple(self._articles[other] for other in self._chosen(place, picked))

    def _chosen(self, place: int, picked: Sequence[int]) -> list[int]:
        """By places throughout: a large site has hundreds of thousands of candidates."""
        chosen: list[int] = []
        taken = {place for each in picked for place in (each, *self._copies.get(each, ()))}
        told = Counter[tuple[str, tuple[str, ...]]]()
        for equals in self._equals_of(place):
            left = equals
            while left := [other for other in left if other not in taken]:
                if len(chosen) == self._limit - len(picked):
                    return chosen
                best = left[0]
                if len(left) > 1:
                    best = min(left, key=lambda other: told[self._subject(other)])
                told[self._subject(best)] += 1
                chosen.append(best)
                taken.add(best)
                taken.update(self._copies.get(best, ()))
        return chosen

    def _equals_of(self, place: int) -> Iterator[list[int]]:
        """The places of those that may be chosen, side by side where they are as much bound."""
        part, begin, end = self._part_with(place)
        while begin < end:
            points, equals = part.points[begin], []
            while begin < end and part.points[begin] == points:
                if not part.copies[begin]:
                    equals.append(part.others[begin])
                begin += 1
            yield equals

    def _subject(self, place: int) -> tuple[str, tuple[str, ...]]:
        record = self._articles[place]
        return record.section, record.tags

    def _compared(self, place: int) -> Compared:
        return comparable(self._articles[place], self._names[place])

    def _part_with(self, place: int) -> tuple["_Part", int, int]:
        """The pairs of some articles, and where among them those of one begin and end."""
        is_draft = place >= self._public
        part = self._in_hand.get(is_draft)
        if part is None or not part.begin <= place < part.begin + _AT_A_TIME:
            part = self._in_hand[is_draft] = self._part(place - place % _AT_A_TIME)
        begin, end = part.ends[place - part.begin : place - part.begin + 2]
        return part, begin, end

    def _part(self, begin: int) -> "_Part":
        end = begin + _AT_A_TIME
        pairs = joined([each.of_articles(begin, end) for each in (self._older, self._offers)])
        pairs = pairs.most_bound_first(self._ranks)
        return _Part(
            begin=begin,
            pairs=pairs,
            ends=np.searchsorted(pairs.article, np.arange(begin, end + 1)).tolist(),
            points=pairs.points.tolist(),
            others=pairs.other.tolist(),
            copies=pairs.is_copy.tolist(),
        )


class _Part(Struct, frozen=True, kw_only=True):
    """The pairs of some articles that stand side by side.

    Attributes:
        begin: The place of the first of them.
        pairs: The most bound ones of each first.
        ends: Where those of each begin, and where those of the last one end.
        points: What the pairs have, as lists: numpy takes ten times as long for a single number.
        others: The same of the places of the others.
        copies: The same of whether they are copies.
    """

    begin: int
    pairs: Pairs
    ends: list[int]
    points: list[int]
    others: list[int]
    copies: list[int]


def in_time(articles: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    """Articles with the oldest first: lists show them the other way round."""
    return sorted(articles, key=_newest_first, reverse=True)


def is_public(article: ArticleRecord) -> bool:
    """Whether lists may name an article."""
    return article.kind is Kind.ARTICLE and article.status is Status.PUBLISHED


def _offers(older: Pairs, public: int) -> Pairs:
    """What newer public articles offer to older ones, in the order of these."""
    first = older.first_of_each(OFFERS)
    offers = first.those(np.flatnonzero(first.article < public)).turned()
    return offers.those(np.argsort(offers.article, kind="stable"))


def _copies(pairs: Pairs) -> dict[int, set[int]]:
    """The copies of each article that has any, by their places."""
    copies: defaultdict[int, set[int]] = defaultdict(set)
    found = pairs.those(np.flatnonzero(pairs.is_copy))
    for one, other in zip(found.article.tolist(), found.other.tolist(), strict=True):
        copies[one].add(other)
        copies[other].add(one)
    return dict(copies)


def _by_section(articles: Iterable[ArticleRecord]) -> dict[str, list[ArticleRecord]]:
    sections: dict[str, list[ArticleRecord]] = {}
    for article in articles:
        sections.setdefault(article.section, []).append(article)
    return sections


def _moment(article: ArticleRecord) -> float:
    return article.date.timestamp() if article.date else 0.0


def _newest_first(article: ArticleRecord) -> tuple[float, str]:
    return (-_moment(article), article.slug)
