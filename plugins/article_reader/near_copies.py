"""Which texts are nearly the same, among ten thousand, within a second.

A text is known by its sketch, made once when it is read: of its runs of four words, those
whose first word has a checksum that four divides are put into sixty drawers by their own
checksum, and each drawer keeps the smallest (one permutation hashing; Li, Owen, Zhang 2012).
The share of equal drawers is close to the share of runs that two texts have in common.
"""

import re
import struct
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, compress, count
from operator import eq
from zlib import crc32

from msgspec import Struct

from plugins.core.articles import Kind
from plugins.core.body import BodyContext
from plugins.core.extracts import Extraction
from plugins.core.text_checks import CheckedText

_TAG = re.compile(r"<[^>]*>")
_RUN = 4
_SAMPLED = 4
_BANDS, _ROWS = 10, 6
# A checksum takes four bytes; the greatest stands for none.
_DRAWERS = struct.Struct(f"<{_BANDS * _ROWS}I")
_BAND = 4 * _ROWS
_EMPTY = 0xFFFF_FFFF
_SAME = 0.9
# Where at most a tenth of the drawers differ, at most six of the ten bands do.
_SHARED_BANDS = 4
_FEWEST_RUNS = 8
# Thousands of texts may share a passage; their number must not make each of them dearer.
_LATEST_TEXTS = 24


class Sketch(Struct, frozen=True, kw_only=True):
    """By what a text is compared.

    Attributes:
        drawers: Sixty checksums of four bytes; empty for a text of a few words.
    """

    drawers: bytes = b""


def sketch_of(body: str) -> Sketch:
    """The sketch of a text in HTML."""
    words = _TAG.sub(" ", body).lower().split()
    starts = compress(count(), map(_is_sampled, words))
    runs = {crc32(" ".join(words[start : start + _RUN]).encode()) for start in starts}
    if len(runs) < _FEWEST_RUNS:
        return Sketch()
    drawers = [_EMPTY] * (_BANDS * _ROWS)
    for run in sorted(runs, reverse=True):
        drawers[run % len(drawers)] = run
    return Sketch(drawers=_DRAWERS.pack(*drawers))


def _extract(text: CheckedText, _context: BodyContext) -> Sketch:
    return sketch_of(text.body) if text.kind is Kind.ARTICLE else Sketch()


SKETCHES = Extraction(name="near_copies", extract=_extract)
"""The sketch of every article."""


@lru_cache(maxsize=65536)
def _is_sampled(word: str) -> bool:
    return crc32(word.encode()) % _SAMPLED == 0


def groups_of_copies(
    sketches: Mapping[str, Sketch],
) -> Iterator[tuple[str, dict[str, float]]]:
    """The texts that are nearly the same: the first one, and the likeness of each other to it.

    Of the texts that share a passage, which are no copies, the latest are looked at.
    """
    # Most bands are in one text only: a tuple of one weighs a tenth of a deque.
    shelves: list[dict[bytes, tuple[str, ...]]] = [{} for _ in range(_BANDS)]
    groups = defaultdict[str, dict[str, float]](dict)
    for name, sketch in sketches.items():
        places = list(zip(shelves, _bands(sketch), strict=False))
        found = [leaders for shelf, band in places if (leaders := shelf.get(band))]
        # Counting takes long, and most texts share less with all others together.
        shared = Counter(chain.from_iterable(found)) if len(found) >= _SHARED_BANDS else {}
        near = (leader for leader, times in shared.items() if times >= _SHARED_BANDS)
        likeness = ((leader, _likeness(sketch, sketches[leader])) for leader in near)
        leader, share = next((pair for pair in likeness if pair[1] >= _SAME), (name, 1.0))
        if leader != name:
            groups[leader][name] = share
        else:
            for shelf, band in places:
                shelf[band] = (*shelf.get(band, ())[1 - _LATEST_TEXTS :], name)
    return iter(groups.items())


def _bands(sketch: Sketch) -> list[bytes]:
    drawers = sketch.drawers
    return [drawers[begin : begin + _BAND] for begin in range(0, len(drawers), _BAND)]


def _likeness(one: Sketch, other: Sketch) -> float:
    ours, theirs = _DRAWERS.unpack(one.drawers), _DRAWERS.unpack(other.drawers)
    equal: int = sum(map(eq, ours, theirs))
    both_empty = 0
    if _EMPTY in ours and _EMPTY in theirs:
        both_empty = sum(left == right == _EMPTY for left, right in zip(ours, theirs, strict=True))
    return (equal - both_empty) / (len(ours) - both_empty)
