"""What `make observatory` scans; the scan itself needs packages that tests do without."""

from tests.conftest import BuiltSite
from tests.serving.observatory.__main__ import pages_of_kinds


def test_the_first_site_has_a_page_of_every_kind(first_site: BuiltSite) -> None:
    pages = pages_of_kinds(first_site.folder)
    assert len(pages) == 8
    assert pages["home page"] == "/"
    assert pages["document"] == "/van-ban/ket-luan-hoi-nghi-giam-doc-so-2024/"
