"""A small site and a preview of it."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.running import ARTICLE, ARTICLE_FILE, SETTINGS, TEMPLATES, Preview


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one article with settings and a theme of its own."""
    (tmp_path / "content/tin-tuc").mkdir(parents=True)
    (tmp_path / ARTICLE_FILE).write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "theme/templates").mkdir(parents=True)
    for name, text in TEMPLATES.items():
        (tmp_path / "theme/templates" / name).write_text(text, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """A preview of that site that has just been started."""
    running = Preview(project)
    yield running
    assert "Đã dừng" in running.stop(signal.SIGINT)
