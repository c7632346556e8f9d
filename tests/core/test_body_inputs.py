from pathlib import Path

from plugins.core.body_inputs import InputStates, RegisterAnswers, question
from plugins.core.files import state_of


def states(content: Path, whole: str = "w1") -> InputStates:
    register = RegisterAnswers(
        name="glossary", whole=whole, answer=lambda words: "+".join(sorted(words))
    )
    return InputStates(content, (register,))


def test_an_answer_is_a_state_in_whatever_order_the_words_come(tmp_path: Path) -> None:
    asked = question("glossary", ["ĐMST", "KH&CN", "ĐMST"])
    assert asked == question("glossary", ["KH&CN", "ĐMST"])
    assert states(tmp_path).holds(asked, "KH&CN+ĐMST", {})
    assert not states(tmp_path).holds(asked, "KH&CN", {})
    assert states(tmp_path).holds(question("glossary", []), "", {})


def test_an_unchanged_register_is_not_asked_again(tmp_path: Path) -> None:
    asked = question("glossary", ["KH&CN"])
    assert states(tmp_path).holds(asked, "what it said", {"glossary": "w1"})
    assert not states(tmp_path, "w2").holds(asked, "what it said", {"glossary": "w1"})


def test_files_and_unknown_registers_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"a")
    assert states(tmp_path).holds("a.jpg", state_of(tmp_path, "a.jpg"), {})
    assert not states(tmp_path).holds("a.jpg", "", {})
    assert states(tmp_path).holds("b.jpg", "", {})
    assert states(tmp_path).holds(question("places", ["Phú Thọ"]), "", {})
