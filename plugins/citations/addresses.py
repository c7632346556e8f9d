"""Where cited documents are: on the site, or at an address in the data file of editors."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from plugins.citations import messages
from plugins.citations.recognition import find_citations, key_of, key_of_law
from plugins.citations.words import YEAR_TYPES
from plugins.core.abbreviations import Synonyms
from plugins.core.articles import ArticleRecord, Status
from plugins.core.diagnostics import Diagnostic
from plugins.core.toml_files import TomlEntry, TomlForm, TomlKey, TomlKind, read_toml

FILE = "du-lieu/dan-chieu.toml"
_FORM: TomlForm = {
    "document": (
        TomlKey("name", required=True),
        TomlKey("url", required=True),
        TomlKey("also", TomlKind.TEXTS),
    )
}


class OutsideAddresses(Struct, frozen=True, kw_only=True):
    """The addresses of documents that are elsewhere, by their keys, and what is wrong there."""

    urls: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def keys_of_documents(
    records: Iterable[ArticleRecord], synonyms: Callable[[], Iterable[Synonyms]]
) -> dict[str, ArticleRecord]:
    """The public documents by the keys under which texts cite them.

    Numbers of agencies begin anew each year: one that two documents have means neither.

    Args:
        records: The documents.
        synonyms: Gives the register of abbreviations; only asked where there is a law.
    """
    found: dict[str, ArticleRecord | None] = {}
    for record in records:
        if record.status is Status.PUBLISHED:
            for key in sorted({*_keys(record, synonyms)}):
                found[key] = None if key in found else record
    return {key: record for key, record in found.items() if record}


def read_outside_addresses(content: Path) -> OutsideAddresses:
    """What the data file says; nothing where there is none."""
    file = read_toml(content, FILE, _FORM, code="CI001")
    found = list(file.diagnostics)
    urls: dict[str, str] = {}
    for entry in file.entries("document"):
        for name in (entry.text("name"), *entry.texts("also")):
            cited = list(find_citations(name))
            if len(cited) == 1:
                urls.setdefault(cited[0].key, entry.text("url"))
            else:
                found.append(_unreadable(entry, name))
    return OutsideAddresses(urls=urls, diagnostics=tuple(found))


def _unreadable(entry: TomlEntry, name: str) -> Diagnostic:
    key = "name" if name == entry.text("name") else "also"
    return messages.no_citation(FILE, entry.line_of(key), key, name)


def _keys(record: ArticleRecord, synonyms: Callable[[], Iterable[Synonyms]]) -> Iterator[str]:
    number = record.header_text("number")
    if "/" in number:
        yield key_of(number)
    kind = record.header_text("type").capitalize()
    if kind in YEAR_TYPES and record.date:
        for name in _names(record.title.removeprefix(f"{kind} "), synonyms()):
            yield key_of_law(kind, name, record.date.year)


def _names(title: str, synonyms: Iterable[Synonyms]) -> Iterator[str]:
    """A law by its title, and with each long form in it cut short, as texts write it."""
    yield title
    for each in synonyms:
        for long in each.longs:
            within = re.compile(rf"\b{re.escape(long)}\b", re.IGNORECASE)
            if within.search(title):
                yield from (form.join(within.split(title)) for form in each.forms)
