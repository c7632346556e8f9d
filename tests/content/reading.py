"""The first content and its sources as plain text, read without any plugin.

`tests/data/first_site` is a copy of the first content as it was brought in. The content
itself belongs to editors, who mend slips and add articles without asking a test.
"""

import tomllib
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "tests" / "data" / "first_site"
SOURCES = ROOT / "tests" / "data" / "sources"


class Entry(Struct, frozen=True, kw_only=True):
    """One Markdown file: its header, and its body as blocks between blank lines."""

    path: Path
    header: dict[str, Any]
    body: str

    @property
    def blocks(self) -> list[str]:
        """The paragraphs of the body."""
        return [block for block in self.body.strip().split("\n\n") if block]


def read_entry(path: Path) -> Entry:
    """The header and the body of a file that opens with a header between `---` lines."""
    _, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Entry(path=path, header=yaml.safe_load(header), body=body)


def entries(*rooms: str) -> list[Entry]:
    """All Markdown files of some folders of the content, by path."""
    return [read_entry(path) for room in rooms for path in sorted((CONTENT / room).rglob("*.md"))]


def article(title: str) -> Entry:
    """The one article of a title.

    Raises:
        LookupError: if there is none, or more than one.
    """
    found = [entry for entry in entries("tin-tuc") if entry.header["title"] == title]
    if len(found) != 1:
        message = f"{len(found)} articles have the title {title!r}"
        raise LookupError(message)
    return found[0]


def read_table(name: str) -> dict[str, Any]:
    """One of the editors' data files."""
    return tomllib.loads((CONTENT / "du-lieu" / name).read_text(encoding="utf-8"))


def source_lines(name: str) -> list[str]:
    """The lines of a source without the blanks around them; `[0]` is the first line."""
    return [line.strip() for line in (SOURCES / name).read_text(encoding="utf-8").split("\n")]
