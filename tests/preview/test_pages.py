"""What the preview answers to each address."""

from http import HTTPStatus
from pathlib import Path

import pytest

from plugins.core.fingerprints import digest_of
from plugins.preview.builds import BuildResult
from plugins.preview.pages import Answer, add_reload_script, answer
from plugins.preview.status import Status

SERVED = Status(version="7")
HTML = "text/html; charset=utf-8"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site with something beside it that nobody may read."""
    folder = tmp_path / "output"
    for name, text in {
        "index.html": "<head></head>Trang chủ",
        "tin-tuc/dổi-mới/index.html": "Đổi mới",
        "404.html": "<head></head>Không có trang này",
        "giao-dien/abc/site.css": "a{}",
        "tin-moi.atom.xml": "<feed/>",
        "hinh.webp": "RIFF",
        "la.xyz": "?",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "bi-mat.txt").write_text("mật khẩu", encoding="utf-8")
    (folder / "lien-ket.txt").symlink_to(tmp_path / "bi-mat.txt")
    return folder


@pytest.mark.parametrize(
    ("target", "kind", "content"),
    [
        ("/giao-dien/abc/site.css", "text/css; charset=utf-8", b"a{}"),
        ("/tin-moi.atom.xml", "application/xml", b"<feed/>"),
        ("/hinh.webp", "image/webp", b"RIFF"),
        ("/la.xyz", "application/octet-stream", b"?"),
    ],
)
def test_files_come_with_their_type(site: Path, target: str, kind: str, content: bytes) -> None:
    assert answer(site, target, SERVED) == Answer(status=HTTPStatus.OK, type=kind, content=content)


@pytest.mark.parametrize(
    ("target", "page"),
    [
        ("/", "<head></head>Trang chủ"),
        ("/?trang=2", "<head></head>Trang chủ"),
        ("/tin-tuc/d%E1%BB%95i-m%E1%BB%9Bi/", "Đổi mới"),
    ],
)
def test_pages_come_with_the_script_that_reloads_them(site: Path, target: str, page: str) -> None:
    assert answer(site, target, SERVED) == _with_script(page)


def _with_script(page: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    digest = digest_of(page.encode())
    content = add_reload_script(page.encode(), "7", digest)
    return Answer(status=status, type=HTML, content=content, digest=digest)


def test_a_look_stands_before_the_built_page(site: Path) -> None:
    looks = {"index.html": "<head></head>Bản mới".encode()}
    assert answer(site, "/", SERVED, looks) == _with_script("<head></head>Bản mới")
    assert answer(site, "/tin-tuc/d%E1%BB%95i-m%E1%BB%9Bi/", SERVED, looks) == _with_script(
        "Đổi mới"
    )


def test_a_folder_without_its_slash_is_redirected(site: Path) -> None:
    found = answer(site, "/tin-tuc/d%E1%BB%95i-m%E1%BB%9Bi", SERVED)
    assert found.status == HTTPStatus.FOUND
    assert found.location == "/tin-tuc/d%E1%BB%95i-m%E1%BB%9Bi/"


@pytest.mark.parametrize(
    "target",
    [
        "/khong-co/",
        "/../bi-mat.txt",
        "/%2e%2e/bi-mat.txt",
        "/..%2fbi-mat.txt",
        "/tin-tuc/../../bi-mat.txt",
        "//bi-mat.txt",
        "/lien-ket.txt",
        "/tin-tuc/",
        "/%00",
        "/%ff",
        "/" + "dài" * 500,
    ],
)
def test_what_is_not_in_the_site_is_not_found(site: Path, target: str) -> None:
    refused = answer(site, target, SERVED)
    assert refused.status == HTTPStatus.NOT_FOUND
    assert "mật khẩu".encode() not in refused.content


def test_the_page_for_missing_pages_is_the_sites_own(site: Path) -> None:
    missing = answer(site, "/khong-co/", SERVED)
    assert missing == _with_script("<head></head>Không có trang này", HTTPStatus.NOT_FOUND)


def test_the_built_files_stay_as_they_are(site: Path) -> None:
    answer(site, "/", SERVED)
    assert (site / "index.html").read_text(encoding="utf-8") == "<head></head>Trang chủ"


def test_before_the_first_good_build_every_page_shows_how_it_goes(site: Path) -> None:
    assert "Đang dựng trang lần đầu" in answer(site, "/", Status()).content.decode()
    failed = Status().after(BuildResult(passed=False, printed="tin-tuc/a.md:3: <lỗi>"), version="8")
    page = answer(site, "/tin-tuc/", failed)
    assert page.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert "tin-tuc/a.md:3: &lt;lỗi&gt;" in page.content.decode()
    assert b"reload.js" in page.content


@pytest.mark.parametrize("name", ["reload.js", "reload.css"])
def test_the_preview_serves_its_own_files(site: Path, name: str) -> None:
    assert answer(site, f"/__preview__/{name}", Status()).status == HTTPStatus.OK


def test_nothing_else_lies_beside_them(site: Path) -> None:
    assert answer(site, "/__preview__/../pages.py", SERVED).status == HTTPStatus.NOT_FOUND


def test_the_script_goes_into_the_head_or_to_the_end() -> None:
    script = (
        b'<script src="/__preview__/reload.js" data-version="7" data-digest="a1" defer></script>'
    )
    assert add_reload_script(b"<head></head>x", "7", "a1") == b"<head>" + script + b"</head>x"
    assert add_reload_script(b"x", "7", "a1") == b"x" + script
