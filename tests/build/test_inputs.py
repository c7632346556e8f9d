"""What makes another build necessary."""

from pathlib import Path

import pytest

from plugins.build.inputs import BuildOrder, inputs_of
from plugins.core.file_digests import FileDigests


def test_another_version_of_a_library_is_another_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    order = BuildOrder(
        content=tmp_path / "content",
        output=tmp_path / "output",
        settings=tmp_path / "settings.py",
        store_limit=0,
    )
    libraries = tmp_path / "libraries"
    installed = libraries / "vi_du-1.0.dist-info"
    installed.mkdir(parents=True)
    monkeypatch.syspath_prepend(libraries)

    def inputs() -> str:
        with FileDigests(tmp_path / "digests") as digests:
            return inputs_of(order, digests)

    before = inputs()
    assert inputs() == before
    installed.rename(libraries / "vi_du-1.1.dist-info")
    assert inputs() != before
