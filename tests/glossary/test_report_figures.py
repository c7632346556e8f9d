from pathlib import Path

import pytest

from plugins.glossary.__main__ import main
from plugins.glossary.reading import read_register_of
from plugins.glossary.report_figures import is_matchable, report
from plugins.glossary.terms import Term, lexicon_of
from tests.conftest import ROOT

LABELS = ROOT / "tests/glossary/labelled_sources.toml"


def test_the_first_content_is_explained_without_a_fault() -> None:
    measured = report(LABELS, lexicon_of(read_register_of(ROOT / "content").terms))
    # Time is a matter of the machine.
    missed = [each.name for each in measured.figures if each.is_missed and "ms" not in each.name]
    assert missed == []
    assert "IPP: slip" in measured.remarks
    assert "ĐP: unregistered" in measured.remarks


def test_a_wrong_meaning_and_a_missing_one_are_counted() -> None:
    terms = [Term(short="UBND", long="Ủy ban khác"), Term(short="OCOP", long="ô cốp")]
    values = {each.name: each for each in report(LABELS, lexicon_of(terms)).figures}
    assert values["wrong occurrences"].value == 13
    assert values["wrong occurrences"].is_missed
    assert values["missed occurrences"].value > 0


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("KH&CN", "khoa học và công nghệ", True),
        ("ĐMST", "đổi mới sáng tạo", True),
        ("DMST", "đổi mới sáng tạo", False),
        ("WTO", "Tổ chức Thương mại Thế giới", False),
    ],
)
def test_knows_which_letters_can_match(short: str, long: str, expected: bool) -> None:  # noqa: FBT001  (an expectation)
    assert is_matchable(Term(short=short, long=long)) is expected


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", str(ROOT / "content"), "report", str(LABELS)]) in (0, 1)
    assert "pairs found exactly, %" in capsys.readouterr().out


def test_the_labels_name_files_that_exist() -> None:
    assert Path(LABELS.parent, "../data/first_site").is_dir()
