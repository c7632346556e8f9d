import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.abbreviations import NoAbbreviations
from plugins.read_aloud.blocks import Block
from plugins.read_aloud.labels import read_labels
from plugins.read_aloud.places import NUMBERS, SeenText, matches, shaped, words
from plugins.read_aloud.reader import Reader
from plugins.read_aloud.readings import Rule
from plugins.read_aloud.sentences import spoken_article

RULES = Reader(lambda _: ()).rules
LABELLED = sorted(
    label.text
    for file in Path(__file__).parent.glob("labelled*.toml")
    for label in read_labels(file)
)
PIECES = sorted({piece for text in LABELLED for piece in text.split(" ")})
JOINED = st.sampled_from([" ", " ", " ", "", "-", "/", ", ", " - ", ". ", ":", "\n"])
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), JOINED), max_size=8)

CAPITALS_IN_WORDS = shaped("[A-Z]{2}")
ROADS = words(["QL", "đt", "+", "5G"])


def spans(each: Rule, found: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    """Where a rule has something to say."""
    return [match.span() for match in found if match[0] and each.say(match) is not None]


def missed(text: str) -> list[str]:
    """The patterns that find something else where they are tried everywhere."""
    seen = SeenText(text)
    return [
        each.pattern.pattern
        for each in RULES
        if spans(each, each.pattern.finditer(text)) != spans(each, each.found_in(seen))
    ]


def test_rules_find_at_their_places_what_they_would_find_everywhere() -> None:
    assert [text for text in LABELLED if missed(text)] == []


@given(TEXTS)
def test_rules_find_in_any_text_what_they_would_find_everywhere(
    pieces: list[tuple[str, str]],
) -> None:
    assert missed("".join(word + gap for word, gap in pieces)) == []


def test_most_rules_know_where_they_begin() -> None:
    assert [each.pattern.pattern for each in RULES if each.needs is None] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [("QL1 và QLX", [0]), ("ra đt, +5", [3, 7]), ("mạng 5G", [5]), ("không có gì", [])],
)
def test_where_words_and_signs_stand(text: str, places: list[int]) -> None:
    assert list(SeenText(text)[ROADS]) == places


def test_a_word_with_capitals_is_found_at_its_beginning() -> None:
    assert list(SeenText("iPHONE, PhD, KH&CN")[CAPITALS_IN_WORDS]) == [0, 13, 16]


def test_which_of_the_places_of_a_kind_match() -> None:
    seen = SeenText("5 km, 12/3, 7km")
    assert list(seen[NUMBERS]) == [0, 6, 9, 12]
    assert list(seen[matches(r"\d+\s?km", NUMBERS)]) == [0, 12]


@pytest.mark.parametrize("blocks", [1, 1000])
def test_a_thousand_sentences_are_read_at_once(blocks: int) -> None:
    text = "Ngày 15/3/2024, Sở ban hành 12/QĐ-UBND; tăng 44,8%, gồm 12/13 huyện trong quý II. "
    pages = [Block(number=number, text=text * (1000 // blocks)) for number in range(blocks)]
    assert len(spoken_article(pages, NoAbbreviations(), ("site",)).sentences) == 1000
