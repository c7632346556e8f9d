"""One name spelt two ways: the tone of oa, oe and uy on the first or on the second letter.

Both ways are right; one name should have one of them. Letters are built from their marks.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from unicodedata import normalize

from msgspec import Struct

from plugins.core.body import BodyContext
from plugins.core.diagnostics import Diagnostic
from plugins.core.text import line_at
from plugins.core.text_checks import CheckedText
from plugins.text_hygiene import messages

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS = ("oa", "oe", "uy", "Oa", "Oe", "Uy")
_FIRST_WAY = {
    normalize("NFC", pair + tone): normalize("NFC", pair[0] + tone + pair[1])
    for pair in _PAIRS
    for tone in _TONES
}
_COMMITTEE = normalize("NFC", "u\u0309y")
_FIRST_LETTERS = "".join(sorted({end[0] for pair in _FIRST_WAY.items() for end in pair}))
_LAST_LETTERS = "".join(sorted({end[1] for pair in _FIRST_WAY.items() for end in pair}))
# Behind q the u is no vowel, so its y always carries the tone.
_ENDING = re.compile(rf"[{_FIRST_LETTERS}](?<![qQ].)[{_LAST_LETTERS}](?!\w)")
_TAG = re.compile(r"<[^>]*>")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+ ){0,2}[^\W\d_]*\Z")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_REACH = 30
_ENDINGS = frozenset(_FIRST_WAY) | frozenset(_FIRST_WAY.values())


class TextNames(Struct, frozen=True, kw_only=True):
    """The names of a text that could be spelt in another way, sorted."""

    forms: tuple[str, ...]


def extract_names(text: CheckedText, _context: BodyContext) -> TextNames:
    """The names in a text that was just read, its title and its summary."""
    body = _TAG.sub("\n", text.body.replace("\n", " "))
    words = f"{text.header.get('title', '')}\n{text.summary}\n{body}"
    return TextNames(forms=tuple(sorted(set(names_in(words)))))


def find_two_spellings(
    names: Mapping[str, Iterable[str]], source_of: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """Advice for each name that stands in the corpus in two ways, on the rarer of them.

    Args:
        names: The names in each content file.
        source_of: The text of a content file, for the line of a finding.
    """
    places = _places(names)
    for name in sorted(places):
        first, *others = sorted(places[name].items(), key=lambda form: (-len(form[1]), form[0]))
        for form, paths in others:
            path, other_path = _one_of_each(paths, first[1])
            line = _line_of(form, source_of(path))
            yield messages.two_spellings(path, line, form, first[0], other_path)


def names_in(text: str) -> Iterator[str]:
    """The names in a text that could be spelt in another way, as far as they tell."""
    for match in _ENDING.finditer(text):
        if match[0] in _ENDINGS:
            start, end = match.span()
            before = _WORDS_BEFORE.search(text[max(0, start - _REACH) : start])
            words = ((before[0] if before else "") + match[0]).split(" ")
            after = _WORD_AFTER.match(text, end)
            if name := _name(words, after[1] if after else ""):
                yield name


def _name(words: list[str], after: str) -> str:
    """The part of the words around a syllable, the last of them, that is a name; or ""."""
    *before, syllable = words
    one_way = _one_way(syllable)
    if one_way.lower() == _COMMITTEE:
        if syllable[0].isupper():
            return f"{syllable} {after}" if after else ""
        return f"{before[-1]} {syllable}" if before and before[-1][:1].isupper() else ""
    if not syllable[0].isupper():
        return ""
    if after[:1].isupper():
        return f"{syllable} {after}"
    capitals = [word for word in before if word[:1].isupper()]
    return " ".join([*capitals, syllable]) if before and before[-1] in capitals else ""


def _one_way(text: str) -> str:
    """Text with every tone on the first of two letters."""
    return _ENDING.sub(lambda match: _FIRST_WAY.get(match[0], match[0]), text)


def _places(names: Mapping[str, Iterable[str]]) -> dict[str, dict[str, list[str]]]:
    """The files of each form of each name; only names of more than one form."""
    places: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    one_way = cache(_one_way)
    for path in sorted(names):
        for form in names[path]:
            places[one_way(form)][form].append(path)
    return {name: forms for name, forms in places.items() if len(forms) > 1}


def _one_of_each(paths: list[str], other_paths: list[str]) -> tuple[str, str]:
    """A file of each form, two different ones where there are."""
    pairs = ((path, other) for path in paths for other in other_paths if path != other)
    return next(pairs, (paths[0], other_paths[0]))


def _line_of(name: str, source: str) -> int:
    """The first line with a name, which may go on in the next line; 0 where it is not found."""
    match = re.search(r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", source)
    return line_at(source, match.start()) if match else 0
