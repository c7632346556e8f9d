"""The abbreviations of a plain text that is not on the site, as JSON.

Places are told in characters of the text as it was given, though the engine reads it in
NFC: a letter and its marks, where they are apart in the given text, count as many.
"""

from collections.abc import Iterable, Iterator
from unicodedata import combining, is_normalized, normalize

from plugins.core.text_questions import answer_line, questions
from plugins.glossary.definitions import Definition
from plugins.glossary.resolution import Mention, Passage, resolve
from plugins.glossary.terms import Lexicon


def scan(lines: Iterable[bytes], lexicon: Lexicon) -> Iterator[str]:
    """One answer a line for one question a line, each as soon as it is asked.

    Args:
        lines: JSON objects with `id` and `text`; empty lines are passed over.
        lexicon: The lexicon of the site.

    Raises:
        QuestionError: at the first line that is no question.
    """
    for question in questions(lines):
        yield answer_line(question, answer(question.text, lexicon))


def answer(text: str, lexicon: Lexicon) -> dict[str, list[dict[str, object]]]:
    """The mentions and the definitions of a text."""
    given = _GivenText(text)
    resolved = resolve([Passage(text=given.composed)], lexicon)
    return {
        "mentions": [_mention(given, mention) for mention in resolved.mentions[0]],
        "definitions": [_definition(given, each) for each in resolved.definitions[0]],
    }


def _mention(given: "_GivenText", mention: Mention) -> dict[str, object]:
    start, end = given.place(mention.start, mention.end)
    return {
        "start": start,
        "end": end,
        "short": given.text[start:end],
        "long": mention.term.long if mention.term else None,
        "why": mention.why,
    }


def _definition(given: "_GivenText", definition: Definition) -> dict[str, object]:
    start, end = given.place(definition.start, definition.end)
    long_start, long_end = given.place(definition.long_start, definition.long_end)
    return {
        "short": given.text[start:end],
        "long": given.text[long_start:long_end],
        "start": start,
        "end": end,
        "long_start": long_start,
        "long_end": long_end,
    }


class _GivenText:
    """A text in any form, its form in NFC, and the way back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.composed = text
        self._starts: list[int] | None = None
        if not is_normalized("NFC", text):
            pieces = list(_pieces(text))
            composed = [normalize("NFC", piece) for _, piece in pieces]
            self.composed = "".join(composed)
            self._starts = [
                start for (start, _), signs in zip(pieces, composed, strict=True) for _ in signs
            ]
            self._starts.append(len(text))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the composed text stands in the given one."""
        return (self._starts[start], self._starts[end]) if self._starts else (start, end)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Each letter together with the marks that follow it, and its place."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not combining(text[place]):
            yield start, text[start:place]
            start = place
