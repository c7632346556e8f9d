"""Whatever is changed on the server after publishing is found, on disk and over HTTP."""

import gzip
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from plugins.publish.manifest import NAME, read_manifest
from plugins.publish.releases import switch, withdraw
from plugins.publish.rolling_back import roll_back
from plugins.publish.signature import SignatureError, sign, signer_of
from plugins.publish.verification import verify_folder, verify_over_http
from tests.releases import MakeRelease

PAGE = "Nội dung của một bài. " * 30
FILES: dict[str, str | bytes] = {
    "index.html": PAGE,
    "index.html.gz": gzip.compress(PAGE.encode()),
    "tin-tuc/bài-một/index.html": "Bài một",
    "404.html": "Không có",
    "_headers": "/*",
}


@pytest.fixture
def live(make_release: MakeRelease) -> Path:
    """The folder that readers get."""
    return make_release(FILES) / "site"


def findings(public: Path, signers: Path | None = None) -> tuple[str, ...]:
    """What is not as it should be."""
    return verify_folder(public, public.with_name(".releases"), signers).findings


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new ssh key; its public half is allowed to sign in `allowed` beside it."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("key", "other"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder / name],  # noqa: S607  (the system's)
            check=True,
        )
    public = (folder / "key.pub").read_text(encoding="utf-8")
    (folder / "allowed").write_text(f"quan-tri@example.vn {public}", encoding="utf-8")
    return folder / "key"


def test_a_site_as_it_was_published_has_no_finding(public: Path, live: Path) -> None:
    verified = verify_folder(public, public.with_name(".releases"), None)
    assert (verified.findings, verified.files) == ((), 5)


def test_every_kind_of_change_is_named(public: Path, live: Path) -> None:
    changed = bytearray((live / "index.html.gz").read_bytes())
    changed[5] ^= 1
    (live / "index.html.gz").write_bytes(changed)
    (live / "tin-tuc/bài-một/index.html").unlink()
    (live / "ca-cuoc").mkdir()
    (live / "ca-cuoc/index.html").write_text("lạ", encoding="utf-8")
    (live / "404.html").unlink()
    (live / "404.html").symlink_to("index.html")
    assert findings(public) == (
        "tệp bị thay đổi: 404.html",
        "tệp bị thay đổi: index.html.gz",
        "tệp bị mất: tin-tuc/bài-một/index.html",
        "tệp lạ: ca-cuoc/index.html",
    )


def test_a_thousand_random_changes_are_all_found(public: Path, live: Path) -> None:
    chance = random.Random(20240317)  # noqa: S311  (which change is tried, nothing secret)
    names = sorted(FILES)
    for _ in range(1000):
        file = live / chance.choice(names)
        content = file.read_bytes()
        place = chance.randrange(len(content))
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert findings(public) == (f"tệp bị thay đổi: {file.relative_to(live).as_posix()}",)
        file.write_bytes(content)
    assert findings(public) == ()


def test_an_old_release_in_the_place_of_the_newest_is_found(
    public: Path, make_release: MakeRelease
) -> None:
    old, new = (make_release({"index.html": text}) for text in ("một", "hai"))
    switch(public, old)
    assert findings(public) == (
        f"bản đang công khai ({old.name}) không phải bản mới nhất ({new.name})",
    )
    switch(public, new)
    (new / NAME).write_bytes((old / NAME).read_bytes())
    (new / "site/index.html").write_text("một", encoding="utf-8")
    assert findings(public) == (
        f"tệp manifest.json của bản {new.name} là của bản khác ({old.name})",
        f"bản {new.name} không nối tiếp bản nào trước nó: manifest cũ đã bị sửa hoặc thay",
    )


def test_a_release_to_which_somebody_went_back_is_right(
    public: Path, make_release: MakeRelease
) -> None:
    old, new = (make_release({"index.html": text}) for text in ("một", "hai"))
    roll_back(public, old.parent)
    assert findings(public) == ()
    reinstated = new.with_name(f"{new.name}.withdrawn")
    reinstated.unlink()
    assert len(findings(public)) == 1
    withdraw(new)


def test_a_link_that_leads_nowhere_of_ours_is_told(public: Path, live: Path) -> None:
    public.unlink()
    public.symlink_to("/")
    assert "không trỏ đến bản phát hành nào" in findings(public)[0]


def test_a_damaged_manifest_is_told(public: Path, live: Path) -> None:
    (live.parent / NAME).write_text("{}", encoding="utf-8")
    assert "không có tệp manifest.json đọc được" in findings(public)[0]


def test_a_signature_names_who_signed(public: Path, live: Path, key: Path) -> None:
    sign(live.parent / NAME, key)
    verified = verify_folder(public, public.with_name(".releases"), key.with_name("allowed"))
    assert (verified.findings, verified.signer) == ((), "quan-tri@example.vn")


def test_signatures_of_others_and_over_other_bytes_count_for_nothing(
    public: Path, live: Path, key: Path
) -> None:
    manifest, allowed = live.parent / NAME, key.with_name("allowed")
    assert findings(public, allowed) == (f"bản {live.parent.name} không có chữ ký",)
    sign(manifest, key.with_name("other"))
    (wrong,) = findings(public, allowed)
    assert "chữ ký" in wrong
    sign(manifest, key)
    manifest.write_bytes(manifest.read_bytes().replace(b'"commit":""', b'"commit":"x"'))
    assert findings(public, allowed) == (wrong,)


def test_a_signature_for_something_else_is_none(live: Path, key: Path) -> None:
    manifest = live.parent / NAME
    command = ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", "git", str(manifest)]
    subprocess.run(command, check=True)
    assert signer_of(manifest, key.with_name("allowed")) == ""


def test_a_key_that_cannot_sign_is_an_error(live: Path, tmp_path: Path) -> None:
    (tmp_path / "khóa").write_text("không phải khóa", encoding="utf-8")
    with pytest.raises(SignatureError):
        sign(live.parent / NAME, tmp_path / "khóa")


def test_ten_thousand_files_take_less_than_five_seconds(
    public: Path, make_release: MakeRelease
) -> None:
    make_release(
        {f"tin-tuc/{n // 100}/{n}/index.html": f"{n} {PAGE * 10}" for n in range(10_000)}
        | {"index.html": PAGE}
    )
    began = time.process_time()
    assert findings(public) == ()
    assert time.process_time() - began < 5


class _Handler(SimpleHTTPRequestHandler):
    """Sends files, compressed forms to those who take them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path in ("/cu-n1/", "/go/"):
            page = Path(self.translate_path(f"{self.path}index.html")).read_bytes()
            self.send_response(301 if "n1" in self.path else 410)
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)
            return
        name = self.path + ("index.html.gz" if self.path.endswith("/") else ".gz")
        if self.headers["Accept-Encoding"] == "gzip" and Path(self.translate_path(name)).is_file():
            self.path = name
        super().do_GET()

    def end_headers(self) -> None:
        if self.path.endswith(".gz"):
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server that sends a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_over_http_the_server_has_to_send_what_was_published(live: Path) -> None:
    manifest = read_manifest(live.parent)
    assert manifest
    with served(live) as url:
        assert verify_over_http(url, manifest, live.parent) == ()
        (live / "index.html.gz").write_bytes(gzip.compress(b"ca cuoc"))
        (live / "404.html").write_text("lạ", encoding="utf-8")
        shutil.rmtree(live / "tin-tuc/bài-một")
        assert verify_over_http(url, manifest, live.parent) == (
            "máy chủ gửi nội dung khác ở địa chỉ /404.html (identity)",
            "máy chủ gửi nội dung khác ở địa chỉ / (gzip)",
            "máy chủ không có địa chỉ /tin-tuc/bài-một/",
        )
    assert verify_over_http(url, manifest, live.parent)[0].startswith(
        "không lấy được địa chỉ /404.html"
    )


def test_over_http_old_addresses_may_be_answered_by_the_server(
    make_release: MakeRelease,
) -> None:
    pages: dict[str, str | bytes] = {"cu-n1/index.html": "chuyển", "go/index.html": "gỡ"}
    listed = {"_redirects": "/cu-n1/ / 301\n# 410 /go/\n"}
    for files, found in (({**FILES, **pages, **listed}, 0), ({**FILES, **pages}, 2)):
        release = make_release(files)
        manifest = read_manifest(release)
        assert manifest
        with served(release / "site") as url:
            assert len(verify_over_http(url, manifest, release)) == found
