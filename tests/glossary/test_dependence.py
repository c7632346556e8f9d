"""A new term makes anew only the texts that hold it: 10,000 texts, by fingerprints alone."""

import random
from functools import cache

import pytest
from msgspec.structs import replace

from plugins.glossary.dependence import LexiconAnswers, glossary_inputs
from plugins.glossary.resolution import Passage
from plugins.glossary.terms import Lexicon, Term, lexicon_of

FORMS = [
    *("UBND", "KH&CN", "KH,CN&ĐMST", "KT-XH", "OCOP", "TP.HCM", "TP. HCM", "IoT", "mRNA", "R&D"),
    *("ABC", "GHIJ", "QRST", "VXYZ", "KT-XH-QP", "UBND/HĐND", "95/2014/NĐ-CP", "t/h", "Cty"),
]
WORDS = ["Sở", "và", "của", "các", "Hội", "nghị,", "Phú", "Thọ.", "(năm", "2024)", "đã", "“họp”"]
TERMS = (
    Term(short="UBND", long="Ủy ban nhân dân"),
    Term(short="KH&CN", long="khoa học và công nghệ", variants=("KHCN",)),
    Term(short="KT-XH", long="kinh tế - xã hội"),
    Term(short="TP", long="thành phố"),
    Term(short="Cty", long="công ty"),
)


@cache
def texts() -> tuple[str, ...]:
    chance = random.Random(1)  # noqa: S311  (the same texts in every run)
    return tuple(
        " ".join(chance.choices(WORDS, k=30) + chance.choices(FORMS, k=2) + chance.choices(WORDS))
        for _ in range(10_000)
    )


def fingerprints(lexicon: Lexicon) -> list[str]:
    answers = LexiconAnswers(lexicon)
    return [answers.fingerprint(tokens) for tokens in asked()]


@cache
def asked() -> tuple[frozenset[str], ...]:
    """As a store keeps it: what the texts asked the old register."""
    lexicon = lexicon_of(TERMS)
    return tuple(glossary_inputs([Passage(text=text)], lexicon) for text in texts())


def changed(*terms: Term) -> set[str]:
    """The texts to be made anew with another register."""
    before, after = fingerprints(lexicon_of(TERMS)), fingerprints(lexicon_of(terms))
    return {text for text, one, other in zip(texts(), before, after, strict=True) if one != other}


def holding(*forms: str) -> set[str]:
    return {text for text in texts() if any(form in text.split() for form in forms)}


def test_the_same_register_changes_nothing() -> None:
    assert changed(*TERMS) == set()
    assert changed(*reversed(TERMS)) == set()


@pytest.mark.parametrize(
    ("short", "forms"),
    [
        ("OCOP", ["OCOP"]),
        ("GHIJ", ["GHIJ"]),
        ("mRNA", ["mRNA"]),
        ("R&D", ["R&D"]),
        ("KH,CN&ĐMST", ["KH,CN&ĐMST"]),
        ("KT-XH-QP", ["KT-XH-QP"]),
        ("HĐND", ["UBND/HĐND"]),
        ("BTTTT", []),
    ],
)
def test_a_new_term_changes_the_texts_that_hold_it(short: str, forms: list[str]) -> None:
    assert changed(*TERMS, Term(short=short, long="nghĩa mới")) == holding(*forms)


def test_a_longer_term_changes_texts_of_which_a_part_was_known() -> None:
    found = changed(*TERMS, Term(short="TP. HCM", long="Thành phố Hồ Chí Minh"))
    assert {text for text in texts() if "TP. HCM" in text} <= found
    assert found <= {text for text in texts() if "TP" in text}


def test_a_term_that_is_gone_or_means_something_else_changes_its_texts() -> None:
    assert changed(*TERMS[1:]) == holding("UBND", "UBND/HĐND")
    other = Term(short="UBND", long="Ủy ban khác")
    assert changed(other, *TERMS[1:]) == holding("UBND", "UBND/HĐND")
    asked_twice = Term(short="UBND", long="Ủy ban nhân dân", also=("Ủy ban khác",))
    assert changed(asked_twice, *TERMS[1:]) == holding("UBND", "UBND/HĐND")


def test_words_that_make_a_meaning_clear_change_the_texts_that_hold_the_form() -> None:
    unclear = Term(short="UBND", long="Ủy ban nhân dân", also=("Ủy ban khác",))
    clear = replace(unclear, before=("tỉnh",))
    lexicons = lexicon_of([unclear]), lexicon_of([clear])
    one, other = (fingerprints(lexicon) for lexicon in lexicons)
    moved = {text for text, a, b in zip(texts(), one, other, strict=True) if a != b}
    assert moved == holding("UBND", "UBND/HĐND")


def test_what_nobody_reads_or_hears_changes_nothing() -> None:
    same = Term(short="UBND", long="Ủy ban nhân dân", source="Hiến pháp", anchor="x")
    assert changed(same, *TERMS[1:]) == set()


def test_what_is_said_of_a_form_changes_what_is_read_aloud() -> None:
    said = Term(short="UBND", long="Ủy ban nhân dân", spoken="u bê en nờ dê")
    assert changed(said, *TERMS[1:]) == holding("UBND", "UBND/HĐND")


def test_a_nearer_spelling_changes_what_is_advised() -> None:
    assert changed(*TERMS, Term(short="GHIK", long="x")) == holding("GHIJ")


def test_a_spelling_that_looks_like_a_word_may_stand_anywhere() -> None:
    assert changed(*TERMS, Term(short="Đc", long="đồng chí")) == set(texts())
