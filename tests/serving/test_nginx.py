"""What nginx answers with our configuration: headers, types, compression, old addresses."""

import gzip

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest

from plugins.core.served_files import ASK_AGAIN, FOR_EVER
from plugins.serving.headers import headers_of
from tests.serving.server import DOMAIN, Nginx

ARTICLE = "/tin-tuc/cuoc-thi-tim-hieu-phap-luat-khcn/"


@pytest.mark.parametrize(
    "address",
    ["/", ARTICLE, "/tin-moi.atom.xml", "/khong-co/", "/khai-mac-n1234", "/tep/da-go.pdf"],
)
def test_every_answer_has_every_header_once(nginx: Nginx, address: str) -> None:
    answer = nginx.get(address)
    expected = headers_of(None)
    assert {name: answer.headers.get(name.lower()) for name in expected} == expected
    assert answer.headers["server"] == "nginx"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/tin-moi.atom.xml", "application/atom+xml; charset=utf-8"),
        ("/tin-moi.rss.xml", "application/rss+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/tu-viet-tat/tu-viet-tat.csv", "text/csv; charset=utf-8"),
        ("/tu-viet-tat/tu-viet-tat.json", "application/json; charset=utf-8"),
        ("/cuoi.webmanifest", "application/manifest+json; charset=utf-8"),
    ],
)
def test_every_file_has_its_type(nginx: Nginx, address: str, kind: str) -> None:
    answer = nginx.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)


def test_styles_scripts_fonts_and_pictures_are_kept_for_ever(nginx: Nginx) -> None:
    kinds = {"css": "text/css", "js": "text/javascript", "woff2": "font/woff2"}
    kinds |= {"webp": "image/webp", "jpg": "image/jpeg", "svg": "image/svg+xml"}
    for ending, kind in kinds.items():
        file = next(nginx.public.rglob(f"*.{ending}"))
        answer = nginx.get(f"/{file.relative_to(nginx.public)}")
        assert answer.headers["content-type"].partition(";")[0] == kind
        assert answer.headers["cache-control"] == FOR_EVER


@pytest.mark.parametrize("address", ["/", "/tin-moi.atom.xml", "/giao-dien/khong-co.css"])
def test_everything_else_is_asked_for_again(nginx: Nginx, address: str) -> None:
    assert nginx.get(address).headers["cache-control"] == ASK_AGAIN


def test_what_has_not_changed_is_not_sent_again(nginx: Nginx) -> None:
    etag = nginx.get(ARTICLE).headers["etag"]
    assert nginx.get(ARTICLE, If_None_Match=etag).status == 304


def test_files_compressed_beforehand_are_sent_as_they_are(nginx: Nginx) -> None:
    page = nginx.public / ARTICLE.strip("/") / "index.html"
    plain = nginx.get(ARTICLE)
    assert plain.body == page.read_bytes()
    assert "content-encoding" not in plain.headers
    for taken, ending, expand in (
        ("br, gzip", ".br", brotli.decompress),
        ("gzip", ".gz", gzip.decompress),
    ):
        answer = nginx.get(ARTICLE, Accept_Encoding=taken)
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.body == page.with_name(f"index.html{ending}").read_bytes()
        assert expand(answer.body) == page.read_bytes()


def test_what_is_not_there_gets_the_page_that_helps(nginx: Nginx) -> None:
    answer = nginx.get("/khong-co/")
    assert answer.status == 404
    assert answer.body == (nginx.public / "404.html").read_bytes()


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/khai-mac-n1234", "/lien-he/"),
        ("/khai-mac-n1234/", "/lien-he/"),
        ("/khai-mac-n1234?id=1", "/lien-he/"),
        ("/tin-t%E1%BB%A9c/c%C5%A9/", "/lien-he/#noi-dung-chinh"),
        ("/cu/tin.aspx", "/tin-tuc/"),
        ("/lien-he", "/lien-he/"),
    ],
)
def test_an_old_address_leads_to_the_new_one(nginx: Nginx, address: str, target: str) -> None:
    answer = nginx.get(address)
    assert (answer.status, answer.headers["location"]) == (301, target)


def test_what_was_withdrawn_is_gone_and_its_notice_is_shown(nginx: Nginx) -> None:
    for address in ("/tin-tuc/da-go/", "/tin-tuc/da-go"):
        answer = nginx.get(address)
        assert answer.status == 410
        assert "đã được gỡ" in answer.body.decode()
    assert nginx.get("/tep/da-go.pdf").status == 410


@pytest.mark.parametrize(
    "address",
    [
        "/_headers",
        "/_redirects",
        "/_redirects.nginx",
        "/web.config",
        "/index.html.br",
        "/index.html.gz",
        "/.git/config",
        "/tin-tuc/.htaccess",
        "/../manifest.json",
        "/%2e%2e/manifest.json",
    ],
)
def test_what_is_for_servers_is_never_sent(nginx: Nginx, address: str) -> None:
    assert nginx.get(address).status in (400, 404)


def test_security_txt_is_where_researchers_look(nginx: Nginx) -> None:
    answer = nginx.get("/.well-known/security.txt")
    file = nginx.public / ".well-known/security.txt"
    assert (answer.status == 200) == file.is_file()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_a_site_of_files_is_only_read(nginx: Nginx, method: str) -> None:
    assert nginx.get("/", method).status == 405


def test_without_tls_everybody_is_sent_to_it(nginx: Nginx) -> None:
    answer = nginx.get_plain("/tin-tuc/?a=1")
    assert answer.status == 301
    assert answer.headers["location"] == f"https://{DOMAIN}:{nginx.https_port}/tin-tuc/?a=1"
