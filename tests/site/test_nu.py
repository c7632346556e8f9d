"""Pages and style sheets are valid as they are written."""

import shutil
from pathlib import Path

from tests.conftest import BuiltSite
from tests.site import nu


def test_every_page_and_style_sheet_is_valid(
    first_site: BuiltSite, corpus_site: BuiltSite, tmp_path: Path
) -> None:
    """One call of the validator for all; half of a corpus shows nothing that the rest would not."""
    shutil.copytree(first_site.folder, tmp_path / "first")
    nu.put_known_pseudo_elements(tmp_path / "first")
    few = ("", "tin-tuc/", "tin-tuc/trang-1/", "chuyen-muc/", "the/", "tin-tuc/2024/03/")
    some = (*few, "ban-nhap/nhap/", *(f"tin-tuc/hoi-nghi-ban-ve-nhiem-vu-{n:05}/" for n in (1, 60)))
    for url in some:
        page = tmp_path / "corpus" / url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(corpus_site.files[f"{url}index.html"])

    assert nu.messages(tmp_path) == []
