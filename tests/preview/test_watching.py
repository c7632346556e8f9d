"""No change is lost, whenever it is made."""

from pathlib import Path

import pytest

from plugins.preview.watching import Watched, watch_changes


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    """A content folder, and a settings file beside it."""
    for name in ("content", "content/output"):
        (tmp_path / name).mkdir()
    (tmp_path / "pelicanconf.py").write_text("A = 1\n", encoding="utf-8")
    return Watched(
        folders=(tmp_path / "content",),
        files=(tmp_path / "pelicanconf.py", tmp_path / "publishconf.py"),
        ignored=(tmp_path / "content/output",),
    )


def test_watching_has_begun_before_the_first_answer(watched: Watched) -> None:
    changes = watch_changes(watched)
    assert next(changes) == ()
    article = watched.folders[0] / "bài.md"
    article.write_text("một", encoding="utf-8")
    (watched.ignored[0] / "index.html").write_text("trang", encoding="utf-8")
    assert next(changes) == (article,)


def test_changes_made_while_the_caller_was_busy_come_next(watched: Watched) -> None:
    changes = watch_changes(watched)
    next(changes)
    first, second = watched.folders[0] / "a.md", watched.folders[0] / "b.md"
    first.write_text("một", encoding="utf-8")
    assert next(changes) == (first,)
    second.write_text("hai", encoding="utf-8")
    first.unlink()
    seen: set[Path] = set()
    while seen != {first, second}:
        seen.update(next(changes))


def test_a_settings_file_that_is_replaced_is_seen_every_time(watched: Watched) -> None:
    changes = watch_changes(watched)
    next(changes)
    settings = watched.files[0]
    for number in (2, 30, 400):
        scratch = settings.with_suffix(".tmp")
        scratch.write_text(f"A = {number}\n", encoding="utf-8")
        scratch.replace(settings)
        assert next(changes) == (settings,)


def test_a_settings_file_that_appears_is_seen(watched: Watched) -> None:
    changes = watch_changes(watched)
    next(changes)
    watched.files[1].write_text("B = 1\n", encoding="utf-8")
    assert next(changes) == (watched.files[1],)
