"""A search for the texts that have most in common with one.

Likeness is the cosine of the angle between the weights of two texts. A search compares only
texts that share one of the weightiest terms, and of each term it looks at the latest texts
only: its cost stays the same however many texts there are. All sums are of whole numbers, so
no processor gives another answer than the next.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from plugins.other_articles.likeness import SCALE, Numbers, Weights, places_of

_FIRST_TERMS = 192
_LATEST_TEXTS = 300
MOST_NEAR = 24
"""So many texts are compared with one in full, and may be near it."""
_LOOKED_AT = 8_000
# Texts whose terms are numbered at once: of all of them the numbers would be twice as wide.
_AT_A_TIME = 128
_SIEVE = (1 << 16) - 1
_PLACE_BITS = 24
_PLACE_MASK = (1 << _PLACE_BITS) - 1
_UNIT = SCALE * SCALE // 1000
_NO_TERMS, _NO_WEIGHTS = np.empty(0, np.uint32), np.empty(0, np.uint16)


class Near(Struct, frozen=True):
    """A text near another: its place, and their likeness in thousandths."""

    place: int
    likeness: int


class Index:
    """Texts in an order, of which those that were admitted can be found.

    All terms are numbered without gaps, and for each the places of the texts in which it is
    among the weightiest stand side by side, the first text first.
    """

    def __init__(
        self,
        texts: Iterable[tuple[str, Weights]],
        order: Sequence[str],
        asking: Iterable[Weights] | None = None,
    ) -> None:
        """Put the texts in order; none is admitted yet.

        Args:
            texts: Those that can be found, by their names; where it is known who asks, they are
                asked for once and not held.
            order: The name of the text at each place; equal texts may have one name.
            asking: All that will look for others; None where that is not known. Terms that
                none of them has are left out.
        """
        if asking is None:
            held = list(texts)
            asking = (text for _, text in held)
            texts = _emptying(held)
        self._vocabulary = np.unique(np.concatenate([_NO_TERMS, *(each.terms for each in asking)]))
        sieve = np.zeros(_SIEVE + 1, np.bool_)
        sieve[self._vocabulary & _SIEVE] = True
        came: dict[str, int] = {}
        pieces = [_Piece.of([], self._vocabulary, sieve)]
        for batch in _batches(texts):
            came |= {name: number for number, (name, _) in enumerate(batch, start=len(came))}
            pieces.append(_Piece.of([text for _, text in batch], self._vocabulary, sieve))
        # The texts stay as they came; only where each begins and ends is put in order.
        place = np.array([came[name] for name in order], np.int64)
        lengths = np.concatenate([piece.lengths for piece in pieces])
        ends = np.cumsum(lengths)
        self._begins, self._ends = (ends - lengths)[place], ends[place]
        self._heads = self._begins + np.concatenate([piece.heads for piece in pieces])[place]
        # One array after the other, for together they are twice as much.
        weights = [piece.weights for piece in pieces]
        terms = [piece.terms for piece in pieces]
        pieces.clear()
        self._weights = np.concatenate(weights)
        weights.clear()
        self._terms = np.concatenate(terms)
        terms.clear()
        self._posted, self._shelves = self._shelved()
        self._admitted = np.zeros(len(self._vocabulary), np.int32)
        self._until = 0
        # Left as they were by every search.
        self._weight_of = np.zeros(len(self._vocabulary), np.int64)
        self._shared = np.zeros(len(order), np.int64)
        self._last_turn = np.zeros(len(order), np.int32)

    def _shelved(self) -> tuple[Numbers, Numbers]:
        """The places of texts by term, and where those of each term begin."""
        bits = len(self._begins).bit_length()
        limits = np.arange(len(self._vocabulary) + 1, dtype=np.int64) << bits
        # Term and place in one number, as small as it can be, so that they are sorted in place.
        kind = np.min_scalar_type(len(limits) << bits)
        posted = np.empty((self._heads - self._begins).sum(), kind)
        filled = 0
        for places in _parts(0, len(self._begins)):
            lengths = self._heads[places] - self._begins[places]
            terms = self._terms[_runs(self._begins[places], lengths)].astype(kind)
            until = filled + len(terms)
            posted[filled:until] = terms << bits | np.repeat(places, lengths).astype(kind)
            filled = until
        posted.sort()
        shelves = np.searchsorted(posted, limits.astype(kind))
        posted &= (1 << bits) - 1
        return posted.astype(np.min_scalar_type(len(self._begins))), shelves

    def admit_until(self, end: int) -> None:
        """Let the texts before a place be found from now on; none is sent away again."""
        for places in _parts(self._until, end):
            begins = self._begins[places]
            heads = _runs(begins, self._heads[places] - begins)
            np.add.at(self._admitted, self._terms[heads], 1)
        self._until = end

    def dismiss(self) -> None:
        """Have no text found any more."""
        self._admitted[:] = 0
        self._until = 0

    def nearest_to(self, place: int) -> tuple[Near, ...]:
        """The admitted texts most like the one at a place, as `nearest` gives them."""
        own = slice(self._begins[place], self._ends[place])
        return self._nearest(self._terms[own], self._weights[own].astype(np.int64), place)

    def nearest(self, text: Weights) -> tuple[Near, ...]:
        """The admitted texts most like any text.

        The likest stand first; of two as like, the one with the later place.
        """
        places, known = places_of(text.terms, self._vocabulary)
        return self._nearest(places[known], text.weights[known].astype(np.int64))

    def _nearest(
        self, terms: Numbers, weights: Numbers, besides: int | None = None
    ) -> tuple[Near, ...]:
        compared = self._promising(terms, weights, besides)
        if not len(compared):
            return ()
        lengths = self._ends[compared] - self._begins[compared]
        where = _runs(self._begins[compared], lengths)
        self._weight_of[terms] = weights
        products = self._weight_of[self._terms[where]] * self._weights[where]
        self._weight_of[terms] = 0
        sums = np.add.reduceat(products, np.cumsum(lengths) - lengths)
        found = sorted(zip(sums.tolist(), compared.tolist(), strict=True), reverse=True)
        return tuple(Near(place, product // _UNIT) for product, place in found)

    def _promising(self, terms: Numbers, weights: Numbers, besides: int | None) -> Numbers:
        """The places of the texts that share the weightiest terms, in any order."""
        shelved = self._admitted[terms]
        known = np.flatnonzero(shelved)[:_FIRST_TERMS]
        lengths = np.minimum(shelved[known], _LATEST_TEXTS)
        known = known[: np.searchsorted(np.cumsum(lengths), _LOOKED_AT, side="right") + 1]
        lengths = lengths[: len(known)]
        ends = self._shelves[terms[known]] + shelved[known]
        places = self._posted[_runs(ends - lengths, lengths)]
        np.add.at(self._shared, places, np.repeat(weights[known] ** 2, lengths))
        ranked = (self._shared[places] << _PLACE_BITS) | places
        self._shared[places] = 0
        others = self._once(places, ranked)
        if besides is not None:
            others = others[others & _PLACE_MASK != besides]
        if len(others) > MOST_NEAR:
            others = np.partition(others, -MOST_NEAR)[-MOST_NEAR:]
        return others & _PLACE_MASK

    def _once(self, places: Numbers, values: Numbers) -> Numbers:
        """One value for each place, of several equal ones."""
        turns = np.arange(len(places), dtype=np.int32)
        self._last_turn[places] = turns
        once: Numbers = values[self._last_turn[places] == turns]
        return once


class _Piece(Struct, frozen=True, kw_only=True):
    """Some texts one after the other, with those of their terms that are in a vocabulary.

    Attributes:
        lengths: How many terms each text has.
        heads: How many of them, the first ones, are among the weightiest of their text.
        terms: Their numbers in the vocabulary.
        weights: Their weights.
    """

    lengths: Numbers
    heads: Numbers
    terms: Numbers
    weights: Numbers

    @classmethod
    def of(
        cls, texts: Sequence[Weights], vocabulary: Numbers, sieve: NDArray[np.bool_]
    ) -> "_Piece":
        """Texts as they are, but for the terms that the vocabulary lacks.

        Args:
            texts: Some texts.
            vocabulary: The terms that count.
            sieve: Whether one of them has these last bits: most others are ruled out by it.
        """
        ends = np.array([0, *accumulate(len(text.terms) for text in texts)])
        terms = np.concatenate([_NO_TERMS, *(text.terms for text in texts)])
        weights = np.concatenate([_NO_WEIGHTS, *(text.weights for text in texts)])
        maybe = np.flatnonzero(sieve[terms & _SIEVE])
        numbers, there = places_of(terms[maybe], vocabulary)
        known = maybe[there]
        begins = np.searchsorted(known, ends)
        weightiest = np.minimum(ends[:-1] + _FIRST_TERMS, ends[1:])
        return cls(
            lengths=np.diff(begins),
            heads=np.searchsorted(known, weightiest) - begins[:-1],
            terms=numbers[there].astype(np.min_scalar_type(len(vocabulary))),
            weights=weights[known],
        )


def index_of(texts: Sequence[Weights], asking: Iterable[Weights] | None = None) -> Index:
    """An index of texts that are in order."""
    order = [str(place) for place in range(len(texts))]
    return Index(zip(order, texts, strict=True), order, asking)


def _emptying(held: list[tuple[str, Weights]]) -> Iterator[tuple[str, Weights]]:
    """All of a list, each let go of as soon as it is given."""
    held.reverse()
    while held:
        yield held.pop()


def _batches(
    texts: Iterable[tuple[str, Weights]],
) -> Iterator[list[tuple[str, Weights]]]:
    left = iter(texts)
    while batch := list(islice(left, _AT_A_TIME)):
        yield batch


def _parts(begin: int, end: int) -> Iterator[Numbers]:
    """The numbers from one to another, some at a time."""
    for first in range(begin, end, _AT_A_TIME):
        yield np.arange(first, min(first + _AT_A_TIME, end))


def _runs(begins: Numbers, lengths: Numbers) -> Numbers:
    """The numbers of all runs, one run after the other."""
    before = np.cumsum(lengths) - lengths
    return np.repeat(begins - before, lengths) + np.arange(lengths.sum())
