"""What a body was made from, besides its own text, so that it is made anew when that changes.

An input is a content file, or a question to a register: the words of the text that the
register was asked for. Its state is a fingerprint of the file, or of the answer. So a new
entry of a register makes anew only the bodies whose words it answers.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.core.files import state_of

# No content file has a name that begins like this: names are relative and normalised.
_QUESTION = "/?"


class RegisterAnswers(Struct, frozen=True, kw_only=True):
    """A register of a feature, as bodies depend on it.

    Attributes:
        name: The word of the feature.
        whole: A fingerprint of the register: while it stays, so does every answer.
        answer: A fingerprint of everything that the register says of some words.
    """

    name: str
    whole: str
    answer: Callable[[frozenset[str]], str]


def question(name: str, words: Iterable[str]) -> str:
    """The input that stands for some words, without spaces in them, asked of a register."""
    return " ".join((f"{_QUESTION}{name}", *sorted(set(words))))


class InputStates:
    """The states that inputs have now, each looked up once."""

    def __init__(self, content: Path, registers: Iterable[RegisterAnswers]) -> None:
        """Take the content folder and the registers as they are now."""
        self._content = content
        self._registers = {each.name: each for each in registers}
        self._files: dict[str, str] = {}

    @property
    def registers(self) -> dict[str, str]:
        """The fingerprints of the registers by their names."""
        return {name: each.whole for name, each in self._registers.items()}

    def holds(self, name: str, state: str, before: Mapping[str, str]) -> bool:
        """Whether an input still has a state.

        Args:
            name: A content file or a question to a register.
            state: The fingerprint that the file or the answer had; "" where there was none.
            before: The registers of which it is known that they gave this answer.
        """
        if not name.startswith(_QUESTION):
            return self._file(name) == state
        asked, *words = name.removeprefix(_QUESTION).split(" ")
        register = self._registers.get(asked)
        if register is None:
            return not state
        if register.whole == before.get(asked):
            return True
        return register.answer(frozenset(words)) == state

    def _file(self, name: str) -> str:
        if name not in self._files:
            self._files[name] = state_of(self._content, name)
        return self._files[name]
