"""Syllables that Vietnamese cannot have, as slow fingers on a keyboard make them.

A syllable that ends in c, ch, p or t has the rising or the heavy tone, no other; and where
two vowels together carry a hat or a horn, the tone stands on the second. Letters are built
from their marks here.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from plugins.core.diagnostics import Diagnostic
from plugins.core.text import line_at
from plugins.text_hygiene import messages
from plugins.text_hygiene.shown_text import matches_in

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = _TONES = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
# The vowels with a hat, a breve or a horn.
_MARKED = "\u00e2\u00ea\u00f4\u0103\u01a1\u01b0"
# Where the tone of such a pair is written too early, it belongs on the second letter.
_TONED_LATE = {"i": "\u00ea", "y": "\u00ea", "u": "\u00f4", "\u01b0": "\u01a1"}


def _toned(vowels: str, *tones: str) -> str:
    return "".join(normalize("NFC", vowel + tone) for vowel in vowels for tone in tones)


# Plain a, e, i, o, u, y before c, p, t are left out: "internet" is no slip.
_STOPPED = re.compile(
    rf"[{_MARKED}{_toned('aeiouy' + _MARKED, _GRAVE, _TILDE, _HOOK)}](?:ch|[cpt])(?![\w-])"
)
_TONED_EARLY = re.compile(
    f"[{_toned(''.join(_TONED_LATE), *_TONES)}][{''.join(_TONED_LATE.values())}]"
)
_ONSET = "(?:b|ch?|d|\u0111|gh?|gi|h|kh?|l|m|ngh?|nh?|ph|qu|r|s|th?|tr|v|x)?"
_SYLLABLE = re.compile(_ONSET + r"[^\W\dbcdfghjklmnpqrstvwxz\u0111]{1,3}(?:ch?|ng?|nh|[mptiuoy])?")
_WORD_BEFORE = re.compile(r"\w*\Z")
_WORD = re.compile(r"\w+")
_REACH = 12


def find_impossible_syllables(path: str, shown: str) -> Iterator[Diagnostic]:
    """Advice about every syllable in small letters that cannot be Vietnamese.

    Words with a capital are left alone: names of places and people have their own rules.
    """
    for pattern, mended in ((_STOPPED, _with_other_tones), (_TONED_EARLY, _with_later_tone)):
        places: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        for match in matches_in(shown, pattern):
            word = _word_around(shown, match.start())
            readings = mended(word, match[0]) if _SYLLABLE.fullmatch(word) else ()
            if readings:
                line = line_at(shown, match.start())
                places.setdefault((word, readings), []).append(line)
        for (word, readings), lines in places.items():
            yield messages.impossible_syllable(path, lines, word, readings)


def _word_around(text: str, place: int) -> str:
    before = _WORD_BEFORE.search(text[max(0, place - _REACH) : place])
    after = _WORD.match(text, place)
    return (before[0] if before else "") + (after[0] if after else "")


def _with_other_tones(word: str, found: str) -> tuple[str, ...]:
    bare, _ = _vowel_and_tone(found[0])
    if _vowel_and_tone(word.replace(found, ""))[1]:
        return ()
    return tuple(
        word.replace(found, normalize("NFC", bare + tone) + found[1:]) for tone in (_ACUTE, _DOT)
    )


def _with_later_tone(word: str, found: str) -> tuple[str, ...]:
    first, tone = _vowel_and_tone(found[0])
    if _TONED_LATE[first] != found[1]:
        return ()
    return (word.replace(found, first + normalize("NFC", found[1] + tone)),)


def _vowel_and_tone(letter: str) -> tuple[str, str]:
    parts = normalize("NFD", letter)
    tone = "".join(mark for mark in parts if mark in _TONES)
    return normalize("NFC", "".join(mark for mark in parts if mark not in _TONES)), tone
