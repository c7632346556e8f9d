"""Which texts are nearly the same, among ten thousand, within a second.

A text is known by its sketch, made once when it is read: of its runs of four words, those
whose first word has a checksum that four divides are put into sixty drawers by their own
checksum, and each drawer keeps the smallest (one permutation hashing; Li, Owen, Zhang 2012).
The share of equal drawers is close to the share of runs that two texts have in common.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from operator import eq
from zlib import crc32

_TAG = re.compile(r"<[^>]*>")
_RUN = 4
_SAMPLED = 4
_BANDS, _ROWS = 10, 6
_EMPTY = -1
_SAME = 0.9
# Where at most a tenth of the drawers differ, at most six of the ten bands do.
_SHARED_BANDS = 4
_FEWEST_RUNS = 8
# Thousands of texts may share a passage; their number must not make each of them dearer.
_LATEST_TEXTS = 24

Sketch = tuple[int, ...]


def sketch_of(body: str) -> Sketch:
    """The sketch of a text in HTML; empty for a text of a few words."""
    words = _TAG.sub(" ", body).lower().split()
    starts = (start for start, word in enumerate(words) if _is_sampled(word))
    runs = {crc32(" ".join(words[start : start + _RUN]).encode()) for start in starts}
    if len(runs) < _FEWEST_RUNS:
        return ()
    drawers = [_EMPTY] * (_BANDS * _ROWS)
    for run in sorted(runs, reverse=True):
        drawers[run % len(drawers)] = run
    return tuple(drawers)


@lru_cache(maxsize=65536)
def _is_sampled(word: str) -> bool:
    return crc32(word.encode()) % _SAMPLED == 0


def groups_of_copies(
    sketches: Mapping[str, Sketch],
) -> Iterator[tuple[str, dict[str, float]]]:
    """The texts that are nearly the same: the first one, and the likeness of each other to it.

    Of the texts that share a passage, which are no copies, the latest are looked at.
    """
    shelves = defaultdict[Sketch, deque[str]](lambda: deque(maxlen=_LATEST_TEXTS))
    groups = defaultdict[str, dict[str, float]](dict)
    for name, sketch in sketches.items():
        bands = _bands(sketch)
        shared = Counter(chain.from_iterable(shelves[band] for band in bands))
        near = (leader for leader, times in shared.items() if times >= _SHARED_BANDS)
        likeness = ((leader, _likeness(sketch, sketches[leader])) for leader in near)
        leader, share = next((pair for pair in likeness if pair[1] >= _SAME), (name, 1.0))
        if leader != name:
            groups[leader][name] = share
        else:
            for band in bands:
                shelves[band].append(name)
    return iter(groups.items())


def _bands(sketch: Sketch) -> list[Sketch]:
    bands = range(len(sketch) // _ROWS)
    return [(band, *sketch[band * _ROWS : (band + 1) * _ROWS]) for band in bands]


def _likeness(one: Sketch, other: Sketch) -> float:
    equal: int = sum(map(eq, one, other))
    both_empty = 0
    if _EMPTY in one and _EMPTY in other:
        both_empty = sum(left == right == _EMPTY for left, right in zip(one, other, strict=True))
    return (equal - both_empty) / (len(one) - both_empty)
