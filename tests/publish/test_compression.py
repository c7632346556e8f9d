"""Files compressed beforehand: the same bytes each time, and never wrong ones."""

import gzip
import sqlite3
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest

from plugins.publish.compression import compress_tree
from tests.conftest import write_files

PAGE = "<p>Chuyển đổi số ở Phú Thọ.</p>\n" * 40
STORE = "kho/compressed.sqlite3"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with files of several kinds."""
    files = {"index.html": PAGE, "a/index.html": PAGE, "nho.txt": "nhỏ", "anh.webp": PAGE}
    write_files(tmp_path / "site", files)
    return tmp_path / "site"


def test_what_shrinks_gets_both_forms_beside_it(site: Path, tmp_path: Path) -> None:
    assert compress_tree(site, tmp_path / "kho") == 2
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.[bg]?")}
    assert found == {
        f"{name}{end}" for name in ("index.html", "a/index.html") for end in (".br", ".gz")
    }
    assert brotli.decompress((site / "index.html.br").read_bytes()).decode() == PAGE
    assert gzip.decompress((site / "index.html.gz").read_bytes()).decode() == PAGE


def test_the_same_content_is_compressed_once_and_to_the_same_bytes(
    site: Path, tmp_path: Path
) -> None:
    compress_tree(site, tmp_path / "kho")
    first = (site / "index.html.gz").read_bytes()
    (site / "index.html.gz").unlink()
    assert compress_tree(site, tmp_path / "kho") == 0
    assert (site / "index.html.gz").read_bytes() == first
    assert compress_tree(site, tmp_path / "kho-khác") == 2
    assert (site / "index.html.gz").read_bytes() == first


# the time within gzip would be part of the name of the test, another one in each worker
@pytest.mark.parametrize("damage", [b"", b"rubbish", gzip.compress(b"other", mtime=0)])
def test_what_the_store_lost_or_mixed_up_is_made_again(
    site: Path, tmp_path: Path, damage: bytes
) -> None:
    compress_tree(site, tmp_path / "kho")
    with sqlite3.connect(tmp_path / STORE) as database:
        database.execute("update compressed set content = ?", (damage,))
    database.close()
    assert compress_tree(site, tmp_path / "kho") == 2
    assert gzip.decompress((site / "index.html.gz").read_bytes()).decode() == PAGE


def test_a_store_that_is_no_database_is_begun_anew(site: Path, tmp_path: Path) -> None:
    write_files(tmp_path, {STORE: "rubbish " * 1000})
    assert compress_tree(site, tmp_path / "kho") == 2


def test_what_no_page_has_any_more_is_forgotten(site: Path, tmp_path: Path) -> None:
    compress_tree(site, tmp_path / "kho")
    write_files(site, {"index.html": PAGE.upper(), "a/index.html": PAGE.upper()})
    compress_tree(site, tmp_path / "kho")
    with sqlite3.connect(tmp_path / STORE) as database:
        assert database.execute("select count(*) from compressed").fetchone() == (2,)
    database.close()
