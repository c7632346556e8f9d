"""What stands in the values of a page, however deep: the cards of others that it shows.

The values of pages are tuples, mappings and frozen structs, as a fingerprint needs them;
so the same page with another card in the place of one can be had without asking any feature.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from plugins.core.corpus import Card, Entry
from plugins.core.fingerprints import Fingerprinted

_PLAIN = frozenset({bool, date, datetime, float, int, Markup, str, type(None)})


def shown_in(value: object) -> Iterator[Card | Entry]:
    """Every card and every entry in a value, as often as it stands there."""
    unread = [value]
    while unread:
        current = unread.pop()
        if isinstance(current, Card | Entry):
            yield current
        if not isinstance(current, Card):  # shows no other
            # Most of what stands on a large site are words and numbers: they are not looked into.
            unread += [part for part in _parts(current) if type(part) not in _PLAIN]


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, Entry):
        return value.values.values()
    if isinstance(value, Mapping):
        return value.values()
    return [getattr(value, name) for name in _names(value)]


def replaced(value: Any, others: Mapping[int, object]) -> Any:  # noqa: ANN401  (as it was given)
    """A value with others in the place of some that stand in it; itself where none does.

    Args:
        value: As a page has it.
        others: What is to stand in the place of a card or an entry, by the identity of that.
    """
    if id(value) in others:
        return others[id(value)]
    if isinstance(value, Card):  # shows no other
        return value

    def other(part: object) -> object:
        return replaced(part, others)

    if isinstance(value, tuple):
        return _replaced_items(value, other)
    if isinstance(value, Entry):
        said = _changes(value.values, other)
        return value.changed_to(value.record, value.values | said, value.card) if said else value
    if isinstance(value, Mapping):
        return {**value, **changes} if (changes := _changes(value, other)) else value
    changes = _changes({name: getattr(value, name) for name in _names(value)}, other)
    return replace(value, **changes) if changes else value


def _replaced_items(
    value: tuple[object, ...], other: Callable[[object], object]
) -> tuple[object, ...]:
    items = [other(item) for item in value]
    same = all(now is before for now, before in zip(items, value, strict=True))
    return value if same else tuple(items)


def _changes(values: Mapping[Any, object], other: Callable[[object], object]) -> dict[Any, object]:
    return {key: now for key, value in values.items() if (now := other(value)) is not value}


def _names(value: object) -> tuple[str, ...]:
    """The fields of a value; none where it has none, or shows what its fingerprint says."""
    kind = type(value)
    if kind not in _fields:
        _fields[kind] = ()
        if isinstance(value, Struct) and not isinstance(value, Fingerprinted):
            _fields[kind] = value.__struct_fields__
    return _fields[kind]


_fields: dict[type[Any], tuple[str, ...]] = {}
