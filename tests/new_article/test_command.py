"""`python -m plugins.new_article` and `make new`: what they print, write and refuse."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.content_gate import __main__ as content_gate
from plugins.new_article import __main__ as command
from tests.conftest import ROOT, article, write_files

LAST_SECOND = 1_712_854_799  # 11 April 2024, 23:59:59 in Vietnam, still the afternoon in UTC
REGISTER = '[[section]]\nname = "Tin trong nước"\n[[section]]\nname = "Tin trong tỉnh"\n'
HARD = (
    "Đề án 844: nâng cao năng lực # cho các chủ thể",
    "- Ngày hội 'Đổi mới' và \"sáng tạo\"",
    "@Sở [KH&CN] {2024} *mới* %",
    "C:\\bao-cao\\n",
    "yes: no",
    "<b>Thông báo</b> 🎉",
    "Trang 2",
)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with two sections and one article, in the working directory."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(LAST_SECOND))
    monkeypatch.chdir(tmp_path)
    write_files(
        tmp_path / "content",
        {
            "du-lieu/chuyen-muc.toml": REGISTER,
            "du-lieu/co-quan.toml": 'name = "Sở Khoa học và Công nghệ"\n',
            "tin-tuc/2023/05/hoi-nghi.md": article("Hội nghị"),
        },
    )
    return tmp_path / "content"


def files(content: Path) -> list[str]:
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))


def test_the_file_has_the_day_of_vietnam_and_the_next_steps_are_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "Khởi động cuộc thi"

    assert command.main(["--title", title, "--section", "tin trong tỉnh"]) == 0
    file = "content/tin-tuc/2024/04/khoi-dong-cuoc-thi.md"
    assert "\ndate: 11/04/2024\n" in Path(file).read_text(encoding="utf-8")
    assert capsys.readouterr().out == (
        f"Đã tạo {file}\n"
        "Việc tiếp theo:\n"
        "  1. Mở tệp, điền summary, rồi viết thân bài dưới dòng --- thứ hai.\n"
        f"  2. Kiểm tra: make check FILE={file}\n"
        "  3. Xem trên máy: make serve\n"
        "  4. Viết xong thì xóa dòng “status: draft”; dòng còn trống thì không cần xóa.\n"
    )


def test_sections_to_choose_from_and_another_folder_are_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content.rename(content.with_name("noi dung"))

    assert command.main(["--content", folder.name, "--title", "Một bài"]) == 0
    told = capsys.readouterr().out
    assert "điền category (một trong: “Tin trong nước”, “Tin trong tỉnh”), summary" in told
    assert (
        "make check CONTENT='noi dung' FILE='noi dung/tin-tuc/2024/04/mot-bai.md'\n"
        "  3. Xem trên máy: make serve CONTENT='noi dung'\n"
    ) in told


def test_an_address_that_another_file_has_is_not_given_again(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [command.main(["--title", title]) for title in ("HỘI NGHỊ", "Hội nghị")] == [0, 0]

    assert files(content) == [
        "tin-tuc/2023/05/hoi-nghi.md",
        "tin-tuc/2024/04/hoi-nghi-2.md",
        "tin-tuc/2024/04/hoi-nghi-3.md",
    ]
    assert "Địa chỉ “hoi-nghi” đã dùng ở nơi khác" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--title", " "],
        ["--title", "844"],
        ["--title", "Sở\u200b"],
        ["--title", "Một bài", "--section", "Tin ngoài tỉnh"],
        ["--title", "Một bài", "--content", "khong-co"],
    ],
)
def test_what_is_refused_ends_with_one_and_leaves_nothing(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert command.main(arguments) == command.REFUSED
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert files(content) == ["tin-tuc/2023/05/hoi-nghi.md"]


@pytest.mark.usefixtures("isolated_signals")
def test_new_articles_pass_the_gate_alone_and_together(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for title in HARD:
        assert command.main([f"--title={title}"]) == 0

    new = [name for name in files(content) if "2024" in name]
    assert len(new) == len(HARD)
    for name in new:
        assert content_gate.main(["--file", name]) == 0
    assert content_gate.main([]) == 0
    assert " (lỗi)" not in capsys.readouterr().out


def test_make_hands_a_title_over_as_it_was_typed(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAKEFLAGS", raising=False)  # of the make that runs the tests
    title = "Giá $5, \"rẻ\" `ls` $(ls) $$ C:\\a 'nhất' # & ; 100%"
    built = [f"--assume-old={stamp}" for stamp in (".venv/.site-ready", ".venv/.installer-ready")]
    python = f"PYTHON={sys.executable}"
    ended = subprocess.run(
        ["make", *built, python, "new", f"TITLE={title}", f"CONTENT={content}"],  # noqa: S607  (whichever make there is)
        check=False,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    (name,) = [name for name in files(content) if "2024" in name]
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    assert f'\ntitle: "{quoted}"\n' in (content / name).read_text(encoding="utf-8")
