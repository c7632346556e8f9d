"""The sentences of an article: where each stands on the page, and what is said for it.

Every word of the page is covered by one spoken word: a figure by all that is said for it, an
abbreviation that repeats what has been said by the word before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from plugins.core.abbreviations import Abbreviations, SpokenPassage
from plugins.read_aloud import messages
from plugins.read_aloud.blocks import Block, Part
from plugins.read_aloud.readings import Doubt, Reading
from plugins.read_aloud.spelling import LOWER

_WORD = re.compile(r"\w\S*")
_SPACE = re.compile(r"\s")
_END = re.compile(r"[.!?\u2026]+[\"'\u2019\u201d)\]]*(?=\s|\Z)")
_GOES_ON = re.compile(rf"\s*[{LOWER}]")
_NUMBERING = re.compile(r"\s*(?:(?:\d{1,3}|[IVX]{1,5}|\w)[.)]\s*)+\Z")
# About fourteen seconds: browsers' voices stop there, and nobody likes to go back further.
_LONGEST = 45
# Of what is not said as it stands, beside the word that it is.
_MORE_SYLLABLES = 5
_RESTS = (re.compile(r";(?=\s)"), re.compile(r":(?=\s)"), re.compile(r",(?=\s)"))
_PLACES = {Part.RECIPIENTS: "recipients", Part.SIGNATURE: "signature"}


class SpokenWord(Struct, frozen=True):
    """A stretch of a block, and where its words stand in what is said for the sentence."""

    start: int
    end: int
    spoken_start: int
    spoken_end: int


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence as it is read.

    Attributes:
        block: The number of its block.
        start: Where it begins in the text of the block.
        end: Where it ends, exclusive.
        spoken: What is said.
        words: In order; together they cover every word of the sentence.
        opens: Whether a longer pause comes before it, as before a paragraph.
    """

    block: int
    start: int
    end: int
    spoken: str
    words: tuple[SpokenWord, ...]
    opens: bool = False


class DoubtfulReading(Struct, frozen=True, kw_only=True):
    """Something that may be said wrongly: the text, what is said, and why."""

    text: str
    spoken: str
    doubt: Doubt


class SpokenArticle(Struct, frozen=True, kw_only=True):
    """All that is said of an article, in the order in which it is read.

    Attributes:
        asked: The texts for which the register was asked.
    """

    sentences: tuple[Sentence, ...]
    doubts: tuple[DoubtfulReading, ...]
    asked: tuple[str, ...] = ()


def spoken_article(
    blocks: Sequence[Block],
    abbreviations: Abbreviations,
    places: tuple[str, ...],
    own: Sequence[str] = (),
) -> SpokenArticle:
    """What is said of a page.

    Args:
        blocks: All of them.
        abbreviations: Those of the site.
        places: Where the text stands, as the register names places.
        own: The meanings that the header gives.
    """
    passages = [
        SpokenPassage(text=_without_breaks(b.text), places=_places_of(b, places)) for b in blocks
    ]
    forms = abbreviations.spoken_forms(passages, own)
    asked = {passage.text for passage in passages}
    # The rules take time to load; most builds read nothing aloud anew.
    from plugins.read_aloud.plain_text import reader_of  # noqa: PLC0415  (see above)

    reader = reader_of(abbreviations, asked.add)
    sentences: dict[Part, list[Sentence]] = {part: [] for part in Part}
    doubts: list[DoubtfulReading] = []
    for block, passage, found in zip(blocks, passages, forms, strict=True):
        readings = reader.readings(passage.text, found)
        sentences[block.part] += _sentences(block, passage.text, readings)
        doubts += _doubts(passage.text, readings)
    ordered = (sentence for part in Part for sentence in sentences[part])
    return SpokenArticle(sentences=tuple(ordered), doubts=tuple(doubts), asked=tuple(sorted(asked)))


def _sentences(block: Block, text: str, readings: Sequence[Reading]) -> Iterator[Sentence]:
    opens, taken = True, _Taken(readings)
    for start, end in _stretches(text, taken):
        inside = readings[taken.before(start) : taken.before(end)]
        lead = messages.CAPTION if opens and block.part is Part.CAPTION else ""
        said, words = _said(text, start, end, inside, lead)
        if words:
            yield Sentence(
                block=block.number,
                start=words[0].start,
                end=words[-1].end,
                spoken=said,
                words=words,
                opens=opens,
            )
            opens = False


def _said(
    text: str, start: int, end: int, readings: Iterable[Reading], lead: str
) -> tuple[str, tuple[SpokenWord, ...]]:
    """What is said for a stretch, and its words."""
    said, words, done = lead, list[SpokenWord](), start
    for reading in readings:
        words += _literal_words(text, done, reading.start, len(said))
        said += text[done : reading.start]
        done = reading.end
        if not reading.spoken.strip(" .,"):
            _stretch_last(words, reading)
            said += reading.spoken
            continue
        said += " " if said[-1:].isalnum() else ""
        spoken = reading.spoken
        words.append(SpokenWord(reading.start, reading.end, len(said), len(said) + len(spoken)))
        said += spoken + (" " if text[done : done + 1].isalnum() else "")
    words += _literal_words(text, done, end, len(said))
    return said + text[done:end], tuple(words)


def _stretch_last(words: list[SpokenWord], reading: Reading) -> None:
    """Make the last word reach over a stretch that is silent."""
    if words:
        last = words.pop()
        words.append(SpokenWord(last.start, reading.end, last.spoken_start, last.spoken_end))


def _literal_words(text: str, start: int, end: int, said: int) -> list[SpokenWord]:
    return [
        SpokenWord(
            match.start(), match.end(), said + match.start() - start, said + match.end() - start
        )
        for match in _WORD.finditer(text, start, end)
    ]


class _Taken:
    """Where the stretches of a text lie that are not said as they stand; they are in order."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._starts = [reading.start for reading in readings]
        self._ends = [reading.end for reading in readings]

    def before(self, place: int) -> int:
        """How many begin before a place."""
        return bisect_left(self._starts, place)

    def end_around(self, place: int) -> int:
        """Where the last one ends that begins before a place; 0 for none."""
        count = self.before(place)
        return self._ends[count - 1] if count else 0


def _stretches(text: str, taken: _Taken) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; long ones are parted where one may breathe."""
    start = 0
    for end in _ends(text, taken):
        yield from _parted(text, start, end, taken)
        start = end
    yield from _parted(text, start, len(text), taken)


def _ends(text: str, taken: _Taken) -> Iterator[int]:
    begin = 0
    for match in _END.finditer(text):
        end = match.end()
        if (
            taken.end_around(end) < end
            and not _GOES_ON.match(text, end)
            and not _NUMBERING.fullmatch(text, begin, end)
        ):
            yield end
            begin = end


def _parted(
    text: str, start: int, end: int, taken: _Taken, level: int = 0
) -> Iterator[tuple[int, int]]:
    """A stretch, or its parts where it is too long, each as long as may be."""
    if level == len(_RESTS) or _length(text, start, end, taken) <= _LONGEST:
        yield start, end
        return
    begin = start
    found = (match.end() for match in _RESTS[level].finditer(text, start, end))
    rests = [rest for rest in found if taken.end_around(rest) <= rest]
    for rest, following in pairwise([*rests, end]):
        if _length(text, begin, following, taken) > _LONGEST:
            yield from _parted(text, begin, rest, taken, level + 1)
            begin = rest
    yield from _parted(text, begin, end, taken, level + 1)


def _length(text: str, start: int, end: int, taken: _Taken) -> int:
    """About how many syllables a stretch has; what is read otherwise has more than it shows."""
    read = _MORE_SYLLABLES * (taken.before(end) - taken.before(start))
    return len(_WORD.findall(text, start, end)) + read


def _doubts(text: str, readings: Iterable[Reading]) -> Iterator[DoubtfulReading]:
    for reading in readings:
        if reading.doubt and reading.doubt is not Doubt.SPELT:  # the glossary tells of those
            written = text[reading.start : reading.end]
            yield DoubtfulReading(text=written, spoken=reading.spoken, doubt=reading.doubt)


def _without_breaks(text: str) -> str:
    """A text of the same length without line breaks, which end nothing on a page."""
    return _SPACE.sub(" ", text)


def _places_of(block: Block, places: tuple[str, ...]) -> tuple[str, ...]:
    own = _PLACES.get(block.part)
    return (own, *places) if own else places
