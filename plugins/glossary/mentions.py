"""Finds abbreviations in running text, and where the text explains them itself.

A wrong explanation is worse than none: a spelling counts only as a whole token, never
in a sentence of capitals (where every word looks like an abbreviation), never in the
number of a document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.core.text import slugify
from plugins.glossary.terms import TOKEN, Lexicon, Place, Scope, Term

LINE_BREAK = "\u2028"
# A sign before or after that makes a token part of something longer.
_GLUED_BEFORE = frozenset("&/@#")
_GLUED_AFTER = re.compile(r"[&/\-–.,]?\w")
_SENTENCE_END = re.compile(rf"(?<=[.!?…;:])\s+|{LINE_BREAK}")
_LETTERS = re.compile(r"[^\W\d_]+")
# What may stand between a bracket and a short form that it introduces, without marks:
# "called in short", "hereafter abbreviated as".
_INTRODUCTION = re.compile(r"(sau-day-)?(duoc-)?((goi|viet)-tat(-la)?)?")
_INTRODUCTION_LENGTH = 40
_ALONE_AFTER = re.compile(r"[\s\"”’]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An abbreviation in a text.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends, exclusive.
        form: The spelling as it stands there.
        is_slip: Whether that is a misspelling, which is not to be explained.
    """

    start: int
    end: int
    form: str
    term: Term
    is_slip: bool


def find_mentions(
    text: str, lexicon: Lexicon, scopes: tuple[Place, ...] = (Scope.SITE,)
) -> tuple[Mention, ...]:
    """The abbreviations in a block of text, in order, none within another.

    Args:
        text: The words of one paragraph or the like, forced line breaks as `LINE_BREAK`.
        lexicon: The spellings to look for.
        scopes: Which meanings hold here; the first that knows a spelling wins.
    """
    found: list[Mention] = []
    for token in TOKEN.finditer(text):
        if not found or token.start() >= found[-1].end:
            found += _mentions_at(text, token, lexicon, scopes)
    return _without_capitals(text, found) if found else ()


def _mentions_at(
    text: str, token: re.Match[str], lexicon: Lexicon, scopes: tuple[Place, ...]
) -> Iterator[Mention]:
    start = token.start()
    if start and text[start - 1] in _GLUED_BEFORE:
        return
    for form in lexicon.starts.get(token.group(), ()):
        end = start + len(form)
        stands_there = text.startswith(form, start) and not _GLUED_AFTER.match(text, end)
        if stands_there and (mention := _mention(form, start, lexicon, scopes)):
            yield mention
            return
    if "/" in token.group():
        yield from _parts(token, lexicon, scopes)


def _mention(form: str, start: int, lexicon: Lexicon, scopes: tuple[Place, ...]) -> Mention | None:
    reading = lexicon.reading(form, scopes)
    if not reading or reading.is_ambiguous:
        return None
    end = start + len(form)
    return Mention(start=start, end=end, form=form, term=reading.term, is_slip=reading.is_slip)


def _parts(
    token: re.Match[str], lexicon: Lexicon, scopes: tuple[Place, ...]
) -> tuple[Mention, ...]:
    """The abbreviations of `A/B` where all parts are some; the number 95/2014/A-B has none."""
    mentions, start = [], token.start()
    for part in token.group().split("/"):
        mention = _mention(part, start, lexicon, scopes)
        if not mention:
            return ()
        mentions.append(mention)
        start = mention.end + 1
    return tuple(mentions)


def _without_capitals(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for start, end in _sentences(text):
        inside = [mention for mention in mentions if start <= mention.start < end]
        if inside and _is_in_capitals(text, start, end, inside):
            # The blocks of a document have terms of their own, made for lines of capitals.
            inside = [m for m in inside if m.term.scope in (Scope.SIGNATURE, Scope.RECIPIENTS)]
        kept += inside
    return tuple(kept)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _is_in_capitals(text: str, start: int, end: int, mentions: list[Mention]) -> bool:
    """Whether a sentence has other words than abbreviations, and all of them in capitals."""
    between = zip(
        (start, *(mention.end for mention in mentions)),
        (*(mention.start for mention in mentions), end),
        strict=True,
    )
    words = [word for begin, stop in between for word in _LETTERS.findall(text[begin:stop])]
    return bool(words) and all(word.isupper() for word in words)


def is_explained(text: str, mention: Mention) -> bool:
    """Whether the text itself says the long form right there.

    That is `long form (A&B)`, also with "called in short" and the like, and
    `A&B (long form)`. Case, marks and signs between words may differ.
    """
    before = _before_bracket(text, mention)
    after = text[mention.end : mention.end + _reach(mention.term.long)].lstrip()
    if before is None and not after.startswith("("):
        return False
    long = slugify(mention.term.long)
    if before is not None and f"-{slugify(before)}".endswith(f"-{long}"):
        return True
    return after.startswith("(") and f"{slugify(after)}-".startswith(f"{long}-")


def is_contradicted(text: str, mention: Mention) -> bool:
    """Whether a mention alone in brackets stands behind other words than its long form."""
    before = _before_bracket(text, mention)
    alone = _ALONE_AFTER.match(text, mention.end)
    return bool(alone and before and before.strip() and not is_explained(text, mention))


def _before_bracket(text: str, mention: Mention) -> str | None:
    """The words before the bracket that a mention opens; None where it opens none."""
    bracket = text.rfind("(", max(0, mention.start - _INTRODUCTION_LENGTH), mention.start)
    introduction = text[bracket + 1 : mention.start]
    if bracket < 0 or not _INTRODUCTION.fullmatch(slugify(introduction)):
        return None
    return text[max(0, bracket - _reach(mention.term.long)) : bracket]


def _reach(long: str) -> int:
    """How many characters a long form may take in a text: marks and spaces may be more."""
    return 2 * len(long) + 10
