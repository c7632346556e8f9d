"""Markdown's own patterns, asked only about text that holds the sign which each of them needs.

They begin with a question about what stands before, or with a line's beginning, so they are
tried at every letter: as long as the rest of Markdown takes. Whether a text holds a sign at
all is known at once, and most texts hold none.
"""

import re
from collections.abc import Iterator

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_INLINE_SIGNS = {"backtick": "`", "reference": "[", "link": "[", "short_reference": "["}
_BLOCK_SIGNS = {"hashheader": "#", "setextheader": "\n", "quote": ">", "reference": "]:"}


class SignedPatterns(Extension):
    """Finds the same as Markdown does, sooner."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the signs before the patterns of a converter; those of others stay as they are."""
        for name, sign in _INLINE_SIGNS.items():
            _put_before(md.inlinePatterns[name], "compiled_re", sign)
        for name, sign in _BLOCK_SIGNS.items():
            _put_before(md.parser.blockprocessors[name], "RE", sign)
        md.preprocessors.register(_Blanks(md), "normalize_whitespace", 30)


class _Blanks(Preprocessor):
    """Markdown's own processor of this name, without a pattern, for text of line feeds alone."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join((*lines, "", "")).expandtabs(self.md.tab_length)
        first, *others = text.split("\n")
        return [first, *(line if line.strip(" ") else "" for line in others)]


class _Signed:
    """A compiled pattern, as far as Markdown's processors ask it."""

    def __init__(self, pattern: re.Pattern[str], sign: str) -> None:
        self._pattern, self._sign = pattern, sign

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(text) if self._sign in text else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(text) if self._sign in text else None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text, start) if self._sign in text else iter(())


def _put_before(processor: object, name: str, sign: str) -> None:
    setattr(processor, name, _Signed(getattr(processor, name), sign))
