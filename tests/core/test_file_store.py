from pathlib import Path

from plugins.core.file_store import FileStore

SOURCE = "ab" * 32


def test_finds_what_it_keeps(tmp_path: Path) -> None:
    store = FileStore(folder=tmp_path)
    assert store.find(SOURCE, "480-q80.webp") is None
    kept = store.keep(SOURCE, "480-q80.webp", b"pixels")
    assert store.find(SOURCE, "480-q80.webp") == kept
    assert kept.read_bytes() == b"pixels"
    assert store.find(SOURCE, "480-q81.webp") is None
    assert store.find("cd" * 32, "480-q80.webp") is None


def test_a_damaged_entry_is_no_entry_and_is_mended(tmp_path: Path) -> None:
    store = FileStore(folder=tmp_path)
    kept = store.keep(SOURCE, "480-q80.webp", b"pixels")
    for damage in (b"pixel", b"pixelz", b""):
        kept.write_bytes(damage)
        assert store.find(SOURCE, "480-q80.webp") is None
    assert store.keep(SOURCE, "480-q80.webp", b"pixels").read_bytes() == b"pixels"
    assert store.find(SOURCE, "480-q80.webp") == kept


def test_what_tells_digests_says_whether_an_entry_is_sound(tmp_path: Path) -> None:
    store = FileStore(folder=tmp_path)
    kept = store.keep(SOURCE, "480-q80.webp", b"pixels")
    digest = kept.name.split(".")[1]
    kept.write_bytes(b"other")
    assert store.find(SOURCE, "480-q80.webp", {str(kept): digest}.__getitem__) == kept
    assert store.find(SOURCE, "480-q80.webp", {str(kept): ""}.__getitem__) is None
