"""The contact for security researchers (RFC 9116)."""

from datetime import date, datetime

import pytest

from plugins.core.dates import ZONE
from plugins.site_data.records import Security
from plugins.site_data.security_txt import check_expiry, security_txt


def test_the_file_as_the_standard_wants_it() -> None:
    security = Security(contact="mailto:ten@co-quan.gov.vn", expires=date(2027, 6, 30))
    assert security_txt(security, "https://x.gov.vn") == (
        "Contact: mailto:ten@co-quan.gov.vn\n"
        "Expires: 2027-06-30T16:59:59Z\n"
        "Preferred-Languages: vi, en\n"
        "Canonical: https://x.gov.vn/.well-known/security.txt\n"
    )


def test_without_a_contact_the_contact_page_stands_in() -> None:
    text = security_txt(Security(expires=date(2027, 6, 30)), "https://x.gov.vn")
    assert text.startswith("Contact: https://x.gov.vn/lien-he/\n")


def test_without_an_address_or_an_expiry_there_is_no_file() -> None:
    assert security_txt(Security(expires=date(2027, 6, 30)), "") == ""
    assert security_txt(Security(), "https://x.gov.vn") == ""


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        (datetime(2027, 5, 31, 23, 59, 58, tzinfo=ZONE), []),
        (datetime(2027, 5, 31, 23, 59, 59, tzinfo=ZONE), ["SD009"]),
        (datetime(2027, 6, 30, 23, 59, 58, tzinfo=ZONE), ["SD009"]),
        (datetime(2027, 6, 30, 23, 59, 59, tzinfo=ZONE), ["SD008"]),
    ],
)
def test_expiry_is_told_thirty_days_before(now: datetime, codes: list[str]) -> None:
    found = check_expiry(Security(expires=date(2027, 6, 30)), now, "du-lieu/co-quan.toml", 9)
    assert [(each.code, each.line) for each in found] == [(code, 9) for code in codes]


def test_no_expiry_is_advice() -> None:
    (found,) = check_expiry(Security(), datetime(2027, 1, 1, tzinfo=ZONE), "x.toml", 0)
    assert found.code == "SD010"
