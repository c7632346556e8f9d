"""A site that is edited, new for each test."""

from pathlib import Path

import pytest

from tests.page_writer.edited_site import EditedSite


@pytest.fixture
def edited_site(tmp_path: Path, picture_store: Path, isolated_signals: None) -> EditedSite:
    """The site before its first edit, not yet built."""
    pictures = picture_store / "pictures"
    pictures.mkdir(exist_ok=True)
    return EditedSite(tmp_path, pictures)
