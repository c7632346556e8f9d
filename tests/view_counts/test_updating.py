"""View counts from the logs of a web server, by a real GoAccess."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from plugins.view_counts.__main__ import main
from plugins.view_counts.counts import FILE, ViewCount, read_view_counts
from plugins.view_counts.updating import write_counts
from tests.conftest import write_files

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
PAGE = '<meta property="og:type" content="article">'
MONDAY = date(2024, 3, 18)
SLUGS = {"mot", "hai"}


def line(day: int, address: str = "/tin-tuc/mot/", status: int = 200, agent: str = FIREFOX) -> str:
    """One line of nginx's log in March 2024."""
    when = f"{day:02}/Mar/2024:10:00:00 +0700"
    return f'203.0.113.7 - - [{when}] "GET {address} HTTP/2.0" {status} 5000 "-" "{agent}"\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A content folder with a count of one article, and a live site with two."""
    pages = {f"public/tin-tuc/{slug}/index.html": PAGE for slug in SLUGS}
    head = '# Giải thích.\n\n[[view]]\nslug = "mot"\nvalue = 31\ntaken_on = ""\n'
    write_files(tmp_path, {**pages, "public/tin-tuc/go/index.html": "", f"content/{FILE}": head})
    return tmp_path


def update(site: Path, log: str, today: date = MONDAY) -> dict[str, ViewCount]:
    """What the data file says after the command has read a log."""
    (site / "access.log").write_text(log, encoding="utf-8")
    folders = ["--content", str(site / "content"), "--public", str(site / "public")]
    assert main([*folders, str(site / "access.log")], today) == 0
    return dict(read_view_counts(site / "content", SLUGS).by_slug)


def test_people_are_counted_robots_and_what_was_not_sent_are_not(site: Path) -> None:
    log = "".join(
        (
            line(15) * 2,
            line(16, status=304),
            line(16, "/tin-tuc/mot/?utm_source=x"),
            line(17, "/tin-tuc/hai/"),
            line(16, status=404),
            line(16, agent=ROBOT),
            line(16, "/tin-tuc/go/"),
            line(18),
        )
    )
    sunday = date(2024, 3, 17)
    assert update(site, log) == {
        "hai": ViewCount(value=1, taken_on=sunday),
        "mot": ViewCount(value=35, taken_on=sunday),
    }
    assert (site / "content" / FILE).read_text("utf-8").startswith("# Giải thích.\n\n[[view]]\n")
    assert "203.0.113.7" not in (site / "content" / FILE).read_text(encoding="utf-8")


def test_a_day_counts_once_and_numbers_change_once_a_week(site: Path) -> None:
    log = line(15)
    assert update(site, log)["mot"].value == 32
    assert update(site, log + line(18), date(2024, 3, 24))["mot"].value == 32
    assert update(site, log + line(18), date(2024, 3, 25))["mot"].value == 33


def test_older_logs_may_be_compressed(site: Path) -> None:
    (site / "access.log.2.gz").write_bytes(gzip.compress(line(14).encode()))
    folders = ["--content", str(site / "content"), "--public", str(site / "public")]
    assert main([*folders, str(site / "access.log.2.gz")], MONDAY) == 0
    assert read_view_counts(site / "content", SLUGS).by_slug["mot"].value == 32


def test_a_log_that_is_not_there_changes_nothing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (site / "content" / FILE).read_bytes()
    folders = ["--content", str(site / "content"), "--public", str(site / "public")]
    assert main([*folders, str(site / "khong-co.log")], MONDAY) == 1
    assert "Không đếm được nhật ký" in capsys.readouterr().err
    assert (site / "content" / FILE).read_bytes() == before


def test_a_file_that_was_not_there_is_begun(tmp_path: Path) -> None:
    write_counts(tmp_path, {"a": ViewCount(value=2, taken_on=MONDAY)})
    assert (tmp_path / FILE).read_text(encoding="utf-8") == (
        '[[view]]\nslug = "a"\nvalue = 2\ntaken_on = 2024-03-18\n'
    )
