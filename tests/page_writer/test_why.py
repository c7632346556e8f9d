import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, article, write_files

Why = Callable[[str], str]
ADDRESS = "/tin-tuc/mot/"
AGAIN, AS_IT_WAS = "Nếu dựng bây giờ: làm mới", "Nếu dựng bây giờ: dùng lại"


def texts(body: str = "Thân.") -> dict[str, str]:
    return {
        "tin-tuc/mot.md": article(title="Một", slug="mot", summary="Mở đầu.", body=body),
        "tin-tuc/hai.md": article(title="Hai", slug="hai", date="18/03/2024"),
    }


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STORE_PATH", str(tmp_path / "store"))
    write_files(tmp_path / "content", texts())
    return tmp_path / "content"


@pytest.fixture
def why(content: Path) -> Why:
    return lambda page: run(["plugins.page_writer", "--content", str(content), page]).stdout


def build(content: Path) -> None:
    output = str(content.with_name("output"))
    run(["plugins.build", str(content), "-o", output, "-s", "pelicanconf.py"])


def run(module: list[str], ends_with: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *module]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == ends_with, done.stdout + done.stderr
    return done


def test_a_page_that_was_never_made(why: Why) -> None:
    assert "Chưa lần dựng nào làm trang này" in why(ADDRESS)


def test_what_a_page_is_made_from_and_why_it_was_made_anew(content: Path, why: Why) -> None:
    build(content)
    first = why(ADDRESS)
    assert "Lần dựng gần nhất làm mới trang này, vì khi ấy kho chưa có trang này." in first
    assert AS_IT_WAS in first
    assert "  phần thân (article.body)" in first

    write_files(content, texts(body="Thân khác."))
    assert f"{AGAIN}, vì đã đổi: phần thân (article.body)." in why(ADDRESS)
    assert AS_IT_WAS in why("tin-tuc/hai/index.html")

    build(content)
    assert "làm mới trang này, vì đã đổi: phần thân (article.body)." in why(ADDRESS)
    assert "dùng lại trang đã có; trang được làm mới trước đó 1 lần dựng" in why("/tin-tuc/hai/")


def test_a_page_that_the_site_has_not(content: Path) -> None:
    told = run(["plugins.page_writer", "--content", str(content), "khong-co/"], ends_with=2)
    assert "không có trong bản dựng: khong-co/index.html" in told.stderr
