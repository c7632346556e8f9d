"""The sentences that visitors read, from the theme's table."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from plugins.core.errors import ConfigError
from plugins.core.fingerprints import fingerprint_of
from plugins.core.text import normalise


class Strings:
    """The sentences of one language by key (`other-articles.title`).

    Calling it gives the sentence with its `{names}` filled in.

    Attributes:
        fingerprint: Changes with any of them.
    """

    def __init__(self, table: Mapping[str, Mapping[str, str]]) -> None:
        """Flatten a table of sections into `section.key` names."""
        self._sentences = {
            f"{section}.{key}": normalise(sentence)
            for section, sentences in table.items()
            for key, sentence in sentences.items()
        }
        self.fingerprint = fingerprint_of(self._sentences)

    def __call__(self, key: str, **names: object) -> str:
        """The sentence of a key.

        Raises:
            ConfigError: if the table has no such key.
        """
        if key not in self._sentences:
            message = f"theme/strings has no sentence {key!r}: add it to vi.toml"
            raise ConfigError(message)
        return self._sentences[key].format(**names) if names else self._sentences[key]


def load_strings(theme: Path) -> Strings:
    """The Vietnamese sentences of a theme folder."""
    return _strings_of((theme / "strings" / "vi.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _strings_of(table: str) -> Strings:
    """Every generator of a run asks for the same."""
    return Strings(tomllib.loads(table))
