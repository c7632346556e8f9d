"""What the terms of a text weigh.

A term weighs more the oftener it stands in the text, by the logarithm, and the fewer texts
have it. Weights are whole numbers, so sums do not depend on their order.
"""

from collections.abc import Iterable, Sequence
from math import isqrt, log
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from plugins.other_articles.terms import PAIR_MARK, Terms

Numbers = NDArray[np.integer[Any]]

SCALE = 4096
_PAIR_WEIGHT = 0.75
# Below 1 the rarest terms do not outshout the subject.
_RARITY_POWER = 0.8
_KEPT_TERMS = 448
# Small enough for the sum of all squares of a text to stay a 64-bit number.
_UNIT = 1 << 16
_OFTEN = np.array([0, *(round(_UNIT * (1 + log(times))) for times in range(1, 256))])
_TERM_BITS, _TERM_MASK = 32, 0xFFFFFFFF
# Terms are counted in parts, to hold less at once.
_PART_BITS = 3
_NONE = np.empty(0, np.uint32)


class TermCounts(Struct, frozen=True, kw_only=True):
    """In how many of so many texts each term stands, in steps; terms of one text are left out.

    Attributes:
        texts: How many texts were counted.
        terms: The terms, the smallest number first.
        counts: For each of them, in how many texts it stands.
    """

    texts: int
    terms: Numbers
    counts: Numbers

    def packed(self) -> bytes:
        """The same as bytes; `unpack_counts` reads them."""
        parts = ([self.texts], self.terms, self.counts)
        return np.concatenate(parts).astype(np.uint32).tobytes()

    def of(self, terms: Numbers) -> Numbers:
        """In how many texts each of some terms stands; 1 for a term that is not counted."""
        places, known = places_of(terms, self.terms)
        counts = np.ones(len(terms), np.int64)
        counts[known] = self.counts[places[known]]
        return counts


def unpack_counts(packed: bytes) -> TermCounts:
    """The counts that `TermCounts.packed` has written."""
    numbers = np.frombuffer(packed, np.uint32)
    terms, counts = np.split(numbers[1:], 2)
    return TermCounts(texts=int(numbers[0]), terms=terms, counts=counts)


def places_of(wanted: Numbers, numbers: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """Where each wanted number stands among sorted ones, and whether it stands there at all."""
    places = np.searchsorted(numbers, wanted)
    known = places < len(numbers)
    known[known] = numbers[places[known]] == wanted[known]
    return places, known


def count_terms(texts: Sequence[Terms]) -> TermCounts:
    """In how many of the texts each term stands, counted in steps of a half power of two.

    In steps, so that a text that is mended later seldom moves the weights of others.
    """
    numbers = [np.frombuffer(text.numbers, np.uint32) for text in texts]
    parts = [_repeated(numbers, part) for part in range(1 << _PART_BITS)]
    return TermCounts(
        texts=len(texts),
        terms=np.concatenate([terms for terms, _ in parts]),
        counts=_in_steps(np.concatenate([counts for _, counts in parts])),
    )


def _repeated(texts: Iterable[Numbers], part: int) -> tuple[Numbers, Numbers]:
    """The terms that more texts than one have, of those in a part of all numbers, and how many."""
    inside = [text[text >> _TERM_BITS - _PART_BITS == part] for text in texts]
    terms, counts = np.unique(np.concatenate(inside or [_NONE]), return_counts=True)
    return terms[counts > 1], counts[counts > 1]


def _in_steps(counts: Numbers) -> Numbers:
    """The greatest half powers of two that are not above the counts: 1, 2, 3, 4, 6, 8, 12, 16."""
    powers = 1 << (np.frexp(counts)[1].astype(np.int64) - 1)
    halfway = powers + powers // 2
    return np.where(counts >= halfway, halfway, powers)


class Weights(Struct, frozen=True, kw_only=True):
    """The weightiest terms of a text, the weightiest first.

    Attributes:
        terms: Their numbers.
        weights: Their weights; the squares of all add up to about `SCALE` squared at most.
    """

    terms: Numbers
    weights: Numbers

    def packed(self) -> bytes:
        """The same as bytes; `unpack_weights` reads them."""
        return self.terms.tobytes() + self.weights.tobytes()


def unpack_weights(packed: bytes) -> Weights:
    """The weights that `Weights.packed` has written."""
    count = len(packed) // 6
    return Weights(
        terms=np.frombuffer(packed, np.uint32, count),
        weights=np.frombuffer(packed, np.uint16, count, 4 * count),
    )


class Weighing:
    """Weighs the terms of texts by what is known of a corpus."""

    def __init__(self, counts: TermCounts) -> None:
        """Work out the weight of a term that stands in so many texts, for all that there are."""
        self._counts = counts
        # A term that no text has is as rare as one of a single text, even where there is none.
        most = max(1, counts.texts)
        ratios = (log((counts.texts + 1) / (max(1, n) + 0.5)) for n in range(most + 1))
        single = [max(0.0, ratio) ** _RARITY_POWER for ratio in ratios]
        pair = [_PAIR_WEIGHT * rarity for rarity in single]
        self._rarity = np.array(
            [[round(_UNIT * rarity) for rarity in row] for row in (single, pair)]
        )

    def weigh(self, terms: Terms) -> Weights:
        """The weights of a text."""
        numbers = np.frombuffer(terms.numbers, np.uint32).astype(np.int64)
        rarity = self._rarity[numbers & PAIR_MARK, self._counts.of(numbers)]
        raw = _OFTEN[np.frombuffer(terms.times, np.uint8)] * rarity // _UNIT
        length = max(1, isqrt(int(np.dot(raw, raw))))
        kept = np.sort(raw << _TERM_BITS | numbers)[::-1][:_KEPT_TERMS]
        weights = (2 * SCALE * (kept >> _TERM_BITS) + length) // (2 * length)
        return Weights(
            terms=(kept & _TERM_MASK).astype(np.uint32), weights=weights.astype(np.uint16)
        )
