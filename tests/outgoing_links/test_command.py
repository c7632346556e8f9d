"""`python -m plugins.outgoing_links`: what it prints and its exit codes."""

import subprocess
from pathlib import Path

import pytest

from plugins.outgoing_links import __main__ as command
from plugins.outgoing_links.address_list import addresses_now
from tests.conftest import article, write_files
from tests.outgoing_links.test_planted_links import PLANTED

FILES = {
    "README.md": "Ví dụ: https://vi-du.gov.vn/",
    "du-lieu/lien-ket.toml": '# https://vi-du.gov.vn/\n[[site_link]]\nurl = "https://bao.vn/"\n',
    "tin-tuc/2024/a.md": article(body="Xem [Bộ](https://most.gov.vn/x).\n\n[Lạ](http://1.2.3.4/)"),
    "tin-tuc/2024/b.md": article(body="Hai: https://most.gov.vn/a(b)c, và [Báo](https://bao.vn/)."),
}


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@b.vn")
    subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, capture_output=True)  # noqa: S607  (whichever git there is)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder in a repository with one revision."""
    write_files(tmp_path / "noi-dung", FILES)
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "Một")
    return tmp_path / "noi-dung"


def printed(capsys: pytest.CaptureFixture[str], content: Path, *arguments: str) -> list[str]:
    assert command.main(["--content", str(content), *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_all_links_are_listed_by_host_with_their_places(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(capsys, content) == [
        "5 liên kết ra ngoài, 3 máy chủ",
        "(không rõ máy chủ)  http://1.2.3.4/  tin-tuc/2024/a.md:9",
        "bao.vn  https://bao.vn/  du-lieu/lien-ket.toml:3",
        "bao.vn  https://bao.vn/  tin-tuc/2024/b.md:7",
        "most.gov.vn  https://most.gov.vn/a(b)c  tin-tuc/2024/b.md:7",
        "most.gov.vn  https://most.gov.vn/x  tin-tuc/2024/a.md:7",
    ]


def test_what_changed_since_a_revision_is_listed(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = article(body="Thêm một đoạn.\n\nXem [Bộ](https://most.gov.vn/x).")
    new = article(body="[Mới](https://la.com/) [Báo](https://bao.vn/)")
    write_files(content, {"tin-tuc/2024/a.md": moved, "tin-tuc/2024/mới.md": new})

    lines = printed(capsys, content, "--since", "HEAD")
    assert lines[lines.index("") + 1 :] == [
        "So với HEAD: thêm 2, bớt 1",
        "+ bao.vn  https://bao.vn/  tin-tuc/2024/mới.md:7",
        "+ la.com  https://la.com/  tin-tuc/2024/mới.md:7  (máy chủ mới)",
        "- (không rõ máy chủ)  http://1.2.3.4/  tin-tuc/2024/a.md:9",
    ]


def test_nothing_changed(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, content, "--since", "HEAD")[-1] == "So với HEAD: thêm 0, bớt 0"


@pytest.mark.parametrize("revision", ["khong-co", "-p", "--all", "HEAD:noi-dung"])
def test_an_unknown_revision_is_a_failure(
    content: Path, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    assert command.main(["--content", str(content), f"--since={revision}"]) == 2
    assert f"không đọc được bản “{revision}”" in capsys.readouterr().err


def test_a_folder_that_is_in_no_repository_has_links_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write_files(tmp_path, FILES)

    assert printed(capsys, tmp_path)[0] == "5 liên kết ra ngoài, 3 máy chủ"
    assert command.main(["--content", str(tmp_path), "--since", "HEAD"]) == 2


@pytest.mark.parametrize("link", PLANTED)
def test_no_way_to_write_a_link_hides_it_from_the_list(tmp_path: Path, link: str) -> None:
    written = link.format(number=7, small=7, large=10_007)
    write_files(tmp_path, {"tin-tuc/a.md": article(body=f"Một câu. {written}\n")})

    (found,) = addresses_now(tmp_path)
    assert found.address.lower().startswith("http")
    assert found.line == 7 + written.count("\n")
