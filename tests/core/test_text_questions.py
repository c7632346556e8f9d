from pathlib import Path

import pytest

from plugins.core.text_questions import (
    Question,
    QuestionError,
    answer_line,
    print_answers,
    questions,
)


def test_each_line_is_a_question_and_empty_ones_are_none() -> None:
    asked = list(
        questions([b'\xef\xbb\xbf{"id": 1, "text": "a"}\n', b"\n", b'{"id": [], "text": ""}'])
    )
    assert asked == [Question(id=1, text="a"), Question(id=[], text="")]


@pytest.mark.parametrize(
    "line", [b"[]", b'{"id": 1}', b'{"id": 1, "text": 2}', b"\xff", b"[" * 9999]
)
def test_anything_else_is_told_with_its_line(line: bytes) -> None:
    with pytest.raises(QuestionError) as caught:
        list(questions([b"\n", line]))
    assert caught.value.line == 2


def test_answers_keep_their_letters_but_for_what_no_file_holds() -> None:
    assert answer_line(Question(id=1, text=""), {"a": "đ"}) == '{"id": 1, "a": "đ"}'
    assert answer_line(Question(id=1, text=""), {"a": "\ud800"}) == '{"id": 1, "a": "\\ud800"}'


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert print_answers(tmp_path / "none.jsonl", lambda _: iter(())) == 2
    assert "không đọc được" in capsys.readouterr().err
