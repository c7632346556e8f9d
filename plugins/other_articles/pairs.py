"""The bonds of very many pairs of articles at once.

What binds two articles is said in `bonds`; here the same points are added up for all pairs of
a site, in arrays, and the pairs of each article are put in order.
"""

from collections.abc import Callable, Iterable, Sequence
from zlib import crc32

import numpy as np
from msgspec import Struct

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

    def and_returned(self, which: Numbers) -> "Pairs":
        """All pairs, and some the other way round."""
        some = self.those(which)
        turned = {"article": some.other, "other": some.article}
        return Pairs(
            **{
                name: np.concatenate((getattr(self, name), turned.get(name, getattr(some, name))))
                for name in self.__struct_fields__
            }
        )

    def most_bound_first(self, slugs: Sequence[str]) -> "Pairs":
        """The pairs by article, the most bound first; of two as much bound, the nearer in time.

        Args:
            slugs: Of all articles: what decides last.
        """
        ranks = np.empty(len(slugs), np.int32)
        ranks[sorted(range(len(slugs)), key=lambda place: slugs[place])] = np.arange(len(slugs))
        return self.those(np.lexsort((ranks[self.other], self.days, -self.points, self.article)))

    def first_of_each(self, number: int) -> Numbers:
        """Where the first pairs of each article stand, without copies; the pairs are in order."""
        good = np.flatnonzero(self.is_copy == 0)
        articles = self.article[good]
        begins = np.searchsorted(articles, articles)
        return good[np.arange(len(good)) - begins < number]


def bind(articles: Sequence[Compared], looked_at: Numbers) -> Pairs:
    """What binds pairs of articles.

    Args:
        articles: All of them.
        looked_at: Rows: the place of the one that chooses, of the other, their likeness.
    """
    article, other, likeness = (column.astype(np.int32) for column in looked_at.T)
    moments = np.array([each.moment for each in articles], np.float64)
    days = (np.abs(moments[article] - moments[other]) // DAY).astype(np.int32)
    sections = numbered([each.record.section for each in articles])
    common = _Common(articles, article, other)
    points = (
        likeness // 10
        + SECTION * (sections[article] == sections[other])
        + TAG * common.count(lambda each: each.tags)
        + NAME * common.count(lambda each: each.names.documents)
        + NAME * common.count(lambda each: each.names.programmes)
        + PLACE * common.count(lambda each: each.names.places)
        + np.array(NEARNESS, np.int32)[np.searchsorted(NEAR_DAYS, days)]
    )
    is_copy = np.zeros(len(article), np.int8)
    for place in np.flatnonzero(likeness >= COPY).tolist():
        one, two = articles[article[place]], articles[other[place]]
        is_copy[place] = are_copies(one, two, int(likeness[place]))
    return Pairs(
        article=article,
        other=other,
        likeness=likeness.astype(np.int16),
        points=points.astype(np.int16),
        days=days,
        is_copy=is_copy,
    )


class _Common:
    """How many things the two of each pair have in common."""

    def __init__(self, articles: Sequence[Compared], article: Numbers, other: Numbers) -> None:
        self._articles, self._article, self._other = articles, article, other

    def count(self, things: Callable[[Compared], frozenset[str]]) -> Numbers:
        """As many as count, for each pair; most pairs are ruled out by one bit for each thing."""
        sets = [things(each) for each in self._articles]
        bits = np.array([_bits(each) for each in sets], np.uint64)
        counts = np.zeros(len(self._article), np.int32)
        maybe = np.flatnonzero(bits[self._article] & bits[self._other])
        pairs = zip(self._article[maybe].tolist(), self._other[maybe].tolist(), strict=True)
        counts[maybe] = [min(AT_MOST, len(sets[one] & sets[other])) for one, other in pairs]
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
