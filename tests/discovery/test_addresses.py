"""Full addresses of pages and pictures."""

import pytest

from plugins.discovery.addresses import Addresses, largest_candidate

IN_FOLDER = Addresses(site_url="https://x.gov.vn/cong", link_root="/cong/")
NOWHERE = Addresses(site_url="", link_root="/")


def test_pages() -> None:
    assert IN_FOLDER.of_path("") == "https://x.gov.vn/cong/"
    assert IN_FOLDER.of_path("tin-tuc/x/") == "https://x.gov.vn/cong/tin-tuc/x/"
    assert NOWHERE.of_path("tin-tuc/x/") == ""


def test_pictures() -> None:
    assert IN_FOLDER.of_link("/cong/anh/x-800.jpg") == "https://x.gov.vn/cong/anh/x-800.jpg"
    assert IN_FOLDER.of_link("") == ""
    assert NOWHERE.of_link("/anh/x-800.jpg") == ""


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("", "/a.jpg"),
        ("/a-480.jpg 480w, /a-1200.jpg 1200w, /a-800.jpg 800w", "/a-1200.jpg"),
    ],
)
def test_the_largest_picture_stands_for_the_page(srcset: str, expected: str) -> None:
    assert largest_candidate("/a.jpg", srcset) == expected
