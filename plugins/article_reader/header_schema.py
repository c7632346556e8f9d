"""The one schema of headers: which keys there are, and what their values mean."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches

from msgspec import Struct

from plugins.article_reader import messages
from plugins.article_reader.front_matter import HeaderEntry, Value
from plugins.core.articles import Kind
from plugins.core.dates import NoSuchDayError, parse_date
from plugins.core.diagnostics import Diagnostic
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.slugs import is_slug, short_slug
from plugins.core.text import squeeze

# Older than any site of an agency: a slip such as 0224. Documents may be older.
_FIRST_YEAR, _FIRST_DOCUMENT_YEAR, _LAST_YEAR = 1990, 1945, 2100
_ARTICLES, _DOCUMENTS = frozenset({Kind.ARTICLE}), frozenset({Kind.DOCUMENT})
_NOT_ARTICLES, _NOT_DOCUMENTS = frozenset(Kind) - _ARTICLES, frozenset(Kind) - _DOCUMENTS

# In the order of the handbook.
BASE_FIELDS = (
    HeaderField(
        name="title",
        kind=HeaderKind.TEXT,
        about=messages.ABOUT_TITLE,
        kinds=_NOT_DOCUMENTS,
        required=_NOT_DOCUMENTS,
    ),
    HeaderField(
        name="title",
        kind=HeaderKind.TEXT,
        about=messages.ABOUT_DOCUMENT_TITLE,
        kinds=_DOCUMENTS,
        required=_DOCUMENTS,
    ),
    HeaderField(
        name="date",
        kind=HeaderKind.DATE,
        about=messages.ABOUT_DATE,
        kinds=_ARTICLES,
        required=_ARTICLES,
    ),
    HeaderField(
        name="date",
        kind=HeaderKind.DATE_OR_UNKNOWN,
        about=messages.ABOUT_DOCUMENT_DATE,
        kinds=_NOT_ARTICLES,
    ),
    HeaderField(name="slug", kind=HeaderKind.SLUG, about=messages.ABOUT_SLUG),
    HeaderField(
        name="category", kind=HeaderKind.TEXT, about=messages.ABOUT_CATEGORY, kinds=_ARTICLES
    ),
    HeaderField(name="tags", kind=HeaderKind.LIST, about=messages.ABOUT_TAGS),
    HeaderField(name="summary", kind=HeaderKind.TEXT, about=messages.ABOUT_SUMMARY),
    HeaderField(name="author", kind=HeaderKind.TEXT, about=messages.ABOUT_AUTHOR),
    HeaderField(name="source", kind=HeaderKind.TEXT, about=messages.ABOUT_SOURCE),
    HeaderField(name="modified", kind=HeaderKind.DATE, about=messages.ABOUT_MODIFIED),
    HeaderField(
        name="scheduled",
        kind=HeaderKind.CHOICE,
        about=messages.ABOUT_SCHEDULED,
        choices=messages.YES_OR_NO,
    ),
    HeaderField(
        name="status",
        kind=HeaderKind.CHOICE,
        about=messages.ABOUT_STATUS,
        choices=messages.STATUS_CHOICES,
    ),
    HeaderField(name="review", kind=HeaderKind.TEXTS, about=messages.ABOUT_REVIEW),
)


class Header(Struct, frozen=True, kw_only=True):
    """The values of one header, where each was given, and what was wrong with them."""

    values: Mapping[str, object]
    entries: Mapping[str, HeaderEntry]
    diagnostics: tuple[Diagnostic, ...]

    def line(self, key: str, item: int = 0) -> int:
        """The line of a key, or of an item of its list; 1 where the key is not given."""
        if key not in self.entries:
            return 1
        lines = self.entries[key].item_lines
        return lines[item] if item < len(lines) else self.entries[key].line


class HeaderSchema:
    """All header keys that the features of a site read."""

    def __init__(self, fields: Iterable[HeaderField]) -> None:
        """Take the fields of all features; two may share a name where their kinds differ."""
        self._fields = {(field.name, kind): field for field in fields for kind in field.kinds}
        self._names = sorted({name for name, _ in self._fields})

    def read(self, entries: Iterable[HeaderEntry], path: str, kind: Kind) -> Header:
        """The typed values of a header, with a diagnostic for everything that is wrong."""
        values: dict[str, object] = {}
        given: dict[str, HeaderEntry] = {}
        found: list[Diagnostic] = []
        for entry in entries:
            if not _given(entry.value):
                continue
            if entry.key in given:
                found.append(messages.field_twice(path, entry.line, entry.key))
                continue
            given[entry.key] = entry
            if field := self._field(entry, path, kind, found):
                self._take(field, entry, path, values, found)
        found += [
            messages.missing_field(path, field.name)
            for (name, field_kind), field in sorted(self._fields.items())
            if field_kind is kind and kind in field.required and name not in given
        ]
        return Header(values=values, entries=given, diagnostics=tuple(found))

    def _field(
        self, entry: HeaderEntry, path: str, kind: Kind, found: list[Diagnostic]
    ) -> HeaderField | None:
        field = self._fields.get((entry.key, kind))
        if field is None and entry.key in self._names:
            found.append(messages.field_not_here(path, entry.line, entry.key))
        elif field is None:
            nearest = get_close_matches(entry.key, self._names, n=1)
            found.append(
                messages.unknown_field(path, entry.line, entry.key, nearest[0] if nearest else "")
            )
        return field

    def _take(
        self,
        field: HeaderField,
        entry: HeaderEntry,
        path: str,
        values: dict[str, object],
        found: list[Diagnostic],
    ) -> None:
        value = _READERS[field.kind](field, entry, path)
        if isinstance(value, Diagnostic):
            found.append(value)
        else:
            values[field.name] = value


def _given(value: Value) -> bool:
    return any(part.strip() for part in ((value,) if isinstance(value, str) else value))


def _read_text(field: HeaderField, entry: HeaderEntry, path: str) -> object:
    if not isinstance(entry.value, str):
        return messages.not_one_value(path, entry.line, field.name)
    return squeeze(entry.value)


def _read_list(_field: HeaderField, entry: HeaderEntry, _path: str) -> object:
    items = entry.value.split(",") if isinstance(entry.value, str) else entry.value
    return tuple(dict.fromkeys(squeeze(item) for item in items if item.strip()))


def _read_texts(_field: HeaderField, entry: HeaderEntry, _path: str) -> object:
    items = (entry.value,) if isinstance(entry.value, str) else entry.value
    return tuple(squeeze(item) for item in items if item.strip())


def _read_date(field: HeaderField, entry: HeaderEntry, path: str) -> object:
    text = _read_text(field, entry, path)
    if not isinstance(text, str):
        return text
    if text.lower() in messages.UNKNOWN_DATE:
        return messages.unknown_date(path, entry.line, field.name, text)
    try:
        date = parse_date(text)
    except NoSuchDayError:
        return messages.no_such_day(path, entry.line, field.name, text)
    except ValueError:
        return messages.unreadable_date(path, entry.line, field.name, text)
    first = _FIRST_YEAR if field.kind is HeaderKind.DATE else _FIRST_DOCUMENT_YEAR
    if not first <= date.year <= _LAST_YEAR:
        return messages.absurd_date(path, entry.line, field.name, text)
    return date


def _read_date_or_unknown(field: HeaderField, entry: HeaderEntry, path: str) -> object:
    if isinstance(entry.value, str) and squeeze(entry.value).lower() in messages.UNKNOWN_DATE:
        return None
    return _read_date(field, entry, path)


def _read_slug(field: HeaderField, entry: HeaderEntry, path: str) -> object:
    text = _read_text(field, entry, path)
    if not isinstance(text, str):
        return text
    if not is_slug(text):
        return messages.unfit_slug(path, entry.line, text, short_slug(text))
    return text


def _read_choice(field: HeaderField, entry: HeaderEntry, path: str) -> object:
    text = _read_text(field, entry, path)
    if not isinstance(text, str):
        return text
    choices = dict(field.choices)
    if text.lower() not in choices:
        return messages.unknown_choice(path, entry.line, field.name, text, ", ".join(choices))
    return choices[text.lower()]


_READERS: Mapping[HeaderKind, Callable[[HeaderField, HeaderEntry, str], object]] = {
    HeaderKind.TEXT: _read_text,
    HeaderKind.TEXTS: _read_texts,
    HeaderKind.LIST: _read_list,
    HeaderKind.DATE: _read_date,
    HeaderKind.DATE_OR_UNKNOWN: _read_date_or_unknown,
    HeaderKind.SLUG: _read_slug,
    HeaderKind.CHOICE: _read_choice,
    HeaderKind.PICTURE: _read_text,
}
