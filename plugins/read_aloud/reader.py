"""What a voice says of a text: a reading for each stretch that is not said as it stands.

The rules come in the order of how sure they are, and what one has read no other reads again.
What no rule reads is said as it is written: foreign names and English words too.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from plugins.core.abbreviations import SpokenForm
from plugins.read_aloud import addresses, codes, days, quantities
from plugins.read_aloud.documents import document_rules
from plugins.read_aloud.places import SeenText
from plugins.read_aloud.readings import Doubt, Reading, Rule, Said, not_said_before
from plugins.read_aloud.spelling import UPPER, name_said
from plugins.read_aloud.vocabulary import VOCABULARY

_RANGE = re.compile(r"\s?[-–—]\s?")
_SPACES = re.compile(r"[^\S\n]+")
_BEFORE_SIGN = re.compile(r" +(?=[,.;:!?)\]”])")
# Long forms name other abbreviations, those again others: deep enough for a register.
_DEEPEST = 2
# Two capitals, a figure, or a sign that is said: words that are themselves read.
_ODD = re.compile(rf"[{UPPER}]{{2}}|[\d&/%]")

Forms = Callable[[str], Sequence[SpokenForm]]
"""The abbreviations of a text that stands alone."""


class Reader:
    """Reads texts aloud with the abbreviations of one site."""

    def __init__(self, forms: Forms, depth: int = 0) -> None:
        """Take the register.

        Args:
            forms: Finds the abbreviations of a text that stands alone.
            depth: How many long forms lead here.
        """
        self._forms, self._depth = forms, depth
        self._before_forms = (
            *addresses.RULES,
            *codes.FIRST,
            *codes.name_rules(self._lookup),
            *document_rules(self._lookup),
            *quantities.TELEPHONES,
            *days.RULES,
            *codes.ROMANS,
            *quantities.RULES,
        )
        self._behind_forms = (
            *codes.RULES,
            *quantities.NUMBERS,
            *codes.capital_rules(self._lookup),
            *codes.LAST,
        )

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules in their order."""
        return (*self._before_forms, *self._behind_forms)

    def spoken(self, text: str) -> str:
        """A text that stands alone as it is said."""
        return said_with(text, self.readings(text, self._forms(text)))

    def readings(self, text: str, forms: Iterable[SpokenForm]) -> tuple[Reading, ...]:
        """What is said otherwise than it is written, in the order of the text.

        Args:
            text: In NFC.
            forms: Its abbreviations.
        """
        found = _Claims(text)
        found.add_all(self._before_forms)
        for form in forms:
            found.add(self._abbreviation(text, form))
        found.add_all(self._behind_forms)
        return found.with_ranges()

    def _abbreviation(self, text: str, form: SpokenForm) -> Reading:
        doubt = None
        if form.is_repeated:
            words = ""
        elif form.spoken:
            words = self._inner(not_said_before(text, form.start, form.spoken))
        else:
            words = name_said(form.form)
            doubt = None if form.form in VOCABULARY.foreign else Doubt.SPELT
        return Reading(start=form.start, end=form.end, spoken=words, doubt=doubt)

    def _inner(self, words: str) -> str:
        """Words of the register, themselves read: a long form may hold abbreviations."""
        if self._depth == _DEEPEST:
            return said_with(words, Reader(_no_forms, _DEEPEST + 1).readings(words, ()))
        return self._deeper.spoken(words) if _ODD.search(words) else words

    @cached_property
    def _deeper(self) -> "Reader":
        return Reader(self._forms, self._depth + 1)

    def _lookup(self, code: str) -> str:
        for form in self._forms(code):
            if (form.start, form.end) == (0, len(code)):
                return form.spoken
        return ""


def said_with(text: str, readings: Iterable[Reading]) -> str:
    """A text with what is said in the place of what is written."""
    pieces, done = [], 0
    for reading in readings:
        pieces += [text[done : reading.start], _apart(text, reading)]
        done = reading.end
    said = _SPACES.sub(" ", "".join((*pieces, text[done:])))
    return _BEFORE_SIGN.sub("", said).strip()


def _apart(text: str, reading: Reading) -> str:
    """The words with a space where a letter or figure would be glued to them."""
    before = " " if text[reading.start - 1 : reading.start].isalnum() else ""
    after = " " if text[reading.end : reading.end + 1].isalnum() else ""
    return f"{before}{reading.spoken}{after}" if reading.spoken else ""


class _Claims:
    """The stretches of a text that rules have read."""

    def __init__(self, text: str) -> None:
        self._text, self._seen = text, SeenText(text)
        self._taken = bytearray(len(text))
        self._readings: list[Reading] = []

    def add_all(self, rules: Iterable[Rule]) -> None:
        for each in rules:
            for match in each.found_in(self._seen):
                if match.end() > match.start() and self._is_free(match.start(), match.end()):
                    self._say(each, match)

    def add(self, reading: Reading) -> None:
        if self._is_free(reading.start, reading.end):
            self._taken[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
            self._readings.append(reading)

    def _is_free(self, start: int, end: int) -> bool:
        return self._taken.find(1, start, end) < 0

    def with_ranges(self) -> tuple[Reading, ...]:
        """The readings in order; a hyphen between two numbers, and no more of them, is said."""
        self._readings.sort(key=lambda reading: reading.start)
        pairs = list(pairwise(self._readings))
        joined = [False, *(self._are_joined(*pair) for pair in pairs), False]
        for (left, right), (before, here, after) in zip(pairs, _in_threes(joined), strict=True):
            if here and not before and not after:
                to = f" {VOCABULARY.numerals.to} "
                self.add(Reading(start=left.end, end=right.start, spoken=to))
        return tuple(sorted(self._readings, key=lambda reading: reading.start))

    def _are_joined(self, left: Reading, right: Reading) -> bool:
        are_numbers = left.is_number and right.is_number
        return are_numbers and bool(_RANGE.fullmatch(self._text, left.end, right.start))

    def _say(self, each: Rule, match: re.Match[str]) -> None:
        said = each.say(match)
        if said is None:
            return
        words, doubt = (said.words, said.doubt) if isinstance(said, Said) else (said, None)
        self.add(
            Reading(
                start=match.start(),
                end=match.end(),
                spoken=words,
                is_number=each.is_number,
                doubt=doubt,
            )
        )


def _in_threes(flags: Sequence[bool]) -> Iterable[tuple[bool, bool, bool]]:
    return zip(flags, flags[1:], flags[2:], strict=False)


def _no_forms(text: str) -> tuple[SpokenForm, ...]:  # noqa: ARG001  (asked of any text)
    return ()
