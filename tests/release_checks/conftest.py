"""Built sites of a few hand-made files, and what the checks say of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.core.releases import BuiltRelease, files_of
from plugins.release_checks.checking import check_release
from tests.conftest import write_files

MakeSite = Callable[..., BuiltRelease]


def page(body: str = "", head: str = "") -> str:
    """A page that nothing is wrong with."""
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>Tin</title>{head}'
        f"</head><body><main><h1>Tin</h1>{body}</main></body></html>\n"
    )


@pytest.fixture
def site(tmp_path: Path) -> MakeSite:
    """Write files and give the release that they are."""

    def write(
        files: Mapping[str, str | bytes],
        before: Mapping[str, int] | None = None,
        addresses: tuple[str, ...] = (),
    ) -> BuiltRelease:
        folder = tmp_path / "site"
        write_files(folder, {"index.html": page(), **files})
        return BuiltRelease(
            site=folder,
            content=tmp_path / "content",
            files=files_of(folder),
            before=before or {},
            addresses=addresses,
        )

    return write


def findings(release: BuiltRelease) -> list[str]:
    """Code and file of everything that is found."""
    return [f"{found.code} {found.path}" for found in check_release(release)]
