"""`make html` does nothing where there is nothing to do, and only there."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.build.__main__ import main
from plugins.core import file_digests
from plugins.core.fingerprints import digest_of
from tests.conftest import ROOT, article, write_files

UNCHANGED = "Không có gì thay đổi"


class Site:
    """A small site that is built by the command."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / "content", folder / "output"
        self.store = folder / "store"
        self.environment: dict[str, str] = {}
        write_files(self.content, {"tin-tuc/a.md": article("Bài A"), "tin-tuc/b.md": article("B")})

    def build(self) -> str:
        """What a good build prints."""
        ended = self.run()
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def run(self) -> subprocess.CompletedProcess[str]:
        folders = (str(self.content), "-o", str(self.output))
        return subprocess.run(
            [sys.executable, "-m", "plugins.build", *folders, "-s", str(ROOT / "pelicanconf.py")],
            check=False,
            cwd=ROOT,
            env={**os.environ, "STORE_PATH": str(self.store), **self.environment},
            capture_output=True,
            encoding="utf-8",
        )

    @property
    def record(self) -> Path:
        (file,) = (self.store / "builds").iterdir()
        return file


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path)
    assert UNCHANGED not in site.build()
    return site


def test_nothing_is_done_where_nothing_has_changed(site: Site) -> None:
    times = {path: path.stat().st_mtime_ns for path in site.output.rglob("*")}
    report = site.build()

    assert UNCHANGED in report
    assert "lời khuyên" in report
    assert {path: path.stat().st_mtime_ns for path in site.output.rglob("*")} == times


def test_what_a_build_has_left_alone_need_not_be_read_to_know_that_it_is_there(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    time.sleep(0.2)  # until then a file could be changed once more without another time
    edit(site)
    site.build()
    read: list[bytes] = []

    def noted(content: bytes) -> str:
        read.append(content)
        return digest_of(content)

    monkeypatch.setattr(file_digests, "digest_of", noted)
    monkeypatch.setenv("STORE_PATH", str(site.store))
    folders = [str(site.content), "-o", str(site.output)]
    assert main([*folders, "-s", str(ROOT / "pelicanconf.py")]) == 0
    made = [path for path in site.output.rglob("*") if path.is_file()]
    assert len(read) < len(made) / 3


def touch(site: Site) -> None:
    file = site.content / "tin-tuc/a.md"
    file.write_bytes(file.read_bytes())
    os.utime(file, (1, 1))


def test_times_of_files_do_not_count(site: Site) -> None:
    touch(site)
    assert UNCHANGED in site.build()


def edit(site: Site) -> None:
    write_files(site.content, {"tin-tuc/a.md": article("Bài A", body="Khác.")})


def remove(site: Site) -> None:
    (site.content / "tin-tuc/b.md").unlink()


def add_a_file_that_is_no_article(site: Site) -> None:
    write_files(site.content, {"ghi-chu.csv": "x"})


def spoil_a_page(site: Site) -> None:
    with (site.output / "index.html").open("a", encoding="utf-8") as page:
        page.write("<p>Lạ</p>")


def lose_a_page(site: Site) -> None:
    (site.output / "404.html").unlink()


def link_a_page_elsewhere(site: Site) -> None:
    page = site.output / "404.html"
    page.rename(site.output.with_name("elsewhere.html"))
    page.symlink_to(site.output.with_name("elsewhere.html"))


def change_the_address(site: Site) -> None:
    site.environment["SITEURL"] = "https://khcn.example"


def cut_the_record(site: Site) -> None:
    site.record.write_bytes(site.record.read_bytes()[:-20])


def set_the_clock(site: Site) -> None:
    site.environment["SOURCE_DATE_EPOCH"] = "1717171200"


@pytest.mark.parametrize(
    "change",
    [
        edit,
        remove,
        add_a_file_that_is_no_article,
        spoil_a_page,
        lose_a_page,
        link_a_page_elsewhere,
        change_the_address,
        cut_the_record,
        set_the_clock,
    ],
)
def test_anything_else_is_a_build(site: Site, change: Callable[[Site], None]) -> None:
    change(site)

    assert UNCHANGED not in site.build()
    assert UNCHANGED in site.build()


def test_a_spoilt_page_is_put_right(site: Site) -> None:
    before = (site.output / "index.html").read_bytes()
    spoil_a_page(site)
    site.build()

    assert (site.output / "index.html").read_bytes() == before


def test_a_build_that_fails_is_not_remembered(site: Site) -> None:
    write_files(site.content, {"tin-tuc/hong.md": article(date="hôm nay")})
    for _ in range(2):
        ended = site.run()
        assert ended.returncode == 1
        assert "AR011" in ended.stdout


def test_an_hour_that_has_come_is_a_change(site: Site) -> None:
    write_files(site.content, {"tin-tuc/hen.md": article(date="17/03/2099", scheduled="có")})
    site.build()
    assert UNCHANGED in site.build()
    record = site.record.read_text(encoding="utf-8")
    assert '"until":"2099-03-17' in record
    site.record.write_text(record.replace('"until":"2099', '"until":"2019'), encoding="utf-8")

    assert UNCHANGED not in site.build()


def test_a_store_that_needs_more_than_it_may_have_is_told_and_serves_all_the_same(
    site: Site,
) -> None:
    site.environment["STORE_LIMIT"] = "0"
    edit(site)
    assert "đặt STORE_LIMIT lớn hơn" in site.build()
    assert UNCHANGED in site.build()
