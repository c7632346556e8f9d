"""Cards wherever they stand in the values of a page."""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.corpus import Card, Entry
from plugins.page_writer.shown_values import replaced, shown_in


class Row(Struct, frozen=True, kw_only=True):
    title: str
    cards: tuple[Card, ...]
    newest: Mapping[str, Card]


class Opaque(Struct, frozen=True, kw_only=True):
    """Says itself what it stands on; what it holds is shown by nobody."""

    card: Card
    fingerprint: str = "1"


def _card(title: str) -> Card:
    return Card(kind=Kind.ARTICLE, title=title, url="", date=None)


FIRST, SECOND, NEW = _card("Một"), _card("Hai"), _card("Ba")
OTHERS = {id(FIRST): NEW}


def _entry(**values: object) -> Entry:
    record = ArticleRecord(
        path="tin-tuc/a.md",
        kind=Kind.ARTICLE,
        status=Status.PUBLISHED,
        slug="a",
        title="A",
        url="tin-tuc/a/",
        date=None,
    )
    entry = Entry(record, None, (), {})
    entry.values.update(values)
    return entry


def test_cards_and_entries_are_found_however_deep_they_stand() -> None:
    row = Row(title="Mới", cards=(FIRST,), newest={"a": SECOND})
    entry = _entry(series=(row, None, 3))
    assert set(map(id, shown_in({"article": entry}))) == {id(entry), id(FIRST), id(SECOND)}
    assert list(shown_in((Opaque(card=FIRST), "Một", None))) == []


def test_another_card_takes_the_place_of_one_wherever_that_stands() -> None:
    row = Row(title="Mới", cards=(FIRST, SECOND), newest={"a": FIRST})
    assert replaced((row, FIRST), OTHERS) == (
        Row(title="Mới", cards=(NEW, SECOND), newest={"a": NEW}),
        NEW,
    )


def test_an_entry_of_which_a_value_changes_is_another_entry() -> None:
    entry = _entry(others=(FIRST,), words=("a",))
    changed = replaced(entry, OTHERS)
    assert changed is not entry
    assert changed.values == {"others": (NEW,), "words": ("a",)}
    assert changed.card is entry.card
    assert entry.values["others"] == (FIRST,)


def test_what_holds_none_of_them_stays_the_very_same() -> None:
    row = Row(title="Mới", cards=(SECOND,), newest={})
    for value in (row, (row, "x"), {"a": row}, _entry(others=(SECOND,)), Opaque(card=FIRST), None):
        assert replaced(value, OTHERS) is value
