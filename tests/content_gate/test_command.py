"""`python -m plugins.content_gate`: what it prints and its exit codes."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.content_gate import __main__ as command
from plugins.content_gate import plugin
from tests.conftest import FIRST_SITE, ROOT, article, write_files

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
    assert {"path": "tin-tuc/b.md", "line": 3, "field": "date"}.items() <= found[-1].items()


def test_json_of_good_content_is_an_array_too(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--content", str(content), "--format", "json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)


def test_annotations_name_files_as_the_command_did_or_from_the_top_of_the_repository(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(content, {"tin-tuc/b.md": article("Bài B", date="hôm nay")})
    named = ["--file", "tin-tuc/b.md", "--format", "github"]
    monkeypatch.chdir(content.parent)

    assert command.main(["--content", "noi-dung", *named]) == 1
    assert "::error file=noi-dung/tin-tuc/b.md,line=3,title=AR011::" in capsys.readouterr().out
    named[1] = "van-ban/ket-luan-hoi-nghi-giam-doc-so-2024.md"
    assert command.main(["--content", str(FIRST_SITE), *named]) == 0
    assert f"::notice file=tests/data/first_site/{named[1]},line=" in capsys.readouterr().out


def test_gitlab_reads_one_array(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(content, {"tin-tuc/b.md": article("Bài B", date="hôm nay")})

    assert command.main(["--content", str(content), "--format", "gitlab"]) == 1
    entries = json.loads(capsys.readouterr().out)
    assert [entry["check_name"] for entry in entries if entry["severity"] == "critical"] == [
        "AR011"
    ]


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


def test_a_folder_that_is_not_there_is_a_failed_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        command.main(["--content", str(tmp_path / "khong-co"), "--format", "json"])

    assert end.value.code == command.FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "khong-co: không có thư mục nội dung này" in printed.err


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("raise OSError('đĩa hỏng')", "OSError: đĩa hỏng"),
        ("this is no Python", "SyntaxError: invalid syntax"),
        ("raise SystemExit('thiếu một gói')", "no report; SystemExit: thiếu một gói"),
        ("raise SystemExit(0)", "no report; SystemExit: 0"),
        ("raise SystemExit(1)", "no report; SystemExit: 1"),
    ],
)
def test_a_check_that_fails_ends_with_two_and_tells_why(
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    settings: str,
    told: str,
) -> None:
    """Whatever breaks: nothing that could be taken for a report is printed."""
    monkeypatch.setattr(plugin, "_ROOT", content.parent)
    (content.parent / "pelicanconf.py").write_text(settings, encoding="utf-8")

    assert command.main(["--content", str(content), "--format", "json"]) == command.FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"Bộ dựng trang hỏng giữa chừng ({told}" in printed.err


def test_a_check_that_fails_after_its_verdict_prints_no_report(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_arguments: object) -> None:
        sys.stdout.write("[]")
        raise OSError(errno.ENOSPC, "", "/kho")

    monkeypatch.setattr(command, "check", failing)

    assert command.main(["--content", str(content), "--format", "json"]) == command.FAILED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "/kho: đĩa đã đầy" in printed.err


def test_an_interrupted_check_says_so_and_prints_no_report(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise SystemExit(130)

    monkeypatch.setattr(command, "check", interrupted)

    assert command.main(["--content", str(content)]) == 130
    assert capsys.readouterr().out == ""


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


def make_check(content: Path, *variables: str) -> subprocess.CompletedProcess[str]:
    """`make -s check`, with whatever is installed."""
    installed = ("-o", ".venv/.installer-ready", "-o", ".venv/.site-ready")
    return subprocess.run(
        ["make", "-s", *installed, "check", f"CONTENT={content}", *variables],  # noqa: S607  (whichever make there is)
        check=False,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )


def test_make_passes_on_that_a_check_failed_and_prints_the_report_only(content: Path) -> None:
    good = make_check(content, "FORMAT=json")
    write_files(content, {"tin-tuc/b.md": article("Bài B", date="hôm nay")})
    stopped = make_check(content, "FORMAT=json")
    failed = make_check(content, "FORMAT=json", "FILE=khong-co.md")

    assert good.returncode == 0
    assert "error" not in {found["severity"] for found in json.loads(good.stdout)}
    assert stopped.returncode != 0
    assert "error" in {found["severity"] for found in json.loads(stopped.stdout)}
    assert failed.returncode != 0
    assert failed.stdout == ""
    assert "khong-co.md: không có tệp này trong thư mục nội dung" in failed.stderr
    assert [ended.stderr.rstrip()[-7:] for ended in (stopped, failed)] == ["Error 1", "Error 2"]
