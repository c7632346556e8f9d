"""What was read before is read again only when something it depends on has changed."""

import io
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from signal import SIGKILL
from typing import Any

import pytest
from PIL import Image

from plugins.article_reader import read_ahead
from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.kept_texts import KeptTexts
from plugins.article_reader.read_store import ReadStore
from plugins.article_reader.workers import Source, begin_reading, read_in_workers
from plugins.core.children import Child
from plugins.core.errors import SiteError
from tests.conftest import BuildSite, BuiltSite, article
from tests.faults.builds import FaultySite

TERM = '[[term]]\nshort = "UBND"\nlong = "Ủy ban nhân dân"\n'
Rebuild = Callable[..., tuple[BuiltSite, list[str]]]


def picture(colour: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def rebuild(build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rebuild:
    """Build with changed files; says which articles were read, and which came from the store."""
    read: list[str] = []

    def watched(
        reading: ArticleReading,
        sources: Sequence[Source],
        settings: ArticleReaderSettings,
        *place: Any,  # noqa: ANN401  (passed on unseen)
    ) -> Iterator[ReadArticle]:
        read.extend(Path(source.path).stem for source in sources)
        return read_in_workers(reading, sources, settings, *place)

    def watched_beside(
        reading: ArticleReading, sources: Sequence[Source], settings: ArticleReaderSettings
    ) -> Child[list[ReadArticle]]:
        read.extend(Path(source.path).stem for source in sources)
        return begin_reading(reading, sources, settings)

    monkeypatch.setattr(read_ahead, "read_in_workers", watched)
    monkeypatch.setattr(read_ahead, "begin_reading", watched_beside)

    def build(files: dict[str, str | bytes] | None = None) -> tuple[BuiltSite, list[str]]:
        read.clear()
        site = build_site(files or {}, {"STORE_PATH": str(tmp_path / "own-store")})
        return site, sorted(read)

    build(
        {
            "du-lieu/tu-viet-tat.toml": TERM,
            "hinh-anh/a.jpg": picture("red"),
            "tin-tuc/anh.md": article(slug="anh", body="![Một ngôi nhà đỏ](/hinh-anh/a.jpg)"),
            "tin-tuc/chu.md": article(slug="chu", body="UBND họp. Xem [bài ảnh](anh.md)."),
        }
    )
    return build


def test_nothing_changed(rebuild: Rebuild) -> None:
    assert rebuild()[1] == []


def test_one_edit(rebuild: Rebuild) -> None:
    site, read = rebuild({"tin-tuc/chu.md": article(slug="chu", body="UBND nghỉ.")})
    assert read == ["chu"]
    assert "nghỉ" in site.read("tin-tuc/chu/index.html")


def test_another_register_marks_other_words(rebuild: Rebuild) -> None:
    site, read = rebuild({"du-lieu/tu-viet-tat.toml": TERM.replace("nhân dân", "nhà nước")})
    assert read == ["chu"]
    assert "Ủy ban nhà nước" in site.read("tin-tuc/chu/index.html")


def test_a_new_term_is_read_where_it_stands_only(rebuild: Rebuild) -> None:
    term = '[[term]]\nshort = "KCN"\nlong = "khu công nghiệp"\n'
    _, read = rebuild({"du-lieu/tu-viet-tat.toml": TERM + term})
    assert read == []
    _, read = rebuild({"tin-tuc/anh.md": article(slug="anh", body="Ở KCN.")})
    assert read == ["anh"]
    site, read = rebuild({"du-lieu/tu-viet-tat.toml": TERM + term.replace("công", "nông")})
    assert read == ["anh"]
    assert "khu nông nghiệp" in site.read("tin-tuc/anh/index.html")


def test_another_picture_under_the_same_name(rebuild: Rebuild) -> None:
    _, read = rebuild({"hinh-anh/a.jpg": picture("blue")})
    assert read == ["anh"]


def test_a_link_that_leads_nowhere_any_more(rebuild: Rebuild) -> None:
    site, _ = rebuild()
    (site.content / "tin-tuc/anh.md").unlink()
    site, read = rebuild()
    assert read == ["chu"]
    assert site.codes == ["AR017"]


def test_what_is_wrong_is_read_every_time(rebuild: Rebuild) -> None:
    for _ in range(2):
        site, read = rebuild({"tin-tuc/sai.md": article(slug="sai", date="hôm nay")})
        assert read == ["sai"]
        assert site.codes == ["AR011"]


def test_what_is_to_come_is_read_every_time(
    rebuild: Rebuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = {"tin-tuc/sau.md": article(slug="sau", date="01/05/2024")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1711900800")  # 1 April 2024
    assert not rebuild(later)[0].has("tin-tuc/sau/index.html")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717171200")  # 1 June 2024
    site, read = rebuild()
    assert read == ["sau"]
    assert site.has("tin-tuc/sau/index.html")


def test_a_broken_store_is_begun_anew(rebuild: Rebuild, tmp_path: Path) -> None:
    (tmp_path / "own-store" / "texts.sqlite3").write_bytes(b"not a database" * 1000)
    site, read = rebuild()
    assert read == ["anh", "chu"]
    assert site.exit_code == 0


def test_from_the_store_comes_what_reading_gives(rebuild: Rebuild, tmp_path: Path) -> None:
    stored, _ = rebuild()
    before = stored.files
    (tmp_path / "own-store" / "texts.sqlite3").unlink()
    clean, read = rebuild()
    assert read == ["anh", "chu"]
    assert clean.files == before


@pytest.mark.parametrize("part", ["body", "part"])
def test_what_the_store_has_lost_is_read_once_more(
    rebuild: Rebuild, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    long = " ".join(f"Câu số {number} nói về UBND." for number in range(200))
    before = rebuild({"tin-tuc/chu.md": article(slug="chu", body=long)})[0].files
    rmtree(tmp_path / "own-store" / "pages")
    monkeypatch.setattr(KeptTexts, part, lambda *_asked: None)
    site, read = rebuild()
    assert read == []
    assert site.files == before


def test_a_header_that_changes_while_the_store_loses_a_text_ends_the_build(
    rebuild: Rebuild, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_asked: object) -> None:
        changed = article(slug="chu", summary="Khác.", body="UBND họp. Xem [bài ảnh](anh.md).")
        (tmp_path / "content/tin-tuc/chu.md").write_text(changed, encoding="utf-8")

    rmtree(tmp_path / "own-store" / "pages")
    monkeypatch.setattr(KeptTexts, "body", lose)
    with pytest.raises(SiteError, match="build again"):
        rebuild()


def test_another_process_finds_what_was_read(tmp_path: Path) -> None:
    """What an entry hangs on is written the same way whatever the order of sets is."""
    site = FaultySite(tmp_path)
    site.write("một")

    def keys() -> list[tuple[str, str]]:
        assert site.build().exit_code == 0
        with closing(sqlite3.connect(site.store / "texts.sqlite3")) as store:
            return store.execute("select path, seal from article order by path").fetchall()

    assert len(keys()) == 6
    assert keys() == keys()


def test_files_that_end_the_child_beside_are_read_by_workers(
    rebuild: Rebuild, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ends it is found out there, file by file."""
    monkeypatch.setattr(
        read_ahead, "begin_reading", lambda *_given: Child(lambda: os.kill(os.getpid(), SIGKILL))
    )
    site, read = rebuild({"tin-tuc/chu.md": article(slug="chu", body="UBND nghỉ.")})
    assert read == ["chu"]
    assert "nghỉ" in site.read("tin-tuc/chu/index.html")


def test_a_store_that_was_cut_off_is_made_anew_once_its_bodies_are_let_go_of(
    tmp_path: Path,
) -> None:
    """Who still held it would lock it for whoever makes it anew."""
    file = tmp_path / "texts.sqlite3"
    ReadStore(file).close()
    bodies = KeptTexts(file)
    assert bodies.body("tin-tuc/chu.md", "") is None
    bodies.close()
    os.truncate(file, 0)
    with closing(ReadStore(file)) as store:
        assert store.missing({"tin-tuc/chu.md": "key"}) == ["tin-tuc/chu.md"]
    assert bodies.body("tin-tuc/chu.md", "") is None
    bodies.close()
