"""Files of a built site and the addresses under which they are known."""

import pytest

from plugins.core.releases import address_of, file_at, list_above


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("index.html", "/"),
        ("tin-tuc/a/index.html", "/tin-tuc/a/"),
        ("404.html", "/404.html"),
        ("tin-moi.atom.xml", "/tin-moi.atom.xml"),
        ("muc-index.html", "/muc-index.html"),
    ],
)
def test_files_and_addresses_tell_each_other(name: str, address: str) -> None:
    assert address_of(name) == address
    assert file_at(address) == name


@pytest.mark.parametrize(
    ("address", "above"),
    [("/the/x/", "/the/"), ("/tin-tuc/2024/03/", "/tin-tuc/"), ("/x/y.pdf", "/"), ("/x/", "/")],
)
def test_the_list_above_is_the_nearest_that_is_there(address: str, above: str) -> None:
    assert list_above(address, {"index.html", "the/index.html", "tin-tuc/index.html"}) == above
