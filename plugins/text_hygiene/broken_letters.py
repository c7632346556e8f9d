"""Text whose letters were lost on the way: typed for an old font, or decoded wrongly.

Such a file is sound UTF-8, so only its letters tell. The signs are those that Vietnamese
never has in these places; a few of them may be anything, many of them are not.
"""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.core.diagnostics import Diagnostic
from plugins.core.text import line_at
from plugins.text_hygiene import messages

_ENOUGH = 4
_REACH = 12
_LOST = re.compile("\ufffd")
_SIGNS = {
    # Letters of TCVN3 are signs elsewhere; here they stand inside words.
    "TCVN3 (ABC)": re.compile(r"[\xa8-\xac\xae\xb5-\xb9](?<=[A-Za-z\xae].)"),
    # VNI puts these behind a vowel.
    "VNI": re.compile(r"[\xeb\xef\xf8\xfb\xfc](?<=[AEOUYaeouy\xf4\xf6].)"),
    # The bytes of UTF-8, read one by one.
    "UTF-8": re.compile(r"[\xba\xbb](?<=\xe1.)"),
}
# Hardly any sound text has some of these, so most texts are looked through once.
_ANY_SIGN = re.compile(r"[\xa8-\xac\xae\xb5-\xbb\xeb\xef\xf8\xfb\xfc]")


def find_broken_letters(path: str, shown: str) -> Iterator[Diagnostic]:
    """A warning where the letters of a text are those of another encoding."""
    if lost := _LOST.search(shown):
        yield _finding(path, shown, "", lost.start())
    if len(_first_few(_ANY_SIGN, shown)) < _ENOUGH:
        return
    for name, signs in _SIGNS.items():
        places = _first_few(signs, shown)
        if len(places) == _ENOUGH:
            yield _finding(path, shown, name, places[0])
            return


def _first_few(signs: re.Pattern[str], shown: str) -> list[int]:
    return [match.start() for match in islice(signs.finditer(shown), _ENOUGH)]


def _finding(path: str, shown: str, encoding: str, place: int) -> Diagnostic:
    before = shown[max(0, place - _REACH) : place].rpartition("\n")[2]
    behind = shown[place : place + _REACH].partition("\n")[0]
    return messages.broken_letters(path, line_at(shown, place), encoding, (before + behind).strip())
