"""The first site behind nginx, and the files that other servers read."""

import shutil
from collections.abc import Iterator

import pytest

from plugins.core.old_addresses import OldAddress
from plugins.publish.compression import compress_tree
from plugins.serving.headers import headers_of
from plugins.serving.hosting import headers_file
from plugins.serving.iis import web_config
from plugins.serving.old_addresses import nginx_map, redirects
from tests.conftest import BuiltSite
from tests.serving.server import Nginx, RunningNginx

OLD = (
    OldAddress(address="/khai-mac-n1234", to="/lien-he/"),
    OldAddress(address="/tin-tức/cũ/", to="/lien-he/#noi-dung-chinh"),
    OldAddress(address="/cu/tin.aspx", to="/tin-tuc/"),
    OldAddress(address="/tin-tuc/da-go/"),
    OldAddress(address="/tep/da-go.pdf"),
)


@pytest.fixture(scope="session")
def nginx(first_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The first site behind nginx, with some old addresses."""
    folder = tmp_path_factory.mktemp("nginx")
    site = folder / "releases/1/site"
    shutil.copytree(first_site.folder, site)
    (site / "_redirects.nginx").write_text(nginx_map(OLD, "/"), encoding="utf-8")
    (site / "tin-tuc/da-go").mkdir()
    (site / "tin-tuc/da-go/index.html").write_text("<p>Nội dung này đã được gỡ</p>", "utf-8")
    (site / "cuoi.webmanifest").write_text("{}", encoding="utf-8")
    compress_tree(site, folder / "kho")
    (folder / "public").symlink_to(site)
    with RunningNginx(folder) as server:
        yield server


@pytest.fixture(scope="session")
def served_files() -> dict[str, bytes]:
    """The files that other servers read, of the same old addresses."""
    return {
        "_headers": headers_file("/", headers_of(None)).encode(),
        "_redirects": redirects(OLD, "/").encode(),
        "web.config": web_config(OLD, "/", headers_of(None)),
    }
