"""What articles name: documents by number, programmes by number, places by name."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from sys import intern

from msgspec import Struct

from plugins.core.text import squeeze

_TABLE = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
_PROGRAMMES, _PLACES = ("|".join(_TABLE[kind]) for kind in ("programmes", "places"))
# A number, perhaps a year, then letters with hyphens: as in the head of a document.
_DOCUMENT = re.compile(r"\b\d{1,5}(?:/\d{4})?/[^\W\d_]+(?:-[^\W\d_][\w&]*)+")
_PROGRAMME = re.compile(
    rf"\b({_PROGRAMMES})(?: {_TABLE['before_number']})? (\d{{1,5}})\b(?![/.,]\d|/\w)", re.IGNORECASE
)
_PLACE = re.compile(rf"\b(?:{_PLACES})((?: [^\W\d_]+){{1,4}})", re.IGNORECASE)
_FEW = 8


class Names(Struct, frozen=True, kw_only=True):
    """What one text names."""

    documents: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """The names of all kinds."""
        return self.documents | self.programmes | self.places

    def without(self, others: frozenset[str]) -> "Names":
        """The names but for some."""
        if others.isdisjoint(self.all):
            return self
        return Names(
            documents=self.documents - others,
            programmes=self.programmes - others,
            places=self.places - others,
        )

    def packed(self) -> bytes:
        """The same as bytes; `unpack_names` reads them."""
        kinds = (self.documents, self.programmes, self.places)
        return json.dumps([sorted(kind) for kind in kinds]).encode()


@lru_cache(maxsize=4_096)  # many articles name the same, or nothing
def unpack_names(packed: bytes) -> Names:
    """The names that `Names.packed` has written; each is one object, however many texts name it."""
    documents, programmes, places = (frozenset(map(intern, kind)) for kind in json.loads(packed))
    return Names(documents=documents, programmes=programmes, places=places)


def names_in(words: str) -> Names:
    """The names in a text without markup, each in one spelling."""
    words = squeeze(words)
    return Names(
        documents=frozenset(_DOCUMENT.findall(words)),
        programmes=frozenset(
            f"{kind.lower().capitalize()} {int(number)}"
            for kind, number in _PROGRAMME.findall(words)
        ),
        places=frozenset(filter(None, map(_capitalised, _PLACE.findall(words)))),
    )


def common_names(texts: Sequence[Names]) -> frozenset[str]:
    """The names that tell nothing: those in more than a quarter of the texts, and not in a few."""
    counted = Counter(name for names in texts for name in names.all)
    return frozenset(name for name, count in counted.items() if count > max(_FEW, len(texts) // 4))


def _capitalised(syllables: str) -> str:
    """The name at the beginning of what follows a kind of place; "" where there is none."""
    return " ".join(takewhile(lambda syllable: syllable[0].isupper(), syllables.split()))
