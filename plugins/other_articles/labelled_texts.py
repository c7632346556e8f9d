"""Texts with the section to which each belongs, from any folder of articles."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from plugins.core.text import normalise, squeeze

_ENDINGS = (".md", ".txt")
_FENCED = re.compile(r"\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_PLAIN = re.compile(r"\s*((?:[A-Za-z_]+:.*\n(?:[ \t].*\n)*)+)\n")
_KEY = re.compile(r"^([A-Za-z_]+):[ \t]*(.*(?:\n[ \t]+.*)*)", re.MULTILINE)
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


class LabelledText(Struct, frozen=True, kw_only=True):
    """A text without header, and the section by which a choice is judged.

    Attributes:
        words: Title, summary and body.
        body: What is cut into halves; empty where the article has a summary only.
    """

    section: str
    words: str
    body: str


def labelled_texts(folder: Path) -> Iterator[LabelledText]:
    """The texts below a folder in the order of their paths.

    The section is the category of the header; a file without one belongs to its folder.
    """
    for file in sorted(folder.rglob("*")):
        if file.suffix in _ENDINGS and file.is_file():
            text = normalise(file.read_text(encoding="utf-8-sig", errors="replace"))
            yield _labelled(text, file.parent.name)


def _labelled(text: str, folder: str) -> LabelledText:
    header = _FENCED.match(text) or _PLAIN.match(text)
    entries = _KEY.findall(header[1]) if header else []
    values = {key.lower(): squeeze(value.lstrip(">|-")) for key, value in entries}
    body = _MARKUP.sub(r"\1", text[header.end() :] if header else text)
    words = "\n".join((values.get("title", ""), values.get("summary", ""), body))
    return LabelledText(section=values.get("category", folder).strip("\"'"), words=words, body=body)
