"""The words by which citations are recognised; a data file, so that no code holds them."""

import tomllib
from pathlib import Path
from typing import Any, Final

_WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
NUMBER_WORD: Final[str] = _WORDS["number_word"]
YEAR_WORD: Final[str] = _WORDS["year_word"]
YEAR_TYPES: Final[tuple[str, ...]] = tuple(_WORDS["year_types"])
STOP_WORDS: Final[frozenset[str]] = frozenset(_WORDS["stop_words"])
