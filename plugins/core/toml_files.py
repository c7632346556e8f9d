"""Reading the data files that editors own, so that every slip is told with its line.

`tomllib` gives values without their places; the lines are found again in the source.
That may be off inside a text of several lines, never in the values themselves.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field

from plugins.core import messages
from plugins.core.dates import parse_date
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.files import inside
from plugins.core.text import normalise

_TABLE = re.compile(r"\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


class TomlKind(StrEnum):
    """What a value must be; `DAY` takes a TOML date, a date as text, or "" for unknown."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    DAY = "day"


class TomlKey(Struct, frozen=True):
    """One key that an editor may write in a table; a required one must not be empty."""

    name: str
    kind: TomlKind = TomlKind.TEXT
    required: bool = False


TomlForm = Mapping[str, tuple[TomlKey, ...]]
"""The keys by table: "" for those at the top, `term` for those under `[term]` or `[[term]]`."""


class TomlEntry(Struct, frozen=True, kw_only=True):
    """One table of a file, with the line of its head and of each of its keys."""

    values: Mapping[str, object] = field(default_factory=dict)
    line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The text of a key; "" where it is not given."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; empty where it is not given."""
        value = self.values.get(key)
        return tuple(str(text) for text in value) if isinstance(value, tuple) else ()

    def number(self, key: str) -> int | None:
        """The number of a key; None where it is not given."""
        value = self.values.get(key)
        return value if isinstance(value, int) else None

    def day(self, key: str) -> date | None:
        """The day of a key; None where it is not given or unknown."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def line_of(self, key: str) -> int:
        """The line on which a key stands; the line of the table's head if it does not."""
        return self.lines.get(key, self.line)


class TomlFile(Struct, frozen=True, kw_only=True):
    """What a data file holds, and what is wrong with it.

    Attributes:
        path: The file, relative to the content folder, with `/`.
        found: Whether there is such a file at all.
        tables: The sound entries by table; values that are wrong are left out.
        diagnostics: Everything that an editor must mend.
    """

    path: str
    found: bool = True
    tables: Mapping[str, tuple[TomlEntry, ...]] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def entries(self, table: str) -> tuple[TomlEntry, ...]:
        """All entries under `[[table]]`, in the order of the file."""
        return self.tables.get(table, ())

    def entry(self, table: str = "") -> TomlEntry:
        """The one entry under `[table]`, or the keys at the top; empty where there is none."""
        return next(iter(self.entries(table)), TomlEntry())


def read_toml(content: Path, name: str, form: TomlForm, *, code: str) -> TomlFile:
    """The checked entries of a data file; one without entries where there is no such file.

    Args:
        content: The content folder.
        name: The file, relative to it, with `/`.
        form: The tables and keys that may stand in the file.
        code: The code of every finding about the file's form.
    """
    path = inside(content, name)
    if path is None:
        return TomlFile(path=name, found=False)
    reading = _Reading(name, form, code)
    tables = reading.tables(path.read_bytes())
    return TomlFile(path=name, tables=tables, diagnostics=tuple(reading.diagnostics))


class _Reading:
    """One pass over one file, collecting what is wrong with it."""

    def __init__(self, path: str, form: TomlForm, code: str) -> None:
        self._path, self._form, self._code = path, form, code
        self.diagnostics: list[Diagnostic] = []

    def tables(self, content: bytes) -> dict[str, tuple[TomlEntry, ...]]:
        try:
            source = normalise(content.decode("utf-8-sig"))
            document = tomllib.loads(source)
        except UnicodeDecodeError:
            self._report(1, "", messages.not_utf8())
        except tomllib.TOMLDecodeError as error:
            self._report(*_place_of(str(error), source))
        else:
            return self._checked(document, _outline(source))
        return {}

    def _checked(
        self, document: dict[str, object], outline: dict[str, list[TomlEntry]]
    ) -> dict[str, tuple[TomlEntry, ...]]:
        nested = {name: document.pop(name) for name in self._form if name and name in document}
        tables = {"": self._entries("", [document], outline)}
        for name, value in nested.items():
            entries = value if isinstance(value, list) else [value]
            tables[name] = self._entries(name, entries, outline)
        return tables

    def _entries(
        self, name: str, tables: list[object], outline: dict[str, list[TomlEntry]]
    ) -> tuple[TomlEntry, ...]:
        places = [*outline.get(name, ())] + [TomlEntry()] * len(tables)
        entries = []
        for table, place in zip(tables, places, strict=False):
            if not isinstance(table, dict):
                self._report(place.line, name, messages.not_a_table(name))
            elif (entry := self._entry(name, table, place)) is not None:
                entries.append(entry)
        return tuple(entries)

    def _entry(self, name: str, table: dict[str, object], place: TomlEntry) -> TomlEntry | None:
        keys = {key.name: key for key in self._form.get(name, ())}
        values: dict[str, object] = {}
        for key, given in table.items():
            if key not in keys:
                self._report_unknown(key, name, place)
            elif (value := _value(given, keys[key].kind)) is None and given != "":
                expected = keys[key].kind.value
                wrong = messages.wrong_value(key, _written(given), expected)
                self._report(place.line_of(key), key, wrong)
            else:
                values[key] = value
        missing = [key.name for key in keys.values() if key.required and not _given(key, table)]
        for key in missing:
            self._report(place.line_of(key), key, messages.missing_key(key))
        complete = not missing and all(key.name in values for key in keys.values() if key.required)
        return TomlEntry(values=values, line=place.line, lines=place.lines) if complete else None

    def _report_unknown(self, key: str, name: str, place: TomlEntry) -> None:
        known = [field.name for field in self._form.get(name, ())]
        if not name:
            known += [table for table in self._form if table]
        nearest = next(iter(get_close_matches(key, known, n=1)), "")
        finding = messages.unknown_key(key, nearest, ", ".join(known))
        self._report(place.line_of(key), key, finding)

    def _report(self, line: int, key: str, finding: tuple[str, str]) -> None:
        message, remedy = finding
        self.diagnostics.append(
            Diagnostic(
                code=self._code,
                severity=Severity.ERROR,
                path=self._path,
                line=line,
                field=key,
                message=message,
                remedy=remedy,
            )
        )


def _given(key: TomlKey, table: dict[str, object]) -> bool:
    return table.get(key.name) not in (None, "", [])


def _written(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _value(given: object, kind: TomlKind) -> object:
    """The value as features get it, or None where it is not of the kind."""
    if kind is TomlKind.TEXT:
        return given if isinstance(given, str) else None
    if kind is TomlKind.TEXTS:
        return _texts(given)
    if kind is TomlKind.DAY:
        return _day(given)
    return given if type(given) is int and given >= 0 else None


def _texts(given: object) -> tuple[str, ...] | None:
    if isinstance(given, list) and all(isinstance(text, str) for text in given):
        return tuple(given)
    return None


def _day(given: object) -> date | None:
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    try:
        return parse_date(given).date() if isinstance(given, str) else None
    except ValueError:
        return None


def _outline(source: str) -> dict[str, list[TomlEntry]]:
    """Where each table of a source begins and on which lines its keys stand."""
    lines: dict[str, int] = {}
    outline = {"": [TomlEntry(lines=lines)]}
    top = lines
    for number, line in enumerate(source.split("\n"), start=1):
        if table := _TABLE.match(line):
            lines = {}
            outline.setdefault(table[1], []).append(TomlEntry(line=number, lines=lines))
            top.setdefault(table[1], number)
        elif key := _KEY.match(line):
            lines.setdefault(key[1], number)
    return outline


def _place_of(error: str, source: str) -> tuple[int, str, tuple[str, str]]:
    place = _PLACE.search(error)
    line = int(place[1]) if place and place[1] else len(source.rstrip("\n").split("\n"))
    return line, "", messages.syntax_error(_PLACE.sub("", error))
