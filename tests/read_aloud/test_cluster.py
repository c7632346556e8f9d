"""Recordings made by a cluster of two workers, of which one is killed."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.read_aloud.config import ReadAloudSettings
from plugins.read_aloud.recording import Recording
from plugins.read_aloud.store import RecordingStore
from tests.conftest import BuiltSite, article, build_folder, write_files
from tests.core.clusters import kill_when_there, pids, two_workers

SENTENCE = "UBND tỉnh họp lần thứ {} ngày 15/3/2024, tăng 44,8% so với quý II. "
FILES = {
    f"tin-tuc/bai-{n:02}.md": article(f"Bài {n}", slug=f"bai-{n:02}", body=SENTENCE.format(n) * 8)
    for n in range(24)
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with two_workers(tmp_path_factory.mktemp("cluster")) as address:
        yield address


def build(content: Path, store: Path, address: str = "") -> BuiltSite:
    given = {"STORE_PATH": str(store), "EXECUTOR": address, "READ_ALOUD": ReadAloudSettings()}
    return build_folder(content, store.with_suffix(".output"), given)


def test_recordings_of_a_cluster_are_those_of_this_machine_though_a_worker_is_killed(
    address: str, isolated_signals: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, store = tmp_path / "content", tmp_path / "cluster-store"
    write_files(content, FILES)
    here = build(content, tmp_path / "local-store")
    kept: Counter[str] = Counter()
    keep = RecordingStore.keep

    def counted(self: RecordingStore, key: str, recording: Recording) -> None:
        kept[key] += 1
        keep(self, key, recording)

    monkeypatch.setattr(RecordingStore, "keep", counted)
    with ThreadPoolExecutor(1) as killer:
        killed = killer.submit(kill_when_there, pids(address)[0], store / "recordings")
        there = build(content, store, address)
        killed.result()

    assert (here.exit_code, there.exit_code) == (0, 0)
    assert len([name for name in there.files if name.endswith(".mp3")]) == len(FILES)
    assert there.files == here.files
    assert list(kept.values()) == [1] * len(FILES)
