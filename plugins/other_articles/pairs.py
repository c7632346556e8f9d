"""The bonds of very many pairs of articles at once.

What binds two articles is said in `bonds`; here the same points are added up for all pairs of
a site, in arrays, and the pairs of each article are put in order.
"""

from collections.abc import Callable, Iterable, Sequence
from zlib import crc32

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from plugins.other_articles.bonds import (
    AT_MOST,
    COPY,
    DAY,
    NAME,
    NEAR_DAYS,
    NEARNESS,
    PLACE,
    SECTION,
    TAG,
    Compared,
    are_copies,
)
from plugins.other_articles.likeness import Numbers

_BITS = 64


class Pairs(Struct, frozen=True, kw_only=True):
    """Pairs of articles, by their places; all arrays are as long.

    Attributes:
        article: The one that chooses.
        other: The one that may be chosen.
        likeness: Of their texts, in thousandths.
        points: Those of the bond.
        days: Between their dates.
        is_copy: 1 where they are nearly the same text.
    """

    article: Numbers
    other: Numbers
    likeness: Numbers
    points: Numbers
    days: Numbers
    is_copy: Numbers

    def those(self, which: Numbers) -> "Pairs":
        """Some of the pairs, in the order given."""
        return Pairs(**{name: getattr(self, name)[which] for name in self.__struct_fields__})

    def turned(self) -> "Pairs":
        """The pairs the other way round."""
        return replace(self, article=self.other, other=self.article)

    def of_articles(self, begin: int, end: int) -> "Pairs":
        """Those of the articles from one to another; the pairs are in the order of articles."""
        rows = slice(*np.searchsorted(self.article, (begin, end)).tolist())
        return Pairs(**{name: getattr(self, name)[rows] for name in self.__struct_fields__})

    def most_bound_first(self, ranks: Numbers) -> "Pairs":
        """The pairs by article, the most bound first; of two as much bound, the nearer in time.

        Args:
            ranks: Of all articles: what decides last.
        """
        return self.those(np.lexsort((ranks[self.other], self.days, -self.points, self.article)))

    def first_of_each(self, number: int) -> "Pairs":
        """The first pairs of each article, without copies; the pairs are in order."""
        good = np.flatnonzero(self.is_copy == 0)
        articles = self.article[good]
        begins = np.searchsorted(articles, articles)
        return self.those(good[np.arange(len(good)) - begins < number])


def joined(parts: Sequence[Pairs]) -> Pairs:
    """Several pairs as one, in the order given."""
    names = Pairs.__struct_fields__
    return Pairs(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in names})


def ranks_of(slugs: Sequence[str]) -> Numbers:
    """For each article its place in the order of slugs."""
    ranks = np.empty(len(slugs), np.int32)
    ranks[sorted(range(len(slugs)), key=lambda place: slugs[place])] = np.arange(len(slugs))
    return ranks


class Binding:
    """Says what binds pairs of articles."""

    def __init__(self, articles: Sequence[Compared]) -> None:
        """Put what is compared into arrays.

        Args:
            articles: All of them.
        """
        self._articles = articles
        self._moments = np.array([each.moment for each in articles], np.float64)
        self._sections = numbered([each.record.section for each in articles])
        self._things = [
            (worth, _Things([of(each) for each in articles])) for worth, of in _IN_COMMON
        ]

    def bind(self, looked_at: Numbers) -> Pairs:
        """What binds some pairs.

        Args:
            looked_at: Rows: the place of the one that chooses, of the other, their likeness.
        """
        article, other, likeness = (column.astype(np.int32) for column in looked_at.T)
        apart = np.abs(self._moments[article] - self._moments[other])
        days = (apart // DAY).astype(np.int32)
        points = (
            likeness // 10
            + SECTION * (self._sections[article] == self._sections[other])
            + np.array(NEARNESS, np.int32)[np.searchsorted(NEAR_DAYS, days)]
        )
        for worth, things in self._things:
            points += worth * things.in_common(article, other)
        is_copy = np.zeros(len(article), np.int8)
        for row in np.flatnonzero(likeness >= COPY).tolist():
            one, two = self._articles[article[row]], self._articles[other[row]]
            is_copy[row] = are_copies(one, two, int(likeness[row]))
        return Pairs(
            article=article,
            other=other,
            likeness=likeness.astype(np.int16),
            points=points.astype(np.int16),
            days=days,
            is_copy=is_copy,
        )


_IN_COMMON: tuple[tuple[int, Callable[[Compared], frozenset[str]]], ...] = (
    (TAG, lambda each: each.tags),
    (NAME, lambda each: each.names.documents),
    (NAME, lambda each: each.names.programmes),
    (PLACE, lambda each: each.names.places),
)


class _Things:
    """Things of one kind that articles name."""

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        self._sets = sets
        self._bits = np.array([_bits(each) for each in sets], np.uint64)

    def in_common(self, article: Numbers, other: Numbers) -> Numbers:
        """As many as count, for each pair; most pairs are ruled out by one bit for each thing."""
        counts = np.zeros(len(article), np.int32)
        maybe = np.flatnonzero(self._bits[article] & self._bits[other])
        pairs = zip(article[maybe].tolist(), other[maybe].tolist(), strict=True)
        sets = self._sets
        counts[maybe] = [min(AT_MOST, len(sets[one] & sets[two])) for one, two in pairs]
        return counts


def _bits(things: Iterable[str]) -> int:
    bits = 0
    for thing in things:
        bits |= 1 << crc32(thing.encode()) % _BITS
    return bits


def numbered(names: Iterable[str]) -> Numbers:
    """A number for each name, the same for the same name."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int32)
