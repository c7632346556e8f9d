"""The types of official documents: their names, and the codes in the symbols of documents."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind

_FILE = Path(__file__).with_suffix(".toml")


class DocumentType(Struct, frozen=True, kw_only=True):
    """A type of official documents.

    Attributes:
        name: As documents write it, with a capital.
        code: What stands for it in a symbol; "" where the type has no code.
        heading: Whether documents write their type above their abstract.
        administrative: Whether it is one of Decree 30/2020, not a law or the like.
    """

    name: str
    code: str = ""
    heading: bool = True
    administrative: bool = True


@cache
def document_types() -> Mapping[str, DocumentType]:
    """All types by their names in small letters, in the order of the decree."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType({each.name.lower(): each for each in _types(tables)})


def document_type(name: str) -> DocumentType | None:
    """The type of a name, whatever its case."""
    return document_types().get(name.lower())


def full_title(record: ArticleRecord) -> str:
    """A title as it stands alone, in tabs and feeds: of a document with its type before it."""
    found = document_type(record.header_text("type")) if record.kind is Kind.DOCUMENT else None
    return f"{found.name} {record.title}" if found and found.heading else record.title


def _types(tables: Mapping[str, list[Mapping[str, str | bool]]]) -> Iterator[DocumentType]:
    for table in ("type", "law"):
        for entry in tables[table]:
            yield DocumentType(
                name=str(entry["name"]),
                code=str(entry.get("code", "")),
                heading=bool(entry.get("heading", True)),
                administrative=table == "type",
            )
