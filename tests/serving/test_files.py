"""The files that other servers read."""

from lxml import etree

from plugins.core.served_files import ASK_AGAIN, FOR_EVER
from plugins.serving.headers import headers_of
from tests.conftest import BuiltSite


def test_redirects_say_both_spellings_and_what_is_gone(served_files: dict[str, bytes]) -> None:
    assert served_files["_redirects"].decode().splitlines() == [
        "# Old addresses: from, to, status; made by every build.",
        "/khai-mac-n1234 /lien-he/ 301",
        "/khai-mac-n1234/ /lien-he/ 301",
        "/tin-t%E1%BB%A9c/c%C5%A9/ /lien-he/#noi-dung-chinh 301",
        "/tin-t%E1%BB%A9c/c%C5%A9 /lien-he/#noi-dung-chinh 301",
        "/cu/tin.aspx /tin-tuc/ 301",
        "# 410 /tin-tuc/da-go/",
        "# 410 /tin-tuc/da-go",
        "# 410 /tep/da-go.pdf",
    ]


def test_headers_are_those_of_every_server(served_files: dict[str, bytes]) -> None:
    _, everything, *lines = served_files["_headers"].decode().splitlines()
    assert everything == "/*"
    assert lines == [
        *(f"  {name}: {value}" for name, value in headers_of(None).items()),
        "/giao-dien/*",
        f"  Cache-Control: {FOR_EVER}",
        "/anh/*",
        f"  Cache-Control: {FOR_EVER}",
    ]
    assert max(map(len, lines)) < 2000


def test_iis_says_the_same(served_files: dict[str, bytes]) -> None:
    root = etree.fromstring(served_files["web.config"])
    added = root.findall("system.webServer/httpProtocol/customHeaders/add")
    expected = {**headers_of(None), "Cache-Control": ASK_AGAIN}
    assert {each.get("name"): each.get("value") for each in added} == expected
    moved = {
        location.get("path"): redirect.get("destination")
        for location in root.findall("location")
        for redirect in location.iter("httpRedirect")
    }
    assert moved == {
        "khai-mac-n1234": "/lien-he/",
        "tin-tức/cũ": "/lien-he/#noi-dung-chinh",
        "cu/tin.aspx": "/tin-tuc/",
    }
    hidden = {each.get("segment") for each in root.iter("add") if each.get("segment")}
    assert hidden == {"_headers", "_redirects", "_redirects.nginx", "web.config"}
    kinds = {each.get("fileExtension"): each.get("mimeType") for each in root.iter("mimeMap")}
    assert kinds[".webmanifest"] == "application/manifest+json; charset=utf-8"
    assert kinds[".woff2"] == "font/woff2"


def test_every_site_brings_them_along(first_site: BuiltSite) -> None:
    for name in ("_headers", "_redirects", "_redirects.nginx", "web.config"):
        assert first_site.has(name)
