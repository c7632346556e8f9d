"""Words of gambling advertisements, which are what hidden links on agency sites are for."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from plugins.core.text import fold_diacritics, in_small_letters

_TABLE = Path(__file__).with_name("gambling.toml")
# Shorter phrases without their marks may be something else.
_PHRASE = 3


class GamblingWords(Struct, frozen=True, kw_only=True):
    """The words, by what they say of a text.

    Attributes:
        advertising: Words that only advertisements use, in small letters, by the order in which
            they are told, each with the last two of them: many end alike.
        subject: Words of the subject, which honest texts use too.
        brands: What names of gambling sites look like.
        brand_signs: One of these stands in each of such names.
        addresses: What addresses of such pages look like.
    """

    advertising: Mapping[str, str]
    subject: tuple[str, ...]
    brands: re.Pattern[str]
    brand_signs: tuple[str, ...]
    addresses: re.Pattern[str]

    def advertised_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Every place in a text at which something is advertised, with the words."""
        lowered = in_small_letters(text)
        present = {end for end in set(self.advertising.values()) if end in lowered}
        for phrase, end in self.advertising.items() if present else ():
            if end in present:
                yield from _whole_words(phrase, lowered)
        if any(sign in lowered for sign in self.brand_signs):
            yield from ((match.start(), match[0]) for match in self.brands.finditer(lowered))

    def mentioned_in(self, text: str) -> str:
        """A word of the subject in a text, or ""."""
        lowered = text.lower()
        return next((word for word in self.subject if any(_whole_words(word, lowered))), "")

    def addressed_in(self, address: str) -> str:
        """A part of an address that names such a page, or ""."""
        match = self.addresses.search(fold_diacritics(unquote(address)).lower())
        return match[0] if match else ""


@cache
def read_words() -> GamblingWords:
    """The words that are looked for."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return GamblingWords(
        advertising={
            phrase: " ".join(phrase.split()[-2:])
            for phrase in _with_bare_forms(table["advertising"])
        },
        subject=tuple(table["subject"]),
        brands=re.compile(rf"(?<![\w.-])(?:{'|'.join(table['brands'])})(?![\w-])"),
        brand_signs=tuple(table["brand_signs"]),
        addresses=re.compile(rf"(?<![a-z])(?:{'|'.join(table['addresses'])})"),
    )


def _with_bare_forms(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield phrase
        bare = fold_diacritics(phrase)
        if bare != phrase and len(phrase.split()) >= _PHRASE:
            yield bare


def _whole_words(phrase: str, lowered: str) -> Iterator[tuple[int, str]]:
    """The places of a phrase; a plain search first, since hardly any text has one."""
    if phrase in lowered:
        pattern = rf"(?<!\w){re.escape(phrase)}(?!\w)"
        yield from ((match.start(), phrase) for match in re.finditer(pattern, lowered))
