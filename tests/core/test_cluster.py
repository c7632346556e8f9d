"""The same work on a cluster of two workers, of which one may die, gives the same bytes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from distributed import Client

from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.reading_order import ReadingOrder, order_for
from plugins.article_reader.workers import Source, read_in_workers
from plugins.core import cluster
from plugins.core.articles import Kind
from plugins.core.dates import ZONE
from plugins.core.errors import ConfigError
from plugins.core.executors import check_executor, open_workers
from plugins.core.site import Site
from tests.conftest import ROOT, BuiltSite, article, build_folder, write_files
from tests.core.clusters import kill_when_there, pids, scheduler, two_workers
from tests.core.jobs import Order, Reading, die_of, times, worker_after
from tests.responsive_images.pictures import picture

SOURCE = Source(path="tin-tuc/mot.md", kind=Kind.ARTICLE, digest="")
FILES: dict[str, str | bytes] = {
    "du-lieu/tu-viet-tat.toml": '[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"\n',
    **{f"hinh-anh/{n}.jpg": picture(900 + n, 600) for n in range(5)},
    **{
        f"tin-tuc/bai-{n}.md": article(
            f"Bài {n}",
            body=f"UBND họp lần {n}.\n\n![Ảnh thứ {n}](/hinh-anh/{n % 5}.jpg)\n\n"
            f"Xem [bài khác](bai-{(n + 1) % 60}.md).",
        )
        for n in range(60)
    },
    "tin-tuc/sai.md": article("Sai", date="hôm qua"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with two_workers(tmp_path_factory.mktemp("cluster")) as address:
        yield address


def test_jobs_are_done_with_the_tools_of_their_build(address: str) -> None:
    with open_workers(address, 7) as seven, open_workers(address, 2) as two:
        assert max(f.result() for _, f in seven.each(times, range(50))) == 343
        assert max(f.result() for _, f in two.each(times, range(50))) == 98


def test_a_worker_killed_in_the_middle_loses_nothing_and_repeats_nothing(address: str) -> None:
    pids(address)
    with open_workers(address, 0.1) as workers:
        done = workers.each(worker_after, range(30))
        first, future = next(done)
        os.kill(future.result()[1], signal.SIGKILL)
        others = [(item, future.result()[0]) for item, future in done]
    assert sorted([(first, first), *others]) == [(item, item) for item in range(30)]


def test_a_job_that_ends_its_workers_is_given_up_at_last(address: str) -> None:
    with open_workers(address, 3) as workers:
        ((_, future),) = workers.each(die_of, [3])
        assert isinstance(future.exception(), BrokenExecutor)
        ((_, future),) = workers.each(die_of, [4])
        assert future.result() == 4


def test_a_cluster_makes_the_same_bytes_though_a_worker_is_killed(
    address: str, isolated_signals: None, tmp_path: Path
) -> None:
    content, store = tmp_path / "content", tmp_path / "cluster-store"
    write_files(content, FILES)
    here = build(content, tmp_path / "local-store")
    with ThreadPoolExecutor(1) as killer:
        killed = killer.submit(kill_when_there, pids(address)[0], store / "texts.sqlite3")
        there = build(content, store, address)
        killed.result()

    assert [found.code for found in here.found("AR011")] == ["AR011"]
    assert there.diagnostics == here.diagnostics

    write_files(content, {"tin-tuc/sai.md": article("Đúng")})
    here = build(content, tmp_path / "local-store")
    there = build(content, store, address)
    assert (here.exit_code, there.exit_code) == (0, 0)
    assert there.files == here.files
    assert [name for name in there.files if name.endswith(".webp")]


def test_a_bomb_is_named_and_the_other_findings_stand_beside_it(
    address: str, isolated_signals: None, tmp_path: Path
) -> None:
    bomb = article(slug="bom", body="[" * 4000 + "a" + "](x" * 4000)
    write_files(tmp_path / "content", {**FILES, "tin-tuc/bom.md": bomb})
    limits = {"ARTICLE_READER": ArticleReaderSettings(seconds=0.5)}
    site = build(tmp_path / "content", tmp_path / "store", address, limits)

    assert {found.path for found in site.found("AR030")} == {"tin-tuc/bom.md"}
    assert {found.path for found in site.found("AR011")} == {"tin-tuc/sai.md"}
    assert site.exit_code == 1


def test_a_worker_of_another_revision_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "programs_fingerprint", lambda: "another")
    with pytest.raises(ConfigError, match="another revision"), open_workers(address, 1):
        pass


@pytest.mark.parametrize(("seen", "place"), [("mới", "elsewhere"), ("cũ", "here")])
def test_a_file_that_a_worker_sees_otherwise_is_read_here(
    address: str, seen: str, place: str
) -> None:
    here, settings = Reading("here", "mới"), ArticleReaderSettings()
    source = Source(path="tin-tuc/mot.md", kind=Kind.ARTICLE, digest="mới")
    (article,) = read_in_workers(here, [source], settings, address, Order(seen))
    assert article.body == place


def test_a_worker_that_sees_another_content_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="other registers"):
        list(
            read_in_workers(
                Reading("", ""), [SOURCE], ArticleReaderSettings(), address, order(tmp_path)
            )
        )


def test_a_scheduler_without_workers_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scheduler(tmp_path) as (address, _):
        monkeypatch.setattr(cluster, "_SECONDS_FOR_WORKERS", 0.5)
        with pytest.raises(ConfigError, match="no workers"), open_workers(address, 1):
            pass


def test_a_worker_with_several_threads_is_refused() -> None:
    client = SimpleNamespace(
        wait_for_workers=lambda *_given, **_named: None,
        scheduler_info=lambda **_named: {"workers": {"tcp://10.0.0.1:4000": {"nthreads": 8}}},
    )
    with pytest.raises(ConfigError, match=r"one thread each .*tcp://10\.0\.0\.1:4000"):
        cluster._count_of_workers(cast("Client", client), "dask://10.0.0.1:8786")


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_SECONDS_TO_ANSWER", 1)
    with (
        pytest.raises(ConfigError, match="no Dask scheduler answers there"),
        open_workers("dask://127.0.0.1:1", 1),
    ):
        pass


@pytest.mark.parametrize(
    "given", ["dask://127.0.0.1", "dask://127.0.0.1:cổng", "dask://127.0.0.1:1/2", "processes"]
)
def test_an_address_of_no_cluster_is_refused(given: str) -> None:
    with pytest.raises(ConfigError, match="leave it out, or write dask://host:port"):
        check_executor(given)


def test_a_build_without_its_cluster_fails_and_says_why(tmp_path: Path) -> None:
    write_files(tmp_path / "content", {"tin-tuc/mot.md": article()})
    ended = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", str(ROOT / "pelicanconf.py")],
        check=False,
        cwd=tmp_path,
        env=os.environ | {"EXECUTOR": "ray://127.0.0.1:1", "STORE_PATH": str(tmp_path / "store")},
        capture_output=True,
        encoding="utf-8",
    )
    assert ended.returncode == 1
    assert "write dask://host:port" in ended.stdout + ended.stderr
    assert not (tmp_path / "output").exists()


def build(
    content: Path, store: Path, address: str = "", settings: Mapping[str, Any] | None = None
) -> BuiltSite:
    place = {"STORE_PATH": str(store), "EXECUTOR": address}
    return build_folder(content, store.with_suffix(".output"), {**place, **(settings or {})})


def order(content: Path) -> ReadingOrder:
    """An order of a build that found what is not there."""
    site = Site(
        content=content,
        theme=content,
        store=content,
        url="",
        link_root="/",
        built_at=datetime(2024, 4, 12, 8, tzinfo=ZONE),
        settings={},
    )
    return order_for(site, ArticleReaderSettings(), ("a register",), ())
