"""What stands apart in the store is found by the seal of its article, and read ahead."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.article_reader.article import ReadArticle
from plugins.article_reader.kept_texts import ADVICE, KeptTexts
from plugins.article_reader.read_store import ReadStore, unpack_advice
from plugins.core.body_inputs import InputStates
from plugins.core.diagnostics import Severity, advice, warning
from tests.article_reader.conftest import HEADER, ReadText

LONG = b"[%s]" % b",".join(b"%d" % number for number in range(200))
SHORT = b"[]"


class Store:
    """A store with thirty articles."""

    def __init__(self, file: Path, read: ReadText) -> None:
        self.file = file
        self.paths = [f"tin-tuc/bai-{number:02}.md" for number in range(30)]
        with closing(ReadStore(file)) as store:
            self.kept = store.keep((f"key {path}", _article(read, path)) for path in self.paths)
        self.texts = KeptTexts(file)

    def part(self, path: str) -> bytes | None:
        """The long extract of an article."""
        return self.texts.part(path, "long", self.kept[path].seal)


def _article(read: ReadText, path: str) -> ReadArticle:
    found = (advice("AA001", path, 3, "gợi ý", "sửa"), warning("AA002", path, 4, "lưu ý", "sửa"))
    return replace(
        read(f"{HEADER}Nội dung của {path}.", path),
        diagnostics=(*found, *found),
        extracts={"short": SHORT, "long": LONG + path.encode()},
    )


@pytest.fixture
def store(tmp_path: Path, read: ReadText) -> Iterator[Store]:
    store = Store(tmp_path / "texts.sqlite3", read)
    yield store
    store.texts.close()


def test_what_is_kept_is_what_is_found_again(store: Store) -> None:
    with closing(ReadStore(store.file)) as again:
        keys = {path: f"key {path}" for path in store.paths}
        found = again.find(keys, InputStates(content=store.file.parent, registers=()))
    assert found == store.kept


def test_short_extracts_stay_with_the_article_and_long_ones_stand_apart(store: Store) -> None:
    path = store.paths[3]
    article = store.kept[path]
    assert article.extracts == {"short": SHORT}
    assert (article.body, store.texts.body(path, article.digest)) != ("", "")
    assert store.part(path) == LONG + path.encode()
    assert store.texts.part(path, "short", article.seal) is None


def test_advice_stands_apart_each_thing_once(store: Store) -> None:
    path = store.paths[0]
    article = store.kept[path]
    assert {found.severity for found in article.diagnostics} == {Severity.WARNING}
    packed = store.texts.part(path, ADVICE, article.seal)
    assert packed is not None
    found = unpack_advice(packed)
    assert [each.code for each in found] == ["AA001"]
    assert article.advice_count == 1


def test_a_part_of_another_reading_is_not_the_one_meant(store: Store) -> None:
    one, other = store.paths[:2]
    assert store.texts.part(one, "long", store.kept[other].seal) is None
    assert store.texts.part(one, "long", "") is None
    assert store.texts.part("tin-tuc/khong-co.md", "long", store.kept[one].seal) is None


def test_who_asks_in_the_expected_order_is_answered_ahead(store: Store) -> None:
    store.texts.expect(reversed(store.paths))
    last, before, *others = reversed(store.paths)
    assert store.part(last)
    assert store.part(before)
    with closing(sqlite3.connect(store.file)) as database, database:
        database.execute("delete from part")
    assert [store.part(path) for path in others] == [LONG + path.encode() for path in others]
    assert store.part(last) is None


def test_who_asks_in_another_order_gets_the_same(store: Store) -> None:
    store.texts.expect(store.paths)
    asked = [store.paths[number * 7 % 30] for number in range(30)]
    assert [store.part(path) for path in asked] == [LONG + path.encode() for path in asked]


def test_what_is_held_is_known_whatever_becomes_of_the_store(store: Store) -> None:
    store.texts.hold()
    with closing(sqlite3.connect(store.file)) as database, database:
        database.execute("update part set value = 'khác'")
    for path in store.paths:
        for _ in range(2):
            assert store.part(path) == LONG + path.encode()
    assert store.texts.part(store.paths[0], ADVICE, store.kept[store.paths[0]].seal) is None
