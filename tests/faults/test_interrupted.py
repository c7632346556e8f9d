"""Whoever stops a build finds the old site or the new one, and hears which."""

import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.faults.builds import FaultySite, hears, wait_until

STOPPED = "Đã dừng theo yêu cầu. Trang giữ nguyên như trước."
KILLS = 24


def test_builds_killed_at_random_moments_never_lie(site: FaultySite) -> None:
    began = time.monotonic()
    assert site.build().exit_code == 0
    duration = time.monotonic() - began
    moments = random.Random(2024)  # noqa: S311  (the same moments in every run)
    told = 0
    for number in range(KILLS):
        site.write(f"lần {number}")
        before, number_of_signal = site.tree, (signal.SIGINT, signal.SIGTERM)[number % 2]
        build = site.start()
        wait_until(partial(hears, build))
        time.sleep(moments.uniform(0, duration))
        if number_of_signal is signal.SIGINT and build.poll() is None:
            os.killpg(build.pid, number_of_signal)  # as a terminal does: children hear it too
        else:
            build.send_signal(number_of_signal)
        ended = site.end(build)

        if STOPPED in ended.said:
            told += 1
            assert ended.said.count(STOPPED) == 1
            assert ended.exit_code == 128 + number_of_signal
            assert site.tree == before
        else:  # too late: the new site was there already
            assert site.versions == {f"lần {number}"}
        assert not site.staging.exists()
    assert told


def test_builds_that_are_killed_outright_leave_nothing_that_stays(site: FaultySite) -> None:
    before = site.tree
    build = site.start()
    wait_until(lambda: (site.staging / "tin-tuc").exists() or build.poll() is not None)
    build.kill()
    ended = site.end(build)

    assert ended.exit_code == -signal.SIGKILL
    assert site.staging.exists()
    assert site.tree == before
    assert site.build().exit_code == 0
    assert not site.staging.exists()
    assert site.versions == {"mới"}


def test_killing_at_random_moments_is_mended_by_the_next_build(site: FaultySite) -> None:
    moments = random.Random(844)  # noqa: S311  (the same moments in every run)
    for number in range(8):
        site.write(f"lần {number}", articles=6 - number % 3)
        build = site.start()
        wait_until(partial(hears, build))
        time.sleep(moments.uniform(0, 1))
        build.kill()
        site.end(build)
    site.write("mới")
    assert site.build().exit_code == 0
    assert site.versions == {"mới"}
    assert not site.staging.exists()


def test_what_was_read_before_the_keyboard_said_stop_is_good_for_the_next_build(
    site: FaultySite, tmp_path: Path
) -> None:
    site.write("lần hai", articles=300)
    before = site.tree
    build = site.start()
    wait_until(lambda: texts_in(site.store) > 100 or build.poll() is not None)
    os.killpg(build.pid, signal.SIGINT)
    ended = site.end(build)

    assert ended.exit_code == 128 + signal.SIGINT
    assert STOPPED in ended.said
    assert site.tree == before
    assert texts_in(site.store) > 100
    assert site.build().exit_code == 0
    clean = FaultySite(tmp_path / "sạch")
    clean.write("lần hai", articles=300)
    assert clean.build().exit_code == 0
    assert site.bytes == clean.bytes


def texts_in(store: Path) -> int:
    with closing(sqlite3.connect(store / "texts.sqlite3")) as texts:
        return int(texts.execute("select count(*) from article").fetchone()[0])


@pytest.mark.parametrize("ignored", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_the_caller_ignores_stays_ignored(
    site: FaultySite, ignored: signal.Signals
) -> None:
    build = site.start(lambda: signal.signal(ignored, signal.SIG_IGN))
    wait_until(lambda: site.staging.exists() or build.poll() is not None)
    build.send_signal(ignored)

    assert site.end(build).exit_code == 0
    assert site.versions == {"mới"}
