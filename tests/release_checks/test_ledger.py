"""Nothing that was ever public disappears."""

from plugins.release_checks.ledger import find_lost_addresses
from tests.release_checks.conftest import MakeSite, page


def test_every_address_needs_its_file(site: MakeSite) -> None:
    book = ("/", "/tep/don.pdf", "/tin-tuc/a/", "/tin-tuc/b/", "/tin-n1234")
    release = site({"tin-tuc/a/index.html": page()}, addresses=book)
    lost = list(find_lost_addresses(release))
    assert [found.path for found in lost] == [
        "tep/don.pdf",
        "tin-tuc/b/index.html",
        "tin-n1234",
    ]
    assert {found.code for found in lost} == {"RC008"}
    assert 'from = "/tin-tuc/b/"' in lost[1].remedy
