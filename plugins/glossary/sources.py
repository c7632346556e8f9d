"""The passages of a content file, read without Markdown: near enough to count and to quote."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from plugins.core.text import normalise, squeeze
from plugins.glossary.reading import own_terms
from plugins.glossary.resolution import Passage
from plugins.glossary.terms import Scope, Term

_ROOMS = {"tin-tuc": (), "trang": (), "van-ban": (Scope.DOCUMENT,)}
_HEADER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_SUMMARY = re.compile(r"^summary:[ \t]*(?:[>|]-?[ \t]*\n)?(.*\n(?:[ \t]+.*\n)*)", re.MULTILINE)
_ABBREVIATIONS = re.compile(r"^abbreviations:(.*\n(?:[ \t]*- .*\n)*)", re.MULTILINE)
_FENCE = re.compile(r"^:::[ \t]*(\w*)[ \t]*$", re.MULTILINE)
_FENCES = {"signature": Scope.SIGNATURE, "recipients": Scope.RECIPIENTS}
_HEADING_OR_MEANING = re.compile(r"#{1,6} |\*\[")
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`]")


class SourceText(Struct, frozen=True, kw_only=True):
    """A content file as its passages.

    Attributes:
        path: Relative to the content folder, with `/`.
        own: The meanings that its header gives.
    """

    path: str
    passages: tuple[Passage, ...]
    own: tuple[Term, ...] = ()


def read_sources(content: Path) -> Iterator[SourceText]:
    """All content files of a folder, in the order of their paths."""
    for file in sorted(content.rglob("*.md")):
        path = file.relative_to(content).as_posix()
        room = path.split("/", 1)[0]
        if room in _ROOMS and file.is_file() and not file.is_symlink():
            source = normalise(file.read_bytes().decode("utf-8", "replace"))
            yield SourceText(
                path=path, passages=tuple(_passages(source, _ROOMS[room])), own=_own(source)
            )


def _own(source: str) -> tuple[Term, ...]:
    header = _HEADER.match(source)
    given = _ABBREVIATIONS.search(header[0]) if header else None
    values = (line.strip(" -\t\"'") for line in given[1].split("\n")) if given else ()
    return own_terms(values)[0]


def _passages(source: str, outer: tuple[Scope, ...]) -> Iterator[Passage]:
    header = _HEADER.match(source)
    if header and (summary := _SUMMARY.search(header[0])):
        yield Passage(text=squeeze(summary[1]).strip("\"'"), places=(*outer, Scope.SITE))
    pieces = _FENCE.split(source[header.end() if header else 0 :])
    # Between two fences stands the name of the first; a closing fence has none.
    names = ("", *pieces[1::2])
    for name, text in zip(names, pieces[::2], strict=True):
        own = (_FENCES[name],) if name in _FENCES else ()
        for block in re.split(r"\n[ \t]*\n", text):
            if block.strip() and not _HEADING_OR_MEANING.match(block.lstrip()):
                words = _MARKS.sub(lambda mark: mark[1] or "", block).strip()
                yield Passage(text=words, places=(*own, *outer, Scope.SITE))
