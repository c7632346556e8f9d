import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.text_questions import QuestionError
from plugins.glossary.__main__ import main
from plugins.glossary.scan import answer, scan
from plugins.glossary.terms import Term, lexicon_of

LEXICON = lexicon_of(
    [
        Term(short="ĐMST", long="đổi mới sáng tạo"),
        Term(short="PII", long="chỉ số", slips=("IPP",)),
        Term(short="BTV", long="Ban Thường vụ", also=("biên tập viên",)),
    ]
)
TEXT = "Ủy ban nhân dân (UBND) về ĐMST, IPP, BTV, CNN."


def ask(*lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in scan((line.encode() for line in lines), LEXICON)]


def test_answers_each_question_with_mentions_and_definitions() -> None:
    (found,) = ask(json.dumps({"id": 7, "text": TEXT}))
    assert found["id"] == 7
    assert [(each["short"], each["long"], each["why"]) for each in found["mentions"]] == [
        ("UBND", "Ủy ban nhân dân", "text"),
        ("ĐMST", "đổi mới sáng tạo", "site"),
        ("IPP", None, "slip"),
        ("BTV", None, "ambiguous"),
        ("CNN", None, "unregistered"),
    ]
    assert (found["mentions"][0]["start"], found["mentions"][0]["end"]) == (17, 21)
    assert found["definitions"] == [
        {
            "short": "UBND",
            "long": "Ủy ban nhân dân",
            "start": 17,
            "end": 21,
            "long_start": 0,
            "long_end": 15,
        }
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_places_are_those_of_the_text_as_given(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, TEXT)
    found: dict[str, Any] = dict(answer(text, LEXICON))
    for each in found["mentions"]:
        assert text[each["start"] : each["end"]] == each["short"]
    assert [each["short"] for each in found["mentions"]] == [
        unicodedata.normalize(form, short) for short in ("UBND", "ĐMST", "IPP", "BTV", "CNN")
    ]
    (definition,) = found["definitions"]
    assert definition["long"] == unicodedata.normalize(form, "Ủy ban nhân dân")


def test_empty_lines_are_passed_over_and_a_byte_order_mark_too() -> None:
    assert [
        each["id"] for each in ask('\ufeff{"id": 1, "text": ""}', "", '{"id": 2, "text": ""}')
    ] == [1, 2]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 2}'])
def test_a_line_that_is_no_question_is_named(line: str) -> None:
    with pytest.raises(QuestionError) as caught:
        ask('{"id": 1, "text": "x"}', "", line)
    assert caught.value.line == 3


def test_answers_come_before_the_next_question_is_read() -> None:
    def lines() -> Iterator[bytes]:
        yield b'{"id": 1, "text": "x"}'
        pytest.fail("read too early")

    assert json.loads(next(scan(lines(), LEXICON)))["id"] == 1


@given(st.text(max_size=80))
def test_any_text_has_an_answer_in_one_line(text: str) -> None:
    (line,) = scan([json.dumps({"id": text, "text": text}).encode()], LEXICON)
    assert "\n" not in line
    line.encode()
    assert json.loads(line)["id"] == text


def test_the_command_uses_the_register_and_ends_with_2_at_a_bad_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "du-lieu").mkdir()
    register = '[[term]]\nshort = "ĐMST"\nlong = "đổi mới sáng tạo"\n'
    (tmp_path / "du-lieu/tu-viet-tat.toml").write_text(register, encoding="utf-8")
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"id": "a", "text": "về ĐMST"}\n{"id"\n', encoding="utf-8")
    assert main(["--content", str(tmp_path), "scan", str(texts)]) == 2
    printed = capsys.readouterr()
    assert json.loads(printed.out)["mentions"][0]["long"] == "đổi mới sáng tạo"
    assert "dòng 2" in printed.err
    assert main(["--content", str(tmp_path), "scan", str(tmp_path / "none")]) == 2


def test_a_reader_who_has_enough_is_no_fault_of_the_texts(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"id": 1, "text": "về ĐMST"}\n' * 20_000, encoding="utf-8")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "plugins.glossary",
        "--content",
        tmp_path,
        "scan",
        texts,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as scanning:
        assert scanning.stdout
        assert scanning.stderr
        assert json.loads(scanning.stdout.readline())["id"] == 1
        scanning.stdout.close()
        assert scanning.stderr.read() == b""
    assert scanning.returncode == 0
