import json
from pathlib import Path

import pytest

from plugins.read_aloud.__main__ import main

CONTENT = ["--content", str(Path(__file__).parents[2] / "content")]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*CONTENT, *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.usefixtures("isolated_signals")
def test_texts_are_said_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = tmp_path / "texts.jsonl"
    lines = ['{"id": 7, "text": "Quý II/2024"}', "", '{"id": "b", "text": "UBND\\nTP Việt Trì"}']
    asked.write_text("\n".join(lines), encoding="utf-8")
    code, out, _ = run(capsys, "text", str(asked))
    assert code == 0
    assert [json.loads(line) for line in out.splitlines()] == [
        {"id": 7, "spoken": "Quý hai năm hai nghìn không trăm hai mươi tư"},
        {"id": "b", "spoken": "Ủy ban nhân dân\nthành phố Việt Trì"},
    ]


@pytest.mark.usefixtures("isolated_signals")
def test_a_line_that_is_no_question_ends_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = tmp_path / "texts.jsonl"
    asked.write_text("{}\n", encoding="utf-8")
    code, _, err = run(capsys, "text", str(asked))
    assert code == 2
    assert err.startswith("dòng 1: không đọc được")


@pytest.mark.usefixtures("isolated_signals")
def test_the_report_fails_under_its_goal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text('[a]\n"5" = "năm"\n', encoding="utf-8")
    assert run(capsys, "report", str(labels))[0] == 0
    worse = tmp_path / "worse.toml"
    worse.write_text('[a]\n"5" = ["sáu", "bảy"]\n', encoding="utf-8")
    code, out, _ = run(capsys, "report", str(labels), str(worse))
    assert code == 1
    assert out.index("1/1  100.00%") < out.index("worse") < out.index("0/1    0.00%")
    assert out.endswith("5\n  sáu\n  bảy\n  năm\n")
