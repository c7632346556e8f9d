"""The view counts of a content folder."""

from collections.abc import Collection, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.toml_files import TomlForm, TomlKey, TomlKind, read_toml
from plugins.view_counts import messages

FILE = "du-lieu/luot-xem.toml"
_FORM: TomlForm = {
    "view": (
        TomlKey("slug", required=True),
        TomlKey("value", TomlKind.NUMBER),
        TomlKey("taken_on", TomlKind.DAY),
    )
}


class ViewCount(Struct, frozen=True, kw_only=True):
    """How often an article was read until a day; None for what nobody gave."""

    value: int | None = None
    taken_on: date | None = None


class ViewCounts(Struct, frozen=True, kw_only=True):
    """The counts by slug, and what is wrong with their file."""

    by_slug: Mapping[str, ViewCount]
    diagnostics: tuple[Diagnostic, ...]


def read_view_counts(content: Path, slugs: Collection[str]) -> ViewCounts:
    """The counts that editors gave; none where there is no file.

    Args:
        content: The content folder.
        slugs: The slugs of everything that was read.
    """
    file = read_toml(content, FILE, _FORM, code="VC001")
    found = list(file.diagnostics)
    counts: dict[str, ViewCount] = {}
    lines: dict[str, int] = {}
    for entry in file.entries("view"):
        slug, line = entry.text("slug"), entry.line_of("slug")
        if slug in counts:
            found.append(messages.counted_twice(FILE, line, slug, lines[slug]))
        elif slug not in slugs:
            nearest = next(iter(get_close_matches(slug, slugs, n=1)), "")
            found.append(messages.unknown_article(FILE, line, slug, nearest))
        counts.setdefault(
            slug, ViewCount(value=entry.number("value"), taken_on=entry.day("taken_on"))
        )
        lines.setdefault(slug, line)
    return ViewCounts(by_slug=counts, diagnostics=tuple(found))
