import json
from pathlib import Path

import pytest

from plugins.read_aloud.__main__ import main
from tests.conftest import article, write_files

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


@pytest.mark.usefixtures("isolated_signals")
@pytest.mark.parametrize(
    ("engine", "first"), [("espeak-ng", ".mp3: 0 phút 6 giây"), ("", "lời đọc:")]
)
def test_an_article_is_heard_or_at_least_its_words_are_shown(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    engine: str,
    first: str,
) -> None:
    monkeypatch.setenv("READ_ALOUD_ENGINE", engine)
    monkeypatch.setenv("STORE_PATH", str(tmp_path / "store"))
    write_files(tmp_path / "content", {"tin-tuc/bai.md": article("Bài 4", slug="bai", body="Hết.")})
    content = ("--content", str(tmp_path / "content"), "hear")
    assert main([*content, "bai"]) == 0
    told, *spoken = capsys.readouterr().out.splitlines()
    assert told.endswith(first)
    assert spoken[0] == "Bài bốn"
    assert main([*content, "khong-co"]) == 1
    assert "Không có bài nào" in capsys.readouterr().err
