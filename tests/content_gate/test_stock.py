"""The comparison with plain Pelican: the document, and how outcomes are told."""

from pathlib import Path

import pytest

from tests.content_gate.case_files import read_cases
from tests.content_gate.stock import DOCUMENT, build_stock, compared_cases, ours, outcome_of, row

ROWS = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line[:2] == "| "][2:]


def test_the_document_has_a_line_for_each_compared_case() -> None:
    written = [[cell.strip() for cell in line.strip("|").split("|")] for line in ROWS]

    assert len(written) >= 50
    assert [f"{line}\n" for line in ROWS] == [
        row(case, cells[2]) for case, cells in zip(compared_cases(), written, strict=True)
    ]


def test_every_class_of_articles_is_compared() -> None:
    def classes(labels: list[str]) -> set[str]:
        return {label.partition(":")[0] for label in labels}

    everything = classes([case.label for case in read_cases() if not case.alone])
    assert classes([case.label for case in compared_cases()]) == everything


@pytest.mark.parametrize(
    ("label", "stock", "here"),
    [
        ("dates: a day whose number could be a month is a day", "dated 2024-08-04", "0: accepted"),
        (
            "header: a key that names the file to write",
            "replaces the home page",
            "1: refused, AR007",
        ),
    ],
)
def test_outcomes_are_what_lies_in_the_output(
    tmp_path: Path, label: str, stock: str, here: str
) -> None:
    (case,) = [each for each in read_cases() if each.label == label]
    outcome = outcome_of(
        build_stock(tmp_path / "case", case), build_stock(tmp_path / "sound"), case
    )

    assert outcome.startswith("0: ")
    assert stock in outcome
    assert ours(case) == here
