"""What a word looks like: an abbreviation, a word in capitals, a Roman number.

An abbreviation is told by its capitals. A word in capitals may be an ordinary one, so its
shape is held against that of Vietnamese syllables; a Roman number of I, V and X alone is
never an abbreviation.
"""

import re

from plugins.core.syllables import has_marked_vowel, is_syllable


def _letters(kind: str) -> str:
    """All Latin letters of a kind that text in NFC can have, as in a character class."""
    signs = (chr(code) for code in range(0x1F00) if code < 0x0250 or code >= 0x1E00)  # noqa: PLR2004  (the Latin blocks)
    return "".join(sign for sign in signs if getattr(sign, kind)())


UPPER = _letters("isupper")
LOWER = _letters("islower")
_PART = f"[{UPPER}][{UPPER}0-9]*"
# A&B and A-B; a comma stays inside only where an ampersand follows, as in A,B&C.
_COMPOUND = re.compile(f"{_PART}(?:(?:,{_PART})*&{_PART}|[-–]{_PART})+")
# One or two letters before a hyphen: k-NN, Bi-LSTM, e-KYC.
_PREFIXED = re.compile(f"[A-Za-z][a-z]?-([{UPPER}]{{2,}})")
_LETTER_PAIR = re.compile(f"[{UPPER}]/[{UPPER}]")
# Digits belong to models, formulas and measures. Of these few shapes are words: B2B (but not
# water), 3GPP, and long ones with a short number, such as HTML5, UTF-8 and COVID-19.
_WITH_DIGITS = re.compile(
    f"(?!H2O)[{UPPER}][24][{UPPER}]|[0-9][{UPPER}]{{3,}}"
    f"|[{UPPER}]{{3,}}-?[0-9]|[{UPPER}]{{4,}}-[0-9]{{2}}"
)
_ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")
_ANY_ROMAN = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VOWELS = re.compile("[AEIOUY]", re.IGNORECASE)
_SPEAKABLE = re.compile(
    "(?:[^AEIOUY]{0,2}[AEIOUY]{1,2})+[^AEIOUY]{0,2}",
)
# Where a search for abbreviations stops: at a capital with another one near, or a digit. It
# begins with a class of letters, because a search for those alone is quick.
START = re.compile(f"[{UPPER}](?:[{LOWER}]{{0,3}}[{UPPER}0-9]|[&/][{UPPER}])")
_LONGEST = 14
_LONGEST_MIXED = 9
_LONGEST_UNMARKED_SYLLABLE = 3
_LONGEST_SPEAKABLE = 7


def may_start(token: str) -> bool:
    """Whether a search by `START` stops at a token."""
    return bool(START.search(token))


def looks_abbreviated(form: str) -> bool:
    """Whether a token looks like an abbreviation, wherever it stands."""
    if form.isalpha():
        return _word_looks_abbreviated(form)
    if _COMPOUND.fullmatch(form):
        parts = re.split("[&,–-]", form)
        return ("&" in form or max(map(len, parts)) > 1) and not all(map(is_word, parts))
    if prefixed := _PREFIXED.fullmatch(form):
        return not is_word(prefixed[1])
    return bool(_LETTER_PAIR.fullmatch(form) or _WITH_DIGITS.fullmatch(form))


def _word_looks_abbreviated(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    if capitals < 2 or 2 * capitals < len(word) or len(word) > _LONGEST:  # noqa: PLR2004  (one is no more than a name)
        return False
    if word.isupper():
        return len(set(word)) > 1 and not is_roman(word) and not is_word(word)
    lower = "".join(sign for sign in word if sign.islower())
    return len(word) <= _LONGEST_MIXED and not has_marked_vowel(lower)


def is_word(capitals: str) -> bool:
    """Whether a word in capitals is an ordinary one: a syllable, or long and speakable."""
    if is_syllable(capitals):
        return has_marked_vowel(capitals) or len(capitals) > _LONGEST_UNMARKED_SYLLABLE
    speakable = len(capitals) > _LONGEST_SPEAKABLE and _SPEAKABLE.fullmatch(capitals)
    return bool(speakable) and len(_VOWELS.findall(capitals)) * 3 >= len(capitals)


def is_roman(word: str) -> bool:
    """Whether a word is a Roman number wherever it stands: one of I, V and X."""
    return bool(_ROMAN.fullmatch(word))


def may_be_roman(word: str) -> bool:
    """Whether a word is a Roman number where the text counts something."""
    return bool(_ANY_ROMAN.fullmatch(word))
