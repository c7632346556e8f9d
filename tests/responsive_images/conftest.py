"""Fixtures around one content folder with pictures."""

from pathlib import Path

import pytest

from plugins.core.file_store import FileStore
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.lookup import PictureLookup


@pytest.fixture
def lookup(tmp_path: Path) -> PictureLookup:
    """The pictures of an empty content folder, with an empty store."""
    content = tmp_path / "content"
    (content / "hinh-anh").mkdir(parents=True)
    (content / "tin-tuc").mkdir()
    return PictureLookup(
        content=content,
        store=FileStore(folder=tmp_path / "store"),
        settings=ResponsiveImagesSettings(),
    )
