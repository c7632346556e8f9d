"""Where a page can stand in for an old address."""

import pytest

from plugins.core.old_addresses import OldAddress


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/khai-mac-n1234", "khai-mac-n1234/index.html"),
        ("/tin-tuc/a/", "tin-tuc/a/index.html"),
        ("/tin/a.html", "tin/a.html"),
        ("/tep/don.pdf", ""),
        ("/Pages/tin.aspx", ""),
    ],
)
def test_only_a_page_can_lead_on_by_itself(address: str, page: str) -> None:
    assert OldAddress(address=address).page == page
