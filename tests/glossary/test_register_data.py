"""The register of the first site: what an entry must be so that no reader is misled."""

import re
import tomllib
import unicodedata

import pytest

from plugins.core.text import collation_key, squeeze
from plugins.glossary.reading import read_register
from plugins.glossary.terms import Scope, Term
from tests.conftest import FIRST_SITE

CONTENT = (FIRST_SITE / "du-lieu" / "tu-viet-tat.toml").read_bytes()
REGISTER = read_register(CONTENT, "tu-viet-tat.toml")
TERMS = REGISTER.terms
WORD = re.compile(r"[^\W\d_]+")
# "hoà", "uỷ": a tone on the second vowel of an open syllable, as it was once written.
OLD_TONE = re.compile(r"(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])(?!\w)", re.IGNORECASE)
FOREIGN = ("WTO", "UNESCO", "GII", "TFP", "FDI", "OCOP", "PAPI", "NAFOSTED")
OF_THE_SOURCES = (
    *("BCH", "BTV", "DMST", "GII", "HĐND", "IPP", "KH&CN", "KH,CN&ĐMST", "KHCN", "KHCN&DMST"),
    *("KT-XH", "KT.", "NĐ-CP", "OCOP", "PAKN", "PII", "TFP", "TL.", "TP", "UBND", "VT", "t/h"),
    "ĐMST",
)
# Decree 30/2020/NĐ-CP, appendix III: the 27 types with a code, and two kinds of copies.
TYPE_CODES = (
    *("NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC"),
    *("BB", "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB"),
)
COPY_CODES = ("TrS", "SL")


def bare(text: str) -> str:
    """Lower-case letters without marks, but with the stroke of đ, which is a letter of its own."""
    signs = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def has_initials(long: str, short: str) -> bool:
    """Whether capitals begin words in turn, and small letters go on within the last of them."""
    # What is written small throughout, as t/h, is all initials.
    letters = [sign for sign in (short.upper() if short.islower() else short) if sign.isalpha()]
    pattern = "".join(
        # Telegraphs wrote w for ư, and party documents still do: TW.
        rf".*?\b{'(?:w|u)' if letter == 'W' else bare(letter)}"
        if letter.isupper()
        else rf"\w*?{bare(letter)}"
        for letter in letters
    )
    return re.match(pattern, bare(long)) is not None


def has_letters(name: str, short: str) -> bool:
    """Whether a foreign name has the letters of a short form in their order."""
    rest = iter(bare(name))
    return all(letter in rest for letter in bare(short) if letter.isalpha())


def is_vouched_for(term: Term) -> bool:
    """Whether the short form comes from the long one, or from a name that the source gives."""
    names = re.split("[:;]", term.source)[1:]
    return has_initials(term.long, term.short) or any(
        has_letters(name, term.short) for name in names
    )


def same_form(short: str) -> list[Term]:
    """The entries of a short form."""
    return [term for term in TERMS if term.short == short]


def test_the_file_has_no_finding() -> None:
    assert REGISTER.diagnostics == ()
    assert len(TERMS) >= 300


def test_every_entry_is_text_in_one_form() -> None:
    for term in TERMS:
        for text in (*term.forms, term.long, term.spoken, *term.also, term.source):
            assert text == squeeze(unicodedata.normalize("NFC", text))
            assert not OLD_TONE.search(text), text


def test_keys_without_a_value_are_left_out() -> None:
    entries = tomllib.loads(CONTENT.decode())["term"]
    assert [entry["short"] for entry in entries if not all(entry.values())] == []


def test_every_entry_tells_where_its_meaning_comes_from() -> None:
    assert [term.short for term in TERMS if not term.source] == []


def test_entries_stand_in_alphabetical_order() -> None:
    shorts = [term.short for term in TERMS]
    assert shorts == sorted(shorts, key=collation_key)


def test_letters_of_a_short_form_are_those_of_its_meaning() -> None:
    assert [term.short for term in TERMS if not is_vouched_for(term)] == []


@pytest.mark.parametrize("short", FOREIGN)
def test_a_translated_name_gives_the_foreign_one(short: str) -> None:
    (term,) = same_form(short)
    assert not has_initials(term.long, short)
    assert "tiếng Anh" in term.source or term.source.startswith("Tiếng Anh")


@pytest.mark.parametrize(
    ("long", "short", "expected"),
    [
        ("khoa học và công nghệ", "KH&CN", True),
        ("đổi mới sáng tạo", "DMST", False),
        ("quy định", "QyĐ", True),
        ("tờ trình", "TTr", True),
        ("thực hiện", "t/h", True),
        ("Trung ương", "TW", True),
        ("Tổ chức Thương mại Thế giới", "WTO", False),
        ("Bộ Công Thương", "BTC", False),
    ],
)
def test_initials(long: str, short: str, *, expected: bool) -> None:
    assert has_initials(long, short) is expected


def test_one_or_two_letters_alone_are_never_explained() -> None:
    forms = [(form, term) for term in TERMS if term.scope is Scope.SITE for form in term.forms]
    explained = {form for form, term in forms if len(form) <= 2 and not term.also}
    assert explained == {"EU", "TW", "UN", "WB"}  # these mean one thing only
    assert [form for form, term in forms if len(form) <= 2 and form != term.short] == []


@pytest.mark.parametrize("short", ["BC", "BCH", "BTV", "CP", "KT", "PTTH", "TP", "TĐC", "VT", "AI"])
def test_forms_with_several_known_meanings_are_never_explained(short: str) -> None:
    assert [bool(term.also) for term in same_form(short) if term.scope is Scope.SITE] == [True]


@pytest.mark.parametrize("short", ["BCH", "BTV", "PCT", "TP", "TX", "UBKT", "VP", "đ/c"])
def test_words_that_make_a_meaning_clear_stand_in_order(short: str) -> None:
    (term,) = (term for term in same_form(short) if term.before)
    assert list(term.before) == sorted(set(term.before), key=collation_key)


def test_other_meanings_are_other_and_told_once() -> None:
    for term in TERMS:
        meanings = [meaning.lower() for meaning in (term.long, *term.also)]
        assert len(set(meanings)) == len(meanings), term.short


def test_blocks_of_a_document_have_their_own_meanings() -> None:
    signature = {term.short: term.long for term in TERMS if term.scope is Scope.SIGNATURE}
    assert signature == {
        "KT.": "ký thay",
        "Q.": "quyền",
        "TL.": "thừa lệnh",
        "TM.": "thay mặt",
        "TUQ.": "thừa ủy quyền",
    }
    recipients = [term for term in TERMS if term.scope is Scope.RECIPIENTS]
    assert {term.short for term in recipients} >= {"b/c", "p/h", "t/h", "TP", "VT"}
    assert not any(term.also for term in recipients)


@pytest.mark.parametrize("form", OF_THE_SOURCES)
def test_the_abbreviations_of_the_sources_are_known(form: str) -> None:
    assert [term.short for term in TERMS if form in term.forms] != []


def test_what_nobody_could_tell_is_left_out() -> None:
    assert same_form("ĐP") == []


def test_types_of_documents_have_the_codes_of_the_decree() -> None:
    marked = {term.short for term in TERMS if "Phụ lục III" in term.source}
    assert marked == {*TYPE_CODES, *COPY_CODES}
    assert len(TYPE_CODES) == 27
