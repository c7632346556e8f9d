"""For each text of a site the older texts that are most like it, worked out once.

Whatever is found out about a text depends on that text and on older ones, so nothing that is
published later can change it: publishing an article costs one search. Rarity is counted on
the oldest texts, as many as the greatest power of two that the site has reached, and counted
anew when it reaches the next one; only then may all lists move.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path

import numpy as np

from plugins.core.children import work_in_parallel, work_told
from plugins.core.garbage import give_back_memory
from plugins.core.progress import progress
from plugins.other_articles import messages
from plugins.other_articles.likeness import (
    Numbers,
    TermCounts,
    Weighing,
    Weights,
    count_terms,
    unpack_counts,
    unpack_weights,
)
from plugins.other_articles.memory import Memory
from plugins.other_articles.names import Names, common_names, names_in, unpack_names
from plugins.other_articles.search import MOST_NEAR, Index, Near
from plugins.other_articles.terms import Text, terms_of, unpack_terms
from plugins.other_articles.text_source import TextSource

_MODULES = ("likeness.py", "names.py", "names.toml", "search.py", "terms.py")
_HERE = Path(__file__)
_CODE = b"".join(_HERE.with_name(name).read_bytes() for name in _MODULES)
_OF_CODE = blake2b(_CODE, digest_size=16)
_UNKNOWN = -1
# Texts whose terms and weights are held while they are weighed: 30 kB each.
_AT_A_TIME = 2048


class Ranking:
    """The texts of a site, the oldest first, each compared with those before it."""

    def __init__(
        self, texts: Sequence[TextSource], memory: Memory, drafts: Sequence[TextSource] = ()
    ) -> None:
        """Name everything by its content; nothing is worked out yet.

        Args:
            texts: What is public, the oldest first.
            memory: What earlier builds worked out.
            drafts: Compared with all texts; no text is compared with them.
        """
        self._texts = (*texts, *drafts)
        self._count = len(texts)
        self._memory = memory
        self._keys = [_digest(text.key) for text in self._texts]
        public = list(accumulate(self._keys[: self._count], _digest))
        self._basis = public[counted_texts(self._count) - 1] if public else ""
        whole = public[-1] if public else ""
        chain = [*public, *(_digest(whole, key) for key in self._keys[self._count :])]
        self._known_names: dict[str, list[str]] = {}
        self._rows = [f"near {_digest(link, self._basis)}" for link in chain]

    def nearest(self) -> Numbers:
        """For each text, then for each draft, the texts most like it, the likest first.

        Returns:
            Rows of three numbers: the place of the text, of the one like it, their likeness.
        """
        near = _NearTexts(self._rows)
        near.put(self._memory.each(self._rows))
        places = near.missing
        found = self._search(places) if places else {}
        fresh = {self._rows[place]: _packed(others) for place, others in found.items()}
        self._memory.keep(fresh)
        near.put(fresh.items())
        self._memory.still_needed(self._names("terms", "weights", "names"))
        self._memory.still_needed([f"counts {self._basis}"])
        return near.rows()

    def names(self) -> list[Names]:
        """For each text, then for each draft, what it names, but for what most texts name."""
        everything = range(len(self._texts))
        packed = self._made("names", everything, lambda text: names_in(text.words).packed())
        names = [unpack_names(packed[place]) for place in everything]
        common = common_names(names[: counted_texts(self._count)])
        return [each.without(common) for each in names]

    def _search(self, places: Sequence[int]) -> dict[int, tuple[Near, ...]]:
        names = self._names("weights")
        everybody = len(places) == len(names)
        asking = None if everybody else [w for _, w in self._weights([names[p] for p in places])]
        index = Index(self._weights(names), names, asking)
        give_back_memory()

        def search(share: Sequence[int]) -> dict[int, tuple[Near, ...]]:
            index.dismiss()  # a child may get more than one share
            found = {}
            for place in share:  # rising
                index.admit_until(min(place, self._count))
                found[place] = index.nearest_to(place)
            return found

        found = work_in_parallel(search, places, messages.COMPARING)
        return {place: near for part in found for place, near in part.items()}

    def _weights(self, names: Iterable[str]) -> Iterator[tuple[str, Weights]]:
        """Some weights by their names, from the memory or anew, one after the other."""
        missing = set(names)
        for name, packed in self._memory.each(missing):
            missing.remove(name)
            yield name, unpack_weights(packed)
        if missing:
            for part in self._weighed(missing):
                yield from ((name, unpack_weights(packed)) for name, packed in part.items())

    def _weighed(self, wanted: Collection[str]) -> Iterator[dict[str, bytes]]:
        """Weights worked out anew, and remembered; not all of them are held at one time."""
        names = {p: name for p, name in enumerate(self._names("weights")) if name in wanted}
        places = sorted(names)
        batches = [places[n : n + _AT_A_TIME] for n in range(0, len(places), _AT_A_TIME)]
        weighing = Weighing(self._counts)
        for batch in batches:
            self._terms(batch)
        with progress(messages.COUNTING, len(places)) as told:
            for batch in batches:
                weigh = partial(_weigh, weighing, names, self._terms(batch))
                for part in work_told(weigh, batch, told):
                    self._memory.keep(part)
                    yield part

    @cached_property
    def _counts(self) -> TermCounts:
        name = f"counts {self._basis}"
        known = self._memory.find([name])
        if name in known:
            return unpack_counts(known[name])
        oldest = range(counted_texts(self._count))
        counts = count_terms([unpack_terms(each) for each in self._terms(oldest).values()])
        self._memory.keep({name: counts.packed()})
        return counts

    def _terms(self, places: Iterable[int]) -> dict[int, bytes]:
        return self._made("terms", places, lambda text: terms_of(text).packed())

    def _made(
        self, kind: str, places: Iterable[int], make: Callable[[Text], bytes]
    ) -> dict[int, bytes]:
        """What is made of each text alone, from the memory or anew."""
        all_names = self._names(kind)
        names = {place: all_names[place] for place in places}
        known = self._memory.find(names.values())
        unread = [place for place, name in names.items() if name not in known]

        def read(share: Sequence[int]) -> dict[str, bytes]:
            return {names[place]: make(self._texts[place].read()) for place in share}

        for part in work_in_parallel(read, unread, messages.COUNTING):
            self._memory.keep(part)
            known |= part
        return {place: known[name] for place, name in names.items()}

    def _names(self, *kinds: str) -> list[str]:
        return [name for kind in kinds for name in self._names_of(kind)]

    def _names_of(self, kind: str) -> list[str]:
        if kind not in self._known_names:
            about = self._basis if kind == "weights" else ""
            self._known_names[kind] = [f"{kind} {_digest(key, about)}" for key in self._keys]
        return self._known_names[kind]


def _weigh(
    weighing: Weighing, names: Mapping[int, str], terms: Mapping[int, bytes], share: Iterable[int]
) -> dict[str, bytes]:
    return {names[p]: weighing.weigh(unpack_terms(terms[p])).packed() for p in share}


def counted_texts(texts: int) -> int:
    """On how many of the oldest texts rarity is counted: the greatest power of two."""
    return 1 << (texts.bit_length() - 1) if texts else 0


def _digest(*parts: str) -> str:
    whole = _OF_CODE.copy()
    for part in parts:
        whole.update(f"{len(part)} {part}".encode())
    return whole.hexdigest()


def _packed(near: Iterable[Near]) -> bytes:
    return array("I", [number for each in near for number in (each.place, each.likeness)]).tobytes()


class _NearTexts:
    """For each text those most like it, in one array: of a large site they are very many."""

    def __init__(self, names: Sequence[str]) -> None:
        """Know nothing yet.

        Args:
            names: Under which each is remembered; texts in the same place have the same name.
        """
        places = {name: place for place, name in enumerate(names)}
        self._places = places
        self._own = np.array([places[name] for name in names], np.int64)
        self._near = np.zeros((len(names), MOST_NEAR, 2), np.int32)
        self._counts = np.full(len(names), _UNKNOWN, np.int64)

    def put(self, pieces: Iterable[tuple[str, bytes]]) -> None:
        """Take what `_packed` gave of some texts, with their names."""
        for name, packed in pieces:
            near = np.frombuffer(packed, np.int32).reshape(-1, 2)
            place = self._places[name]
            self._near[place, : len(near)] = near
            self._counts[place] = len(near)

    @property
    def missing(self) -> list[int]:
        """The places of the texts of which nothing was taken, one for each name; rising."""
        places = np.unique(self._own)
        missing: list[int] = places[self._counts[places] == _UNKNOWN].tolist()
        return missing

    def rows(self) -> Numbers:
        """Rows: the place of a text, of one like it, their likeness."""
        counts = self._counts[self._own]
        there = np.arange(MOST_NEAR) < counts[:, np.newaxis]
        texts = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        return np.column_stack((texts, self._near[self._own][there]))
