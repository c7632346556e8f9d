"""Vietnamese text: one form, addresses, dictionary order."""

import random
import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.core.text import (
    collation_key,
    fold_diacritics,
    in_small_letters,
    line_at,
    normalise,
    shorten,
    slugify,
    squeeze,
    start_of_line,
    without_tones,
)

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # ngang huyền hỏi ngã sắc nặng
VOWELS = "aăâeêioôơuưy"
vietnamese = st.text(
    alphabet=sorted(
        {normalise(v + tone) for v in VOWELS for tone in TONES} | set(LETTERS + " -,&Đ0")
    ),
    max_size=40,
)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_every_unicode_form_of_a_sentence_becomes_the_same_text(form: str) -> None:
    sentence = "Đổi mới sáng tạo ở huyện Đoan Hùng, tỉnh Phú Thọ"

    assert normalise(unicodedata.normalize(form, sentence)) == sentence  # type: ignore[arg-type]  # a str parameter


def test_every_line_end_becomes_a_line_feed() -> None:
    assert normalise("một\r\nhai\rba\nbốn") == "một\nhai\nba\nbốn"


def test_squeezing_takes_every_kind_of_blank_for_one_space() -> None:
    assert squeeze("  Sở\tKhoa  học\n và\u00a0Công nghệ ") == "Sở Khoa học và Công nghệ"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đề án 844", "De an 844"),
        ("đường Nguyễn Huệ", "duong Nguyen Hue"),
        ("KHUYẾN NGHỊ", "KHUYEN NGHI"),
        ("ƯỚC VƯỢNG ưu", "UOC VUONG uu"),
    ],
)
def test_folding_takes_the_marks_and_leaves_the_case(text: str, folded: str) -> None:
    assert fold_diacritics(text) == folded
    assert fold_diacritics(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đề án 844: nâng cao năng lực", "de-an-844-nang-cao-nang-luc"),
        ("KH,CN&ĐMST", "kh-cn-dmst"),
        ("  95/2014/NĐ-CP  ", "95-2014-nd-cp"),
        ("TP.HCM – “điểm sáng”", "tp-hcm-diem-sang"),
        ("…", ""),
        ("", ""),
    ],
)
def test_addresses(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(st.text(max_size=60))
def test_an_address_holds_only_small_letters_figures_and_single_hyphens(text: str) -> None:
    slug = slugify(text)

    assert slug == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert slugify(slug) == slug


@given(vietnamese)
def test_an_address_is_the_same_for_both_unicode_forms(text: str) -> None:
    assert slugify(unicodedata.normalize("NFD", text)) == slugify(
        unicodedata.normalize("NFC", text)
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_tones_go_and_letters_stay(form: Literal["NFC", "NFD"]) -> None:
    assert without_tones(unicodedata.normalize(form, "Đổi mới, PHƯỜNG Ẵ")) == "Đôi mơi, PHƯƠNG Ă"


@given(st.text(max_size=60))
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    for change in (normalise, squeeze, fold_diacritics, without_tones, slugify, in_small_letters):
        assert change(change(text)) == change(text)
    assert shorten(shorten(text, 5), 5) == shorten(text, 5)


@given(st.text(max_size=60))
def test_twins_of_both_unicode_forms_become_one_text(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    for change in (normalise, fold_diacritics, slugify, collation_key):
        assert change(composed) == change(decomposed)


@given(st.text(max_size=60))
@example("İ nhà cái")
def test_every_small_letter_stands_in_the_place_of_its_letter(text: str) -> None:
    assert len(in_small_letters(text)) == len(text)


@given(vietnamese)
def test_small_letters_of_vietnamese_are_those_that_everybody_knows(text: str) -> None:
    assert in_small_letters(text.upper()) == text.lower()


@given(st.text(max_size=60), st.integers(1, 9))
def test_what_is_left_of_a_text_is_its_beginning(text: str, words: int) -> None:
    kept = shorten(text, words).removesuffix("…").split()

    assert len(kept) <= words
    assert text.split()[: len(kept)] == kept or text.endswith("…")


def test_a_short_text_is_not_shortened() -> None:
    assert shorten("một hai ba", 3) == "một hai ba"


def test_a_long_text_ends_in_an_ellipsis() -> None:
    assert shorten("một  hai ba\nbốn", 3) == "một hai ba…"


@pytest.mark.parametrize(
    "ordered",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["an", "ăn", "ân", "ba", "da", "đa", "ea", "êa", "oa", "ô", "ơ", "u", "ư", "xa", "ya"],
        # Letters decide before tones do: “bạc” before “bán”.
        ["ba", "bà", "bạ", "bạc", "bán", "băn", "bần"],
        ["dạ", "đà", "đạ", "e"],
        ["Tín", "Tin 2", "Tin mới", "Tịnh"],
        ["KH&CN", "KHCN", "KT-XH"],
        [
            "Hạ Hòa",
            "Hùng Vương",
            "Phú Thọ",
            "Tam Nông",
            "Tân Sơn",
            "Thanh Ba",
            "Việt Trì",
            "Yên Lập",
        ],
        ["“Sở”", "ấp", "bản"],
        ["quốc hội", "quốc lộ 2", "quy chế"],
    ],
    ids=lambda words: words[0],
)
def test_dictionary_order(ordered: list[str]) -> None:
    shuffled = random.Random(844).sample(ordered, len(ordered))  # noqa: S311  (an order, no secret)

    assert sorted(shuffled, key=collation_key) == ordered


@pytest.mark.parametrize("vowel", VOWELS)
def test_tones_follow_each_other_as_in_dictionaries_under_every_vowel(vowel: str) -> None:
    words = [normalise(f"t{vowel}{tone}n") for tone in TONES]

    given = words[::-1]

    assert sorted(given, key=collation_key) == words


def test_letters_follow_each_other_as_in_the_alphabet() -> None:
    given = LETTERS[::-1]

    assert sorted(given, key=collation_key) == list(LETTERS)


@given(vietnamese)
def test_the_order_asks_for_case_last_and_never_for_unicode_form(text: str) -> None:
    expected = collation_key(text)

    assert collation_key(text.upper())[:2] == expected[:2]
    assert collation_key(unicodedata.normalize("NFD", text)) == expected


@given(vietnamese, vietnamese)
def test_a_text_stands_before_everything_that_it_begins(start: str, rest: str) -> None:
    assert collation_key(start) <= collation_key(f"{start} {rest}")


@given(st.text(alphabet="ạ\n"))
def test_lines_and_places_lead_to_each_other(text: str) -> None:
    lines = text.split("\n")
    starts = [start_of_line(text, number) for number in range(1, len(lines) + 1)]
    assert starts == [len("\n".join([*lines[:before], ""])) for before in range(len(lines))]
    assert [line_at(text, start) for start in starts] == list(range(1, len(lines) + 1))
    assert start_of_line(text, len(lines) + 1) == len(text)
