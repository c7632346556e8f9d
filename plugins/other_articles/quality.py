"""How good the likeness of texts is, as figures: the text alone, whatever the header says.

Two questions need no judge: are the nearest texts of the same section, and does the first
half of a text find its second half among the second halves of all?
"""

import resource
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar
from zlib import crc32

from msgspec import Struct

from plugins.core.children import work_in_parallel
from plugins.core.fingerprints import fingerprint_of
from plugins.other_articles.labelled_texts import LabelledText
from plugins.other_articles.likeness import Weighing, Weights, count_terms
from plugins.other_articles.memory import Memory
from plugins.other_articles.ranking import Ranking, counted_texts
from plugins.other_articles.search import Index, Near, index_of
from plugins.other_articles.terms import Text, terms_of
from plugins.other_articles.text_source import TextSource

Item = TypeVar("Item")
Result = TypeVar("Result")

_NEAREST = 5
_TRIED = 200
_FEWEST_WORDS = 40


class Quality(Struct, frozen=True, kw_only=True):
    """The figures of a folder of texts.

    Attributes:
        texts: How many there are.
        sections: To how many sections they belong.
        same_section: The share of the same section among the five nearest of each text.
        halves_first: The share of first halves whose nearest second half is their own.
        halves_rank: The mean of 1 divided by the place of their own second half.
        seconds: What a first build spends on comparing them.
        new_article: What one more text takes, in milliseconds.
        megabytes: The most memory that one process had until then, the texts included.
        counted: On how many texts rarity was counted.
    """

    texts: int
    sections: int
    same_section: float
    halves_first: float
    halves_rank: float
    seconds: float
    new_article: float
    megabytes: int
    counted: int


def figures(quality: Quality) -> Iterator[str]:
    """One line for each figure, with its goal where there is one."""
    yield f"{'figure':<52}{'value':>10}{'goal':>10}"
    for name, value, goal in (
        ("texts", quality.texts, ""),
        ("sections", quality.sections, ""),
        ("same section among the five nearest, by text alone", quality.same_section, "0.975"),
        ("first half finds its second half first", quality.halves_first, "0.72"),
        ("mean reciprocal place of the second half", quality.halves_rank, ""),
        ("seconds of a first build (goal for 10,000 of 3 kB)", quality.seconds, "15"),
        ("milliseconds to compare one more", quality.new_article, "20"),
        ("megabytes of the largest process", quality.megabytes, "400"),
        ("rarity is counted on the oldest", quality.counted, ""),
        ("all lists may move when there are", 2 * quality.counted, ""),
    ):
        shown = f"{value:.3f}" if isinstance(value, float) else str(value)
        yield f"{name:<52}{shown:>10}{goal:>10}"


def quality_of(texts: Sequence[LabelledText]) -> Quality:
    """The figures of texts, whatever their order: they are put in the order of a checksum."""
    texts = sorted(texts, key=lambda text: (crc32(text.words.encode()), text.words))
    seconds = _seconds_of_first_build([text.words for text in texts])
    megabytes = _megabytes()
    weights, _ = _weights([text.words for text in texts])
    index = _index(weights)
    near = _each(range(len(texts)), index.nearest_to)
    halves = [_halves(text.body) for text in texts if len(text.body.split()) >= _FEWEST_WORDS]
    first_found, rank = _halves_found(halves)
    return Quality(
        texts=len(texts),
        sections=len({text.section for text in texts}),
        same_section=_same_section(texts, near),
        halves_first=first_found,
        halves_rank=rank,
        seconds=seconds,
        new_article=_milliseconds(index, weights[:_TRIED]),
        megabytes=megabytes,
        counted=counted_texts(len(texts)),
    )


def _seconds_of_first_build(words: Sequence[str]) -> float:
    """What a build without any memory spends on comparing all texts."""
    with (
        TemporaryDirectory() as folder,
        closing(Memory(Path(folder) / "memory.sqlite3")) as memory,
    ):
        begin = perf_counter()
        texts = [
            TextSource(key=fingerprint_of(text), read=partial(Text, body=text)) for text in words
        ]
        ranking = Ranking(texts, memory)
        ranking.nearest()
        ranking.names()
        return perf_counter() - begin


def _weights(words: Sequence[str]) -> tuple[list[Weights], Weighing]:
    terms = _each(words, lambda text: terms_of(Text(body=text)))
    weighing = Weighing(count_terms(terms[: counted_texts(len(terms))]))
    return _each(terms, weighing.weigh), weighing


def _each(items: Sequence[Item], work: Callable[[Item], Result]) -> list[Result]:
    """What work makes of each item, done on all processors, in the order of the items."""
    places = range(len(items))
    shares = work_in_parallel(lambda share: [(p, work(items[p])) for p in share], places)
    done = dict(pair for share in shares for pair in share)
    return [done[place] for place in places]


def _index(weights: Sequence[Weights]) -> Index:
    index = index_of(weights)
    index.admit_until(len(weights))
    return index


def _same_section(texts: Sequence[LabelledText], near: Sequence[tuple[Near, ...]]) -> float:
    judged = [
        text.section == texts[other.place].section
        for text, others in zip(texts, near, strict=True)
        for other in others[:_NEAREST]
    ]
    return sum(judged) / len(judged) if judged else 0.0


def _halves_found(halves: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """The share of first places, and the mean reciprocal place."""
    second, weighing = _weights([other for _, other in halves])
    first = _each([one for one, _ in halves], lambda one: weighing.weigh(terms_of(Text(body=one))))
    found = _each(first, _index(second).nearest)
    places = [
        next((rank for rank, near in enumerate(others, start=1) if near.place == own), 0)
        for own, others in enumerate(found)
    ]
    reciprocal = [1 / place if place else 0.0 for place in places]
    count = len(places) or 1
    return places.count(1) / count, sum(reciprocal) / count


def _halves(body: str) -> tuple[str, str]:
    words = body.split()
    middle = len(words) // 2
    return " ".join(words[:middle]), " ".join(words[middle:])


def _milliseconds(index: Index, weights: Sequence[Weights]) -> float:
    begin = perf_counter()
    for text in weights:
        index.nearest(text)
    return 1000 * (perf_counter() - begin) / (len(weights) or 1)


def _megabytes() -> int:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(each).ru_maxrss for each in who) // 1024
