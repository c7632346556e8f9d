"""Alphabetical order, held against ICU's: node has its collations built in."""

import json
import random
import shutil
import subprocess
import tomllib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.text import collation_key
from tests.conftest import FIRST_SITE

PAIRS = 100_000
# Reads pairs, answers how ICU orders each: -1, 0 or 1.
ORACLE = """
const { compare } = new Intl.Collator("vi");
const pairs = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(pairs.map(([one, other]) => compare(one, other))));
"""
CAPITALS = "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
INSIDE = "&&,-/.–+"
WORDS = (
    "bàn ban cấp công cơ đầu đàu đông động giá hiệu hoà hòa hội khoa Khóa kế lệnh luật mới "
    "nghệ nghề nghị phát quản quốc quy sáng sở sớ sơ tạo thông thống tỉnh tinh ủy ưu văn vân "
    "xã y Đảng Bộ UBND KH&CN 2024 5G m² (viết tắt) “Đề án” café Müller Škoda ĐăkLăk Huế"
)


def _register() -> list[str]:
    """Every form that the first site's register gives, short or long."""
    text = (FIRST_SITE / "du-lieu" / "tu-viet-tat.toml").read_text(encoding="utf-8")
    terms = tomllib.loads(text)["term"]
    return [form for term in terms for form in (term["short"], term["long"])]


def _short_form(chance: random.Random) -> str:
    letters = [chance.choice(CAPITALS) for _ in range(chance.randint(1, 6))]
    if chance.random() < 0.5:
        letters.insert(chance.randrange(len(letters)), chance.choice(INSIDE))
    return "".join(letters) + chance.choice(["", "", "", "2", "30", "."])


def _phrase(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS.split(), k=chance.randint(1, 4)))


def _changed(text: str, chance: random.Random) -> str:
    """Nearly the same text: orders differ where texts hardly do."""
    place = chance.randrange(len(text))
    sign = text[place]
    bare = unicodedata.normalize("NFD", sign)[0]
    new = chance.choice([sign.swapcase(), "", bare + chance.choice(TONES), f"{sign} ", "đ", "&"])
    return unicodedata.normalize("NFC", text[:place] + new + text[place + 1 :])


def _pairs() -> list[tuple[str, str]]:
    chance, register = random.Random(844), _register()  # noqa: S311  (an order, no secret)
    pairs = []
    for _ in range(PAIRS):
        one, other = (
            chance.choice([_short_form(chance), _phrase(chance), chance.choice(register)])
            for _ in range(2)
        )
        pairs.append((one, _changed(one, chance) if chance.random() < 0.5 else other))
    return pairs


def _ordered_by_icu(pairs: list[tuple[str, str]]) -> list[int]:
    node = shutil.which("node")
    assert node, "node is missing; `make test` says how to get it"
    answer = subprocess.run(
        [node, "-e", ORACLE], input=json.dumps(pairs), capture_output=True, text=True, check=True
    )
    orders: list[int] = json.loads(answer.stdout)
    return orders


def _order(one: str, other: str) -> int:
    key, other_key = collation_key(one), collation_key(other)
    return (key > other_key) - (key < other_key)


def test_the_order_is_that_of_icu() -> None:
    pairs = _pairs()
    by_icu = _ordered_by_icu(pairs)
    assert len(by_icu) == PAIRS
    assert by_icu.count(0) < PAIRS / 10
    differing = [
        (pair, expected)
        for pair, expected in zip(pairs, by_icu, strict=True)
        if _order(*pair) != expected
    ]
    assert differing[:5] == []


@pytest.mark.parametrize(
    "ordered",
    [
        ["KH CN", "KH-CN", "KH,CN&ĐMST", "KH&CN", "KHCN", "KT-XH", "KTXH"],
        ["5S", "D", "DMST", "đ", "Đ", "ĐMST", "E", "FDI", "JICA", "WTO", "Z"],
        ["Tín", "Tin 2", "Tin mới", "Tịnh"],
        ["an", "An", "án", "ăn", "ân", "bạc", "bán"],
    ],
    ids=lambda words: words[0],
)
def test_signs_figures_letters(ordered: list[str]) -> None:
    shuffled = random.Random(844).sample(ordered, len(ordered))  # noqa: S311  (an order, no secret)
    assert sorted(shuffled, key=collation_key) == ordered


@given(st.text(max_size=30))
def test_any_text_has_one_place_whatever_its_unicode_form(text: str) -> None:
    expected = collation_key(unicodedata.normalize("NFC", text))
    assert collation_key(unicodedata.normalize("NFD", text)) == expected
