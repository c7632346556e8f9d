"""`python -m plugins.content_gate`: what it prints and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.content_gate import __main__ as command
from tests.conftest import ROOT, article, write_files

pytestmark = pytest.mark.usefixtures("isolated_signals")
GOOD = {
    "du-lieu/co-quan.toml": 'name = "Sở Khoa học và Công nghệ"\n',
    "tin-tuc/a.md": article("Bài A"),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder without a fault."""
    folder = tmp_path / "noi-dung"
    write_files(folder, GOOD)
    return folder


def test_good_content_ends_with_zero(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--content", str(content)]) == 0
    assert "Nội dung đạt: không có lỗi.\n" in capsys.readouterr().out


def test_an_error_ends_with_one_and_names_file_line_and_remedy(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(content, {"tin-tuc/b.md": article("Bài B", date="hôm nay")})

    assert command.main(["--content", str(content)]) == 1
    assert (
        "noi-dung/tin-tuc/b.md:3: AR011 (lỗi) [date] không đọc được ngày “hôm nay”\n"
        "    Cách sửa: viết ngày trước, tháng sau, năm đủ bốn chữ số: 08/04/2024 hoặc 2024-04-08\n"
    ) in capsys.readouterr().out


def test_json_is_all_that_is_printed(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(content, {"tin-tuc/b.md": article("Bài B", date="hôm nay")})

    assert command.main(["--content", str(content), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [entry["code"] for entry in found if entry["severity"] == "error"] == ["AR011"]


@pytest.mark.parametrize("name", ["tin-tuc/a.md", "noi-dung/tin-tuc/a.md"])
def test_one_file_is_not_blamed_for_another(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write_files(content, {"tin-tuc/b.md": article("Bài B", date="hôm nay")})
    monkeypatch.chdir(content.parent)

    assert command.main(["--content", "noi-dung", "--file", name]) == 0
    assert "b.md" not in capsys.readouterr().out
    assert command.main(["--content", "noi-dung", "--file", "tin-tuc/b.md"]) == 1


def test_a_file_that_is_not_there_is_a_failed_check(content: Path) -> None:
    with pytest.raises(SystemExit) as end:
        command.main(["--content", str(content), "--file", "tin-tuc/khong-co.md"])

    assert end.value.code == command.FAILED


def test_a_check_changes_nothing(content: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    command.main(["--content", str(content)])

    assert sorted(tmp_path.rglob("*")) == before


def test_a_folder_that_is_not_there_is_a_failed_check(tmp_path: Path) -> None:
    assert command.main(["--content", str(tmp_path / "khong-co")]) == command.FAILED


def test_a_check_that_fails_ends_with_two_and_tells_why(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_arguments: object) -> None:
        message = "đĩa đầy"
        raise OSError(message)

    monkeypatch.setattr(command, "check", failing)

    assert command.main(["--content", str(content)]) == command.FAILED
    assert "OSError: đĩa đầy" in capsys.readouterr().err


def test_the_command_works_from_another_folder(content: Path) -> None:
    write_files(content, {"tin-tuc/b.md": article(body="[x](khong-co.md)")})
    ended = subprocess.run(
        [sys.executable, "-m", "plugins.content_gate", "--content", content.name],
        check=False,
        cwd=content.parent,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )

    assert ended.returncode == 1
    assert "noi-dung/tin-tuc/b.md:7: AR017 (lỗi)" in ended.stdout
