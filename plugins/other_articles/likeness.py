"""How much two texts have in common: weighted terms, and a search for the nearest.

A term weighs more the oftener it stands in the text, by the logarithm, and the fewer texts
have it. Likeness is the cosine of the angle between the weights. Weights are whole numbers,
so sums do not depend on their order. A search compares only texts that share one of the
weightiest terms, and of each term it looks at the latest texts only: its cost stays the
same however many texts there are.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice, repeat
from math import log, sqrt
from operator import mul

from plugins.other_articles.terms import PAIR_MARK, Terms

_PAIR_WEIGHT = 0.75
# Below 1 the rarest terms do not outshout the subject.
_RARITY_POWER = 0.8
_SCALE = 4096
_KEPT_TERMS = 448
_FIRST_TERMS = 192
_LATEST_TEXTS = 300
_COMPARED_TEXTS = 20
_LOOKED_AT = 8_000
_OFTEN = [0.0, *(1 + log(times) for times in range(1, 256))]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermCounts:
    """In how many of so many texts each term stands, in steps; terms of one text are left out."""

    texts: int
    by_term: dict[int, int]

    def packed(self) -> bytes:
        """The same as bytes; `unpack_counts` reads them."""
        ordered = sorted(self.by_term.items())
        numbers = array("I", [self.texts, *(number for number, _ in ordered)])
        return numbers.tobytes() + array("I", [count for _, count in ordered]).tobytes()


def unpack_counts(packed: bytes) -> TermCounts:
    """The counts that `TermCounts.packed` has written."""
    texts, *numbers = array("I", packed)
    half = len(numbers) // 2
    return TermCounts(texts=texts, by_term=dict(zip(numbers[:half], numbers[half:], strict=True)))


def count_terms(texts: Iterable[Terms]) -> TermCounts:
    """In how many of the texts each term stands, counted in steps of a half power of two.

    In steps, so that a text that is mended later seldom moves the weights of others.
    """
    counted, number = Counter[int](), 0
    for terms in texts:
        counted.update(terms.numbers)
        number += 1
    by_term = {term: _in_steps(count) for term, count in counted.items() if count > 1}
    return TermCounts(texts=number, by_term=by_term)


def _in_steps(count: int) -> int:
    """The greatest half power of two that is not above a count: 1, 2, 3, 4, 6, 8, 12, 16."""
    power = 1 << (count.bit_length() - 1)
    return power + power // 2 if count >= power + power // 2 else power


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weightiest terms of a text, the weightiest first.

    Attributes:
        terms: Their numbers.
        weights: Their weights; the squares of all add up to `_SCALE` squared at most.
    """

    terms: "array[int]"
    weights: "array[int]"

    def packed(self) -> bytes:
        """The same as bytes; `unpack_weights` reads them."""
        return self.terms.tobytes() + self.weights.tobytes()


def unpack_weights(packed: bytes) -> Weights:
    """The weights that `Weights.packed` has written."""
    count = len(packed) // 6
    return Weights(terms=array("I", packed[: 4 * count]), weights=array("H", packed[4 * count :]))


class Weighing:
    """Weighs the terms of texts by what is known of a corpus."""

    def __init__(self, counts: TermCounts) -> None:
        """Work out the weight of a term that stands in so many texts, for all that there are."""
        self._count_of = counts.by_term.get
        # A term that no text has is as rare as one of a single text, even where there is none.
        most = max(1, counts.texts)
        rarity = [log((counts.texts + 1) / (max(1, n) + 0.5)) for n in range(most + 1)]
        single = [max(0.0, value) ** _RARITY_POWER for value in rarity]
        self._rarity = (single, [_PAIR_WEIGHT * value for value in single])

    def weigh(self, terms: Terms) -> Weights:
        """The weights of a text."""
        rarity, count_of = self._rarity, self._count_of
        raw = [
            (_OFTEN[times] * rarity[number & PAIR_MARK][count_of(number, 1)], number)
            for number, times in zip(terms.numbers, terms.times, strict=True)
        ]
        scale = _SCALE / (sqrt(sum([weight * weight for weight, _ in raw])) or 1.0)
        kept = sorted(raw, reverse=True)[:_KEPT_TERMS]
        return Weights(
            terms=array("I", [number for _, number in kept]),
            weights=array("H", [round(scale * weight) for weight, _ in kept]),
        )


@dataclass(frozen=True, slots=True)
class Near:
    """A text near another: its place, and their likeness in thousandths."""

    place: int
    likeness: int


class Index:
    """Texts that were added one after the other, to be searched for the nearest."""

    def __init__(self, wanted: Collection[int] | None = None) -> None:
        """Begin with no text.

        Args:
            wanted: The terms of all texts that will be looked for; None for any term.
        """
        self._wanted = None if wanted is None else frozenset(wanted)
        self._texts: list[Weights] = []
        self._places: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, text: Weights) -> None:
        """Put a text at the next place."""
        place = len(self._texts)
        self._texts.append(text)
        first: Iterable[int] = text.terms[:_FIRST_TERMS]
        for term in first if self._wanted is None else self._wanted.intersection(first):
            self._places[term].append(place)

    def nearest(self, text: Weights, besides: int = -1) -> tuple[Near, ...]:
        """The texts most like a text, the likest first; of two as like, the one added later.

        Args:
            text: What is looked for.
            besides: The place of a text that is not meant, such as the same one.
        """
        found: defaultdict[int, int] = defaultdict(int)
        looked_at = 0
        for term, weight in islice(self._known(text), _FIRST_TERMS):
            places = self._places[term][-_LATEST_TEXTS:]
            square = weight * weight
            for place in places:
                found[place] += square
            if (looked_at := looked_at + len(places)) > _LOOKED_AT:
                break
        found.pop(besides, None)
        weight_of = dict(zip(text.terms, text.weights, strict=True)).get
        near = [
            (sum(map(mul, map(weight_of, other.terms, repeat(0)), other.weights)), place)
            for _, place in nlargest(
                _COMPARED_TEXTS, zip(found.values(), found.keys(), strict=True)
            )
            for other in (self._texts[place],)
        ]
        unit = _SCALE * _SCALE // 1000
        return tuple(Near(place, product // unit) for product, place in sorted(near, reverse=True))

    def _known(self, text: Weights) -> Iterator[tuple[int, int]]:
        """The terms of a text that others have, too, with their weights."""
        places = self._places
        pairs = zip(text.terms, text.weights, strict=True)
        return ((term, weight) for term, weight in pairs if term in places)
