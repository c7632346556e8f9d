from pathlib import Path

import pytest

from plugins.core.abbreviations import Abbreviations
from plugins.read_aloud.labels import Label, by_group, is_same, leaks, measure, read_labels
from plugins.read_aloud.plain_text import read_text

FILES = sorted(Path(__file__).parent.glob("labelled*.toml"))
SETS = {file.stem: read_labels(file) for file in FILES}


@pytest.mark.parametrize("name", SETS)
def test_the_labelled_texts_are_said_as_people_would(name: str, known: Abbreviations) -> None:
    measured = measure(SETS[name], lambda text: read_text(text, known))
    assert measured.total >= 500
    assert measured.share >= 99, [(label.text, words) for label, words in measured.wrong]
    assert measured.leaks == 0


@pytest.mark.parametrize("name", SETS)
def test_labels_leave_nothing_to_guess(name: str) -> None:
    assert [label for label in SETS[name] if any(map(leaks, label.spoken))] == []


def test_no_text_stands_in_two_sets() -> None:
    texts = [label.text for labels in SETS.values() for label in labels]
    assert sorted(texts) == sorted(set(texts))


@pytest.mark.parametrize(
    ("words", "leak"),
    [("ba mươi", False), ("lớp 5", True), ("Bộ KH", True), ("Hà Nội", False), ("m²", True)],
)
def test_what_leaks(words: str, *, leak: bool) -> None:
    assert leaks(words) is leak


def test_signs_and_capitals_are_not_heard() -> None:
    assert is_same("Một, hai (ba)!", "một hai ba")
    assert not is_same("một hai", "hai một")


def test_what_is_measured() -> None:
    labels = (
        Label(group="a", text="1", spoken=("nhất", "một")),
        Label(group="b", text="2", spoken=("hai",)),
    )
    measured = measure(labels, {"1": "Một.", "2": "2"}.__getitem__)
    assert (measured.total, measured.exact, measured.share, measured.leaks) == (2, 1, 50.0, 1)
    assert measured.wrong == ((labels[1], "2"),)
    assert [(name, len(members)) for name, members in by_group(labels)] == [("a", 1), ("b", 1)]
