"""The known spelling that an editor may have meant by an unknown one."""

from collections.abc import Iterable
from functools import cached_property

from plugins.core.text import slugify

_SHORTEST = 4


class NearestForms:
    """Finds the nearest of many spellings; each question is answered once."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Take the known spellings."""
        self.forms = sorted(forms)
        self._answers: dict[str, str] = {}

    @cached_property
    def _folded(self) -> dict[str, str]:
        folded: dict[str, str] = {}
        for form in self.forms:
            folded.setdefault(_fold(form), form)
        return folded

    def nearest(self, form: str) -> str:
        """The spelling that differs by signs or marks alone, or by one slip; "" if none."""
        if form not in self._answers:
            self._answers[form] = self._find(_fold(form))
        return self._answers[form]

    def _find(self, letters: str) -> str:
        if letters in self._folded:
            return self._folded[letters]
        if len(letters) < _SHORTEST:
            return ""
        near = (known for known in self._folded if is_one_slip(letters, known))
        return next((self._folded[known] for known in near), "")


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two letters changed about part two words."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or one == other:
        return False
    start = next((n for n, pair in enumerate(zip(shorter, longer)) if pair[0] != pair[1]), None)  # noqa: B905  (one may be longer)
    if start is None:
        return True
    if len(shorter) < len(longer):
        return shorter[start:] == longer[start + 1 :]
    swapped = shorter[start + 1 : start + 2] + shorter[start] + shorter[start + 2 :]
    return shorter[start + 1 :] == longer[start + 1 :] or swapped == longer[start:]


def _fold(form: str) -> str:
    return slugify(form).replace("-", "")
