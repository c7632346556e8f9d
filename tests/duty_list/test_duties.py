"""Every duty has an answer or a waiver, and the answers are there."""

from datetime import date
from pathlib import Path

import pytest

from plugins.core.errors import ConfigError
from plugins.duty_list.__main__ import FILE
from plugins.duty_list.duties import (
    Duty,
    State,
    Sureness,
    Waiver,
    missing_from,
    read_duties,
    state_of,
)
from tests.conftest import BuiltSite
from tests.house.source import ROOT

DAY = date(2026, 11, 22)


def _duty(
    *, pages: tuple[str, ...] = (), tests: tuple[str, ...] = (), waiver: Waiver | None = None
) -> Duty:
    return Duty(
        name="lien-he",
        rule="Nghị định",
        status="còn hiệu lực",
        asks="Có trang Liên hệ",
        sureness=Sureness.READ,
        checked_on=DAY,
        pages=pages,
        tests=tests,
        waiver=waiver,
    )


def test_a_page_that_is_there_satisfies_a_duty(tmp_path: Path) -> None:
    (tmp_path / "lien-he").mkdir()
    (tmp_path / "lien-he" / "index.html").touch()
    for pattern in ("lien-he/index.html", "*/index.html"):
        missing = missing_from(_duty(pages=(pattern,)), tmp_path, ROOT)
        assert missing == ()
        assert state_of(_duty(pages=(pattern,)), missing) is State.SATISFIED


def test_what_is_not_there_leaves_a_duty_open(tmp_path: Path) -> None:
    duty = _duty(pages=("lien-he/index.html",), tests=("tests/khong-co.py",))
    missing = missing_from(duty, tmp_path, ROOT)
    assert missing == ("lien-he/index.html", "tests/khong-co.py")
    assert state_of(duty, missing) is State.OPEN


def test_a_row_that_names_nothing_is_open_and_a_waiver_closes_it() -> None:
    assert state_of(_duty(), ()) is State.OPEN
    assert state_of(_duty(waiver=Waiver(reason="Chưa có", since=DAY)), ()) is State.WAIVED


def test_every_duty_of_the_list_is_met_on_the_first_site_or_waived(first_site: BuiltSite) -> None:
    duties = read_duties(FILE)
    missing = {duty.name: missing_from(duty, first_site.folder, ROOT) for duty in duties}
    assert {name: files for name, files in missing.items() if files} == {}
    assert [duty.name for duty in duties if state_of(duty, ()) is State.OPEN] == []


def test_every_row_is_whole() -> None:
    for duty in read_duties(FILE):
        assert duty.rule
        assert duty.status
        assert duty.asks
        assert bool(duty.waiver) != bool(duty.pages or duty.tests), duty.name
        assert duty.waiver is None or duty.waiver.reason


def test_two_duties_do_not_share_a_name(tmp_path: Path) -> None:
    row = (
        '[[duty]]\nname = "a"\nrule = "R"\nstatus = "S"\nasks = "A"\nsureness = "read"\n'
        "checked_on = 2026-11-22\n"
    )
    (tmp_path / "duties.toml").write_text(row * 2, encoding="utf-8")
    with pytest.raises(ConfigError, match="one name"):
        read_duties(tmp_path / "duties.toml")
