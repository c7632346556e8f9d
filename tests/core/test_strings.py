"""The sentences for visitors come from one table."""

import unicodedata
from pathlib import Path

import pytest

from plugins.core.errors import ConfigError
from plugins.core.strings import Strings, load_strings

TABLE = {"other-articles": {"title": "Bài viết khác", "count": "{number} bài trong {section}"}}


def test_a_key_gives_its_sentence() -> None:
    assert Strings(TABLE)("other-articles.title") == "Bài viết khác"


def test_names_are_filled_in() -> None:
    sentence = Strings(TABLE)("other-articles.count", number=3, section="Tin {trong} tỉnh")

    assert sentence == "3 bài trong Tin {trong} tỉnh"


def test_an_unknown_key_stops_the_build_and_is_named() -> None:
    with pytest.raises(ConfigError, match=r"other-articles\.titel"):
        Strings(TABLE)("other-articles.titel")


def test_a_missing_name_stops_the_build() -> None:
    with pytest.raises(KeyError, match="section"):
        Strings(TABLE)("other-articles.count", number=3)


def test_a_table_is_read_in_the_one_form_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    decomposed = unicodedata.normalize("NFD", '[the]\nten = "Chuyên mục"\n')
    (tmp_path / "strings" / "vi.toml").write_text(decomposed, encoding="utf-8")

    assert load_strings(tmp_path)("the.ten") == "Chuyên mục"
