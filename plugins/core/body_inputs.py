"""What a body was made from, besides its own text, so that it is made anew when that changes.

An input is a content file, or a question to a register: the words of the text that the
register was asked for. Its state is a fingerprint of the file, or of the answer. So a new
entry of a register makes anew only the bodies whose words it answers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import state_of

# No content file has a name that begins like this: names are relative and normalised.
_QUESTION = "/?"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAnswers:
    """A register of a feature, as bodies depend on it.

    Attributes:
        name: The word of the feature.
        answer: A fingerprint of everything that the register says of some words.
    """

    name: str
    answer: Callable[[frozenset[str]], str]


def question(name: str, words: Iterable[str]) -> str:
    """The input that stands for some words, without spaces in them, asked of a register."""
    return " ".join((f"{_QUESTION}{name}", *sorted(set(words))))


@dataclass(frozen=True, slots=True, kw_only=True)
class InputStates:
    """The states that inputs have now."""

    content: Path
    registers: tuple[RegisterAnswers, ...]

    def state(self, name: str) -> str:
        """The fingerprint of a content file or of a register's answer; "" where there is none."""
        if not name.startswith(_QUESTION):
            return state_of(self.content, name)
        asked, *words = name.removeprefix(_QUESTION).split(" ")
        answers = (each.answer for each in self.registers if each.name == asked)
        return next((answer(frozenset(words)) for answer in answers), "")
