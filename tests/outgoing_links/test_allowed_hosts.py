"""The list of hosts: what it covers, and what is wrong with it."""

from pathlib import Path

import pytest

from plugins.core.diagnostics import Diagnostic
from plugins.outgoing_links.allowed_hosts import (
    AllowedHosts,
    Standing,
    read_allowed_hosts,
    site_address,
)
from plugins.outgoing_links.hosts import Host, read_host
from plugins.outgoing_links.listed_links import check_listed_links
from tests.conftest import FIRST_SITE, ROOT, write_files

LIST = """
[[host]]
name = "bao.vn"
note = "Báo của tỉnh"

[[host]]
name = ".ChinhPhu.vn"

[[host]]
name = "phúthọ.vn"
"""


def listed(folder: Path, text: str) -> tuple[AllowedHosts, tuple[Diagnostic, ...]]:
    write_files(folder, {"du-lieu/may-chu.toml": text})
    reading = read_allowed_hosts(folder, ("https://khcn.vi-du.vn/so", "http://localhost:8000", ""))
    return reading.hosts, reading.diagnostics


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("bao.vn", Standing.LISTED),
        ("www.bao.vn", Standing.LISTED),
        ("tin.bao.vn", Standing.UNKNOWN),
        ("xbao.vn", Standing.UNKNOWN),
        ("chinhphu.vn", Standing.LISTED),
        ("vanban.chinhphu.vn", Standing.LISTED),
        ("a.b.chinhphu.vn", Standing.LISTED),
        ("xchinhphu.vn", Standing.UNKNOWN),
        ("chinhphu.vn.a.com", Standing.UNKNOWN),
        ("phúthọ.vn", Standing.LISTED),
        ("phutho.vn", Standing.UNKNOWN),
        ("khcn.vi-du.vn", Standing.LISTED),
        ("most.gov.vn", Standing.GOVERNMENT),
        ("gov.vn", Standing.GOVERNMENT),
        ("most.gov.vn.a.com", Standing.UNKNOWN),
        ("most-gov.vn", Standing.UNKNOWN),
        ("xgov.vn", Standing.UNKNOWN),
        ("most.gôv.vn", Standing.LOOK_ALIKE),
        ("chínhphủ.vn", Standing.LOOK_ALIKE),
        ("báo.vn", Standing.LOOK_ALIKE),
        ("bộ-khoa-học.gov.vn", Standing.GOVERNMENT),
    ],
)
def test_a_name_covers_itself_and_with_a_leading_dot_what_is_below(
    tmp_path: Path, name: str, standing: Standing
) -> None:
    host = read_host(name)
    assert isinstance(host, Host)
    allowed, found = listed(tmp_path, LIST)

    assert found == ()
    assert allowed.standing_of(host) is standing


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[[host]]\nname = "https://a.vn/"\n', "OL013", 2),
        ('[[host]]\nname = "*.a.vn"\n', "OL013", 2),
        ('[[host]]\nname = "a.vn:80"\n', "OL013", 2),
        ('[[host]]\nname = "203.0.113.7"\n', "OL013", 2),
        ('[[host]]\nname = ".vn"\n', "OL013", 2),
        ('[[host]]\nname = "."\n', "OL013", 2),
        ('[[host]]\nname = "m\u043est.gov.vn"\n', "OL013", 2),
        ('[[host]]\nname = ".com.vn"\n', "OL014", 2),
        ('[[host]]\nname = "ORG.vn"\n', "OL014", 2),
        ('[[host]]\nnane = "a.vn"\n', "OL012", 2),
        ('[[host]]\nnote = "thiếu tên"\n', "OL012", 1),
        ('host = "a.vn"\n', "OL012", 1),
        ("[[host]\n", "OL012", 1),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(
    tmp_path: Path, text: str, code: str, line: int
) -> None:
    allowed, found = listed(tmp_path, text)

    assert {(each.code, each.line) for each in found} >= {(code, line)}
    assert allowed == AllowedHosts(names=frozenset({"khcn.vi-du.vn"}))


def test_a_folder_without_the_list_lists_nothing(tmp_path: Path) -> None:
    reading = read_allowed_hosts(tmp_path)

    assert (reading.hosts, reading.diagnostics) == (AllowedHosts(), ())


def test_the_same_list_in_another_order_is_the_same(tmp_path: Path) -> None:
    backwards = "\n\n".join(reversed(LIST.strip().split("\n\n")))

    assert repr(listed(tmp_path, LIST)[0]) == repr(listed(tmp_path, backwards)[0])


def test_the_agency_names_its_own_address(tmp_path: Path) -> None:
    write_files(tmp_path, {"du-lieu/co-quan.toml": 'name = "Sở"\nsite_url = "https://so.vi-du.vn"'})

    assert site_address(tmp_path) == "https://so.vi-du.vn"


def test_links_in_other_registers_are_checked(tmp_path: Path) -> None:
    files = {
        "du-lieu/co-quan.toml": 'name = "Sở"\nfeedback_url = "https://la.com/"\n',
        "du-lieu/lien-ket.toml": '[[side_link]]\ntext = "Bộ"\nurl = "https://most.gov.vn/"\n'
        '[[side_link]]\ntext = "Liên hệ"\nurl = "/lien-he/"\n'
        '[[site_link]]\ntext = "Báo"\nurl = "https://bao.vn/"\n'
        '[[site_link]]\ntext = "Lạ"\nurl = "https://bao.vn@la.com/"\n',
    }
    write_files(tmp_path, files)
    found = check_listed_links(tmp_path, AllowedHosts(names=frozenset({"bao.vn"})))

    assert [(each.code, each.path, each.line, each.field) for each in found] == [
        ("OL002", "du-lieu/lien-ket.toml", 3, "url"),
        ("OL004", "du-lieu/lien-ket.toml", 12, "url"),
        ("OL001", "du-lieu/co-quan.toml", 2, "feedback_url"),
    ]


@pytest.mark.parametrize("content", [ROOT / "content", FIRST_SITE])
def test_the_list_of_the_first_content_is_sound(content: Path) -> None:
    reading = read_allowed_hosts(content)

    assert reading.diagnostics == ()
    assert "chinhphu.vn" in reading.hosts.families
