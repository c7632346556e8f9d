"""The data file of old addresses: what is sound, and every way in which it can be wrong."""

from pathlib import Path

import pytest

from plugins.old_addresses.reading import FILE, is_address, read_old_addresses
from tests.conftest import write_files

REDIRECT = '[[redirect]]\nfrom = "{}"\nto = "{}"\n'
WITHDRAWAL = '[[withdrawal]]\naddress = "{}"\ndate = 2024-03-20\nreason = "Có sai sót."\n'


def codes(tmp_path: Path, text: str) -> list[str]:
    """The codes of what is wrong with a data file."""
    write_files(tmp_path, {FILE: text})
    return [found.code for found in read_old_addresses(tmp_path).diagnostics]


def test_redirects_and_withdrawals_are_read_in_their_order(tmp_path: Path) -> None:
    text = WITHDRAWAL.format("/tin-tuc/a/") + REDIRECT.format("/khai-mac-n1234", "/tin-tuc/b/#muc")
    assert codes(tmp_path, text) == []
    withdrawal, redirect = read_old_addresses(tmp_path).entries
    assert (withdrawal.old.address, withdrawal.old.to) == ("/tin-tuc/a/", "")
    assert (str(withdrawal.withdrawn_on), withdrawal.reason) == ("2024-03-20", "Có sai sót.")
    assert (redirect.old.address, redirect.old.to) == ("/khai-mac-n1234", "/tin-tuc/b/#muc")


def test_without_a_file_there_is_nothing(tmp_path: Path) -> None:
    assert read_old_addresses(tmp_path).entries == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[[redirect]]\nfrom = "/a/"\n', ["DC001"]),
        ('[[withdrawal]]\naddress = "/a/"\nreason = "x"\n', ["DC001"]),
        (REDIRECT.format("a", "/b/"), ["DC002"]),
        (REDIRECT.format("/", "/b/"), ["DC002"]),
        (REDIRECT.format("/a/", "https://a.vn/"), ["DC002"]),
        (REDIRECT.format("/a/", "//a.vn/"), ["DC002"]),
        (REDIRECT.format("/a/?id=1", "/b/"), ["DC002"]),
        (REDIRECT.format("/a/", "/b/#mục một"), ["DC002"]),
        (WITHDRAWAL.format("/../a/"), ["DC002"]),
        (REDIRECT.format("/a/", "/b/") + WITHDRAWAL.format("/a/"), ["DC003"]),
        (REDIRECT.format("/a/", "/b/") + REDIRECT.format("/b/", "/c/"), ["DC004"]),
        (REDIRECT.format("/a/", "/a/"), ["DC004"]),
        (REDIRECT.format("/a/", "/b/") + WITHDRAWAL.format("/b/"), ["DC004"]),
    ],
)
def test_what_is_wrong_is_told_and_left_out(tmp_path: Path, text: str, found: list[str]) -> None:
    assert codes(tmp_path, text) == found
    assert all(e.old.address in ("/a/", "/b/") for e in read_old_addresses(tmp_path).entries)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("/khai-mac-n1234", True),
        ("/tin-tuc/Khai-mạc.html", True),
        ("/Pages/TinTuc/123/x.aspx", True),
        ("/a//b", False),
        ("/a/./b", False),
        ("/a b", False),
        ("/a\\b", False),
        ('/a"b', False),
        ("/a\nb", False),
    ],
)
def test_an_address_is_what_a_browser_sends_for_a_file(text: str, sound: bool) -> None:  # noqa: FBT001  (a column of a table)
    assert is_address(text) is sound
