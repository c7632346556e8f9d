"""The sentences of an article: where each stands on the page, and what is said for it.

Every word of the page is covered by one spoken word: a figure by all that is said for it, an
abbreviation that repeats what has been said by the word before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.core.abbreviations import Abbreviations, SpokenPassage
from plugins.read_aloud import messages
from plugins.read_aloud.blocks import Block, Part
from plugins.read_aloud.readings import Doubt, Reading

_WORD = re.compile(r"\w\S*")
_SPACE = re.compile(r"\s")
_END = re.compile(r"[.!?\u2026]+[\"'\u2019\u201d)\]]*(?=\s|\Z)")
_NUMBERING = re.compile(r"\s*(?:(?:\d{1,3}|[IVX]{1,5}|\w)[.)]\s*)+\Z")
# About fourteen seconds: browsers' voices stop there, and nobody likes to go back further.
_LONGEST = 45
_RESTS = (re.compile(r";(?=\s)"), re.compile(r":(?=\s)"), re.compile(r",(?=\s)"))
_PLACES = {Part.RECIPIENTS: "recipients", Part.SIGNATURE: "signature"}


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A stretch of a block, and where its words stand in what is said for the sentence."""

    start: int
    end: int
    spoken_start: int
    spoken_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulReading:
    """Something that may be said wrongly: the text, what is said, and why."""

    text: str
    spoken: str
    doubt: Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenArticle:
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
    opens = True
    for start, end in _stretches(text, readings):
        inside = [r for r in readings if start <= r.start < end]
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
            words = _stretched(words, reading)
            said += reading.spoken
            continue
        said += " " if said[-1:].isalnum() else ""
        spoken = reading.spoken
        words.append(SpokenWord(reading.start, reading.end, len(said), len(said) + len(spoken)))
        said += spoken + (" " if text[done : done + 1].isalnum() else "")
    words += _literal_words(text, done, end, len(said))
    return said + text[done:end], tuple(words)


def _stretched(words: list[SpokenWord], reading: Reading) -> list[SpokenWord]:
    """The words with the last one reaching over a stretch that is silent."""
    if not words:
        return words
    last = words[-1]
    longer = SpokenWord(last.start, reading.end, last.spoken_start, last.spoken_end)
    return [*words[:-1], longer]


def _literal_words(text: str, start: int, end: int, said: int) -> list[SpokenWord]:
    return [
        SpokenWord(
            match.start(), match.end(), said + match.start() - start, said + match.end() - start
        )
        for match in _WORD.finditer(text, start, end)
    ]


def _stretches(text: str, readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end; long ones are parted where one may breathe."""
    taken = [(reading.start, reading.end) for reading in readings]
    start = 0
    for end in _ends(text, taken):
        yield from _parted(text, start, end, taken)
        start = end
    yield from _parted(text, start, len(text), taken)


def _ends(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[int]:
    begin = 0
    for match in _END.finditer(text):
        following = text[match.end() :].lstrip()[:1]
        inside = any(start < match.end() <= end for start, end in taken)
        if (
            not inside
            and not following.islower()
            and not _NUMBERING.fullmatch(text, begin, match.end())
        ):
            yield match.end()
            begin = match.end()


def _parted(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]], level: int = 0
) -> Iterator[tuple[int, int]]:
    """A stretch, or its parts where it is too long, each as long as may be."""
    if level == len(_RESTS) or _length(text, start, end, taken) <= _LONGEST:
        yield start, end
        return
    begin = start
    rests = [m.end() for m in _RESTS[level].finditer(text, start, end) if _is_free(m.end(), taken)]
    for rest, following in pairwise([*rests, end]):
        if _length(text, begin, following, taken) > _LONGEST:
            yield from _parted(text, begin, rest, taken, level + 1)
            begin = rest
    yield from _parted(text, begin, end, taken, level + 1)


def _length(text: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> int:
    """About how many syllables a stretch has; what is read otherwise has more than it shows."""
    read = sum(5 for begin, _ in taken if start <= begin < end)
    return len(_WORD.findall(text, start, end)) + read


def _is_free(place: int, taken: Iterable[tuple[int, int]]) -> bool:
    return not any(start < place < end for start, end in taken)


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
