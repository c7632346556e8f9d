"""The host of an address, as a browser finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.outgoing_links.hosts import Flaw, Host, host_of, leads_out


@pytest.mark.parametrize(
    ("address", "name", "shown"),
    [
        ("https://most.gov.vn", "most.gov.vn", "most.gov.vn"),
        ("HTTPS://MOST.Gov.VN/Tin?a=1#b", "most.gov.vn", "most.gov.vn"),
        ("http://most.gov.vn?q=https://a.vn", "most.gov.vn", "most.gov.vn"),
        ("https://most.gov.vn/@nguoi:dung", "most.gov.vn", "most.gov.vn"),
        ("https://phúthọ.vn/", "xn--phth-rra6296b.vn", "phúthọ.vn"),
        ("https://PHÚTHỌ.vn/", "xn--phth-rra6296b.vn", "phúthọ.vn"),
        ("https://xn--phth-rra6296b.vn/", "xn--phth-rra6296b.vn", "phúthọ.vn"),
    ],
)
def test_a_host_is_compared_in_small_letters_and_punycode(
    address: str, name: str, shown: str
) -> None:
    assert host_of(address) == Host(name=name, shown=shown)


@pytest.mark.parametrize(
    ("address", "flaw"),
    [
        ("http://203.0.113.7/", Flaw.NUMBER),
        ("http://3405803783/", Flaw.NUMBER),
        ("http://0xcb007107/", Flaw.NUMBER),
        ("http://0xcb.0.0x71.7/", Flaw.NUMBER),
        ("http://127.1", Flaw.NUMBER),
        ("http://a.vn.1./", Flaw.NUMBER),
        ("http://[2001:db8::7]/", Flaw.NUMBER),
        ("http://[2001:db8::7]:80/", Flaw.NUMBER),
        ("https://most.gov.vn@a.vn/", Flaw.LOGIN),
        ("https://a:b@most.gov.vn/", Flaw.LOGIN),
        ("https://most.gov.vn:443@a.vn/", Flaw.LOGIN),
        ("https://most.gov.vn:8080/", Flaw.PORT),
        ("https://most.gov.vn:443", Flaw.PORT),
        ("https://most.gov.vn:", Flaw.PORT),
        ("https://m\u043est.gov.vn/", Flaw.LETTERS),  # Cyrillic
        ("https://xn--mst-8cd.gov.vn/", Flaw.LETTERS),  # the same in punycode
        ("https://\uff4dost.gov.vn/", Flaw.LETTERS),  # full width
        ("https://most.gov\u3002vn/", Flaw.LETTERS),  # an ideographic full stop
        ("https://most\u2024gov.vn/", Flaw.LETTERS),  # a leader that looks like a full stop
        ("https://m\u0251st.gov.vn/", Flaw.LETTERS),  # the other small a
        ("https://mo\u00adst.gov.vn/", Flaw.LETTERS),  # a soft hyphen
        ("https://m\u00f6st.gov.vn/", Flaw.LETTERS),  # not a Vietnamese letter
        ("https:most.gov.vn", Flaw.SPELLING),
        ("https:/most.gov.vn", Flaw.SPELLING),
        ("https:///most.gov.vn", Flaw.SPELLING),
        ("https:\\\\most.gov.vn", Flaw.SPELLING),
        ("https://\\most.gov.vn", Flaw.SPELLING),
        ("https://", Flaw.SPELLING),
        ("https://?a", Flaw.SPELLING),
        ("https://most%2egov.vn/", Flaw.SPELLING),
        ("https://most.gov.vn./", Flaw.SPELLING),
        ("https://most..vn/", Flaw.SPELLING),
        ("https://-most.vn/", Flaw.SPELLING),
        ("https://most_1.vn/", Flaw.SPELLING),
        ("https://localhost/", Flaw.SPELLING),
        (f"https://{'a' * 64}.vn/", Flaw.SPELLING),
        (f"https://{'a.' * 130}vn/", Flaw.SPELLING),
        ("https://xn--\u00e1.vn/", Flaw.SPELLING),
    ],
)
def test_what_no_list_can_vouch_for_is_refused(address: str, flaw: Flaw) -> None:
    assert host_of(address) is flaw


@pytest.mark.parametrize(
    ("address", "out"),
    [
        ("https://a.vn", True),
        ("HTTP:a.vn", True),
        (" h\tttp://a.vn", True),
        ("mailto:so@phutho.gov.vn", False),
        ("tel:+842103846123", False),
        ("/tin-tuc/", False),
        ("{filename}/tin-tuc/a.md", False),
        ("#muc", False),
        ("httpsx://a.vn", False),
    ],
)
def test_letters_calls_and_paths_of_the_site_have_no_host(address: str, *, out: bool) -> None:
    assert leads_out(address) is out


@given(st.text())
def test_any_host_has_a_name_that_a_network_knows_or_a_flaw(text: str) -> None:
    host = host_of(f"https://{text}")

    assert isinstance(host, Flaw) or (host.name.isascii() and host.name == host.name.lower())
    assert isinstance(host, Flaw) or host_of(f"https://{host.name}/") == host
