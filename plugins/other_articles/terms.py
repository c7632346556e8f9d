"""What a text is about: how often each of its syllables and pairs of syllables occurs.

Vietnamese writes a space between syllables and most of its words have two, so pairs find
words without a segmenter. Marks are kept: they tell words apart, and without them a text
finds its own second half less often.
"""

import re
from array import array
from collections import Counter
from functools import lru_cache
from html import unescape
from itertools import pairwise
from zlib import crc32

from msgspec import Struct

_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</?(?:blockquote|br|div|figcaption|h\d|li|p|t[dhr])\b[^>]*>")
_APART = " . "
_WORD = re.compile(r"[^\W_]+")
_TITLE_TIMES, _SUMMARY_TIMES = 3, 2
_MOST = 255
# A term is a number: even for a syllable, odd for a pair.
PAIR_MARK = 1
_SPREAD, _NUMBERS = 0x9E3779B1, 0xFFFFFFFF


class Text(Struct, frozen=True, kw_only=True):
    """What is compared of an article; the body may be HTML."""

    title: str = ""
    summary: str = ""
    body: str = ""

    @property
    def words(self) -> str:
        """The words of all parts without markup, a full stop between what stands apart."""
        return plain(_BLOCK.sub(_APART, _APART.join((self.title, self.summary, self.body))), "")


class Terms(Struct, frozen=True, kw_only=True):
    """The terms of a text in the order in which they first occur, and how often each occurs."""

    numbers: "array[int]"
    times: bytes

    def packed(self) -> bytes:
        """The same as bytes; `unpack_terms` reads them."""
        return self.numbers.tobytes() + self.times


def unpack_terms(packed: bytes) -> Terms:
    """The terms that `Terms.packed` has written."""
    count = len(packed) // 5
    return Terms(numbers=array("I", packed[: 4 * count]), times=packed[4 * count :])


def terms_of(text: Text) -> Terms:
    """The terms of a text; those of its title count thrice, those of its summary twice."""
    counted = Counter[int]()
    for part in (*[text.title] * _TITLE_TIMES, *[text.summary] * _SUMMARY_TIMES, plain(text.body)):
        syllables = [_number(word) for word in _WORD.findall(part.lower())]
        counted.update(syllables)
        counted.update(
            [((one * _SPREAD + other) & _NUMBERS) | PAIR_MARK for one, other in pairwise(syllables)]
        )
    return Terms(
        numbers=array("I", counted),
        times=bytes([min(times, _MOST) for times in counted.values()]),
    )


def plain(markup: str, between: str = " ") -> str:
    """The words of a piece of HTML, with something in place of every tag."""
    return unescape(_TAG.sub(between, markup))


@lru_cache(maxsize=65536)
def _number(syllable: str) -> int:
    return crc32(syllable.encode()) & ~PAIR_MARK
