"""At which older articles each article looks, and what binds it to them.

Those with a like text, the latest of its section, and the latest of all.
"""

from collections.abc import Sequence

import numpy as np

from plugins.other_articles.bonds import Compared
from plugins.other_articles.likeness import Numbers
from plugins.other_articles.pairs import Binding, Pairs, joined, numbered, ranks_of

_LATEST = 6
_PLACE_BITS = 32
_AT_A_TIME = 1_024


def pairs_with_older(articles: Sequence[Compared], near: Numbers, public: int) -> Pairs:
    """The pairs of each article with the older ones at which it looks, the most bound first.

    Some articles at a time, so that what is worked out on the way is never held of all.

    Args:
        articles: Public ones in time, then drafts.
        near: For each of them the older texts most like its own, in rows by place: its place,
            the other's place, their likeness.
        public: How many public ones there are.
    """
    binding, ranks = Binding(articles), ranks_of([each.record.slug for each in articles])
    latest = _Latest(numbered(each.record.section for each in articles), public)
    parts = [binding.bind(near[:0])]
    for begin in range(0, len(articles), _AT_A_TIME):
        end = min(begin + _AT_A_TIME, len(articles))
        first, last = np.searchsorted(near[:, 0], (begin, end)).tolist()
        looked_at = _once(np.concatenate((near[first:last], latest.before(begin, end))))
        parts.append(binding.bind(looked_at).most_bound_first(ranks))
    return joined(parts)


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
