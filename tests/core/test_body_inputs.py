from pathlib import Path

from plugins.core.body_inputs import InputStates, RegisterAnswers, question


def states(content: Path) -> InputStates:
    register = RegisterAnswers(name="glossary", answer=lambda words: "+".join(sorted(words)))
    return InputStates(content=content, registers=(register,))


def test_a_question_has_one_name_in_any_order() -> None:
    assert question("glossary", ["B", "A", "B"]) == question("glossary", ["A", "B"])


def test_a_question_is_answered_by_its_register(tmp_path: Path) -> None:
    assert states(tmp_path).state(question("glossary", ["B", "A"])) == "A+B"
    assert states(tmp_path).state(question("glossary", [])) == ""
    assert states(tmp_path).state(question("another", ["A"])) == ""


def test_anything_else_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    assert states(tmp_path).state("a.md") == "present"
    assert states(tmp_path).state("b.md") == ""
