"""Slips, impossible syllables and personal data in single texts; the cases are data."""

import re
import tomllib
from pathlib import Path
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.articles import Kind
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.text import normalise
from plugins.core.text_checks import CheckedText
from plugins.text_hygiene.config import TextHygieneSettings
from plugins.text_hygiene.name_spellings import names_in
from plugins.text_hygiene.shown_text import shown_text
from plugins.text_hygiene.slips import read_slips
from plugins.text_hygiene.text_check import HygieneCheck

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
HEADER = "---\ntitle: Một bài\ndate: 17/03/2024\n---\n\n"
WARNINGS = {"TH004", "TH005", "TH006", "TH007", "TH008"}
CHECK = HygieneCheck(settings=TextHygieneSettings())


def checked(
    body: str, header: str = HEADER, kind: Kind = Kind.ARTICLE, **values: str
) -> CheckedText:
    return CheckedText(
        path="tin-tuc/bai.md",
        kind=kind,
        source=header + body,
        first_line=1 + header.count("\n"),
        header=values,
        body="",
    )


def found_in(body: str, **values: str) -> list[Diagnostic]:
    return list(CHECK(checked(body, HEADER, Kind.ARTICLE, **values)))


FOUND = [
    (group["code"], sentence, shown)
    for group in CASES["found"]
    for sentence, shown in group["cases"]
]


@pytest.mark.parametrize(("code", "sentence", "shown"), FOUND)
def test_what_is_found_is_named(code: str, sentence: str, shown: list[str]) -> None:
    finding = next(found for found in found_in(f"Đoạn một.\n\n{sentence}\n") if found.code == code)

    assert finding.line == 8
    assert [text for text in shown if text not in finding.message] == []
    assert finding.severity is (Severity.WARNING if code in WARNINGS else Severity.ADVICE)
    assert finding.remedy


@pytest.mark.parametrize("sentence", CASES["silent"]["cases"])
def test_what_is_right_is_left_alone(sentence: str) -> None:
    assert found_in(sentence) == []


def test_no_reading_is_a_slip_itself() -> None:
    readings = {reading for slip in read_slips() for reading in slip.readings}

    assert [text for text in sorted(readings) if "\\" not in text and found_in(text)] == []


def test_one_slip_is_told_once_with_all_its_lines() -> None:
    (found,) = found_in("kính phí\n\nkính phí, kính phí\n\nkính phí\n")

    assert found.line == 6
    assert found.message.endswith("; còn ở dòng 8, 10")


@pytest.mark.parametrize(
    "header",
    [
        "---\ntitle: x\nreview:\n  - >-\n    “kính phí” là\n    “kinh phí”\ndate: 1\n---\n\n",
        "---\ntitle: x\nreview:\n- “kính phí”\n- 0912345678\n---\n\n",
        "Title: x\nReview: kính phí\n  thảo gỡ\nDate: 1\n\n",
        "---\npersonal_data_cleared: số 0912345678 đã công bố\n---\n\n",
    ],
)
def test_notes_of_editors_are_not_checked_and_lines_stay_right(header: str) -> None:
    text = checked("bao cáo\n", header)

    assert [(found.line, found.code) for found in CHECK(text)] == [
        (1 + header.count("\n"), "TH001")
    ]


@pytest.mark.parametrize("text", ["DMST ", "nhât\n", "0912345678 ", "0", "cccd ", "kính ", "Uỷ "])
def test_a_hostile_text_costs_little(text: str) -> None:
    start = process_time()
    found = found_in(text * (500_000 // len(text)))

    assert process_time() - start < 2
    assert len(found) <= 200


def test_the_header_is_checked_where_readers_see_it() -> None:
    header = "---\ntitle: Thảo gỡ khó khăn\nsummary: >-\n  bố trí kính\n  phí\n---\n"

    assert [found.line for found in CHECK(checked("", header))] == [4, 2]


def test_an_editor_clears_personal_data_with_a_reason() -> None:
    body = "CCCD 025012345678, liên hệ 0912345678, kính phí\n"

    assert {found.code for found in found_in(body)} == {"TH001", "TH004", "TH005"}
    cleared = found_in(body, personal_data_cleared="Đã công bố")
    assert [found.code for found in cleared] == ["TH001"]


def test_telephone_numbers_belong_on_the_contact_page() -> None:
    body = "Trực ban: 0912345678, CCCD 025012345678"
    contact = CHECK(checked(body, kind=Kind.PAGE, slug="lien-he"))
    other = CHECK(checked(body, kind=Kind.PAGE, slug="ho-tro"))

    assert [found.code for found in contact] == ["TH004"]
    assert [found.code for found in other] == ["TH004", "TH005"]


def test_a_number_is_told_once_in_a_line() -> None:
    assert len(found_in("[0912 345 678](tel:0912345678)")) == 1


PIECES = st.sampled_from(
    [case[1] for case in FOUND] + ["İ", "---", "\n", "title: ", "review: ", "ư", "0", "/", "Uỷ"]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=12).map(" ".join).map(normalise)


GIVEN = re.compile("“(.+?)”")


@given(body=TEXTS)
def test_what_is_found_stands_on_its_line(body: str) -> None:
    lines = f"{HEADER}{body}".split("\n")
    for found in found_in(body):
        given = GIVEN.search(found.message)
        first, *_ = given[1].split() if given else [""]
        assert first in lines[found.line - 1]


@given(body=TEXTS)
def test_twins_of_both_unicode_forms_have_one_report(body: str) -> None:
    assert found_in(normalise(normalize("NFD", body))) == found_in(body)


@given(body=TEXTS)
def test_names_are_words_of_the_text(body: str) -> None:
    assert [name for name in names_in(body) if name not in body] == []


@given(header=TEXTS, body=TEXTS)
def test_checks_never_fail_and_name_a_line_of_the_text(header: str, body: str) -> None:
    text = checked(body, f"{header}\n")
    before = text.source
    found = list(CHECK(text))

    assert found == list(CHECK(text))
    assert text.source == before
    assert shown_text(text).count("\n") == before.count("\n")
    assert all(1 <= each.line <= 1 + before.count("\n") for each in found)
