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


def test_what_servers_answer_for_needs_no_file(site: MakeSite) -> None:
    listed = "# Old addresses\n/tin-n1%C4%91 /tin-tuc/ 301\n# 410 /tep/don.pdf\n"
    release = site({"_redirects": listed}, addresses=("/tep/don.pdf", "/tep/x.pdf", "/tin-n1đ"))
    assert [found.path for found in find_lost_addresses(release)] == ["tep/x.pdf"]
