"""The Vietnamese words that the engine knows, from the file beside this module."""

import tomllib
from pathlib import Path

from msgspec import Struct


class Wordings(Struct, frozen=True, kw_only=True):
    """Words in small letters, but for the units, which are in capitals.

    Attributes:
        introductions: Stand between a long form and its short form.
        tellings: Say that a short form follows, without a bracket.
        function_words: May have no letter in a short form.
        numbers: The names of the digits, from nought.
        numbered: Stand before Roman numbers.
        units: Stand behind numbers.
    """

    introductions: frozenset[str]
    tellings: tuple[str, ...]
    function_words: frozenset[str]
    numbers: tuple[str, ...]
    numbered: frozenset[str]
    units: frozenset[str]


def _load() -> Wordings:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return Wordings(
        introductions=frozenset(table["introductions"]),
        tellings=tuple(table["tellings"]),
        function_words=frozenset(table["function_words"]),
        numbers=tuple(table["numbers"]),
        numbered=frozenset(table["numbered"]),
        units=frozenset(table["units"]),
    )


WORDINGS = _load()
