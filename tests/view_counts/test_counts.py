"""View counts as editors give them."""

from datetime import date
from pathlib import Path

from plugins.core.diagnostics import Severity
from plugins.view_counts.counts import ViewCount, ViewCounts, read_view_counts


def read(tmp_path: Path, source: str) -> ViewCounts:
    (tmp_path / "du-lieu").mkdir()
    (tmp_path / "du-lieu" / "luot-xem.toml").write_text(source, encoding="utf-8")
    return read_view_counts(tmp_path, ["nhan-hieu-vai-hung-long", "bai-hai"])


def test_no_file_means_no_counts(tmp_path: Path) -> None:
    assert read_view_counts(tmp_path, []) == ViewCounts(by_slug={}, diagnostics=())


def test_counts_by_slug(tmp_path: Path) -> None:
    counts = read(
        tmp_path,
        '[[view]]\nslug = "nhan-hieu-vai-hung-long"\nvalue = 31\ntaken_on = ""\n'
        '[[view]]\nslug = "bai-hai"\ntaken_on = "17/03/2024"\n',
    )
    assert counts.by_slug == {
        "nhan-hieu-vai-hung-long": ViewCount(value=31),
        "bai-hai": ViewCount(taken_on=date(2024, 3, 17)),
    }
    assert counts.diagnostics == ()


def test_a_count_of_nobody_is_a_warning_with_the_nearest_slug(tmp_path: Path) -> None:
    (found,) = read(tmp_path, '[[view]]\nslug = "nhan-hieu-vai-hung-lon"\nvalue = 1\n').diagnostics
    assert (found.code, found.severity, found.line) == ("VC002", Severity.WARNING, 2)
    assert found.remedy == "sửa thành “nhan-hieu-vai-hung-long”"


def test_two_counts_of_one_article_stop_the_build(tmp_path: Path) -> None:
    counts = read(
        tmp_path, '[[view]]\nslug = "bai-hai"\nvalue = 1\n[[view]]\nslug = "bai-hai"\nvalue = 2\n'
    )
    (found,) = counts.diagnostics
    assert (found.code, found.severity, found.line) == ("VC003", Severity.ERROR, 5)
    assert "ở dòng 2" in found.message
    assert counts.by_slug["bai-hai"] == ViewCount(value=1)
