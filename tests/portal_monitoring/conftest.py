"""The monitoring system on this machine: a server with TLS under its name, and a browser for it."""

import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from msgspec import Struct, field
from playwright.sync_api import Browser, BrowserType, Page

from plugins.core.portal_monitoring import FILE, PortalMonitoring
from tests.browser.chromium import launch_options
from tests.conftest import BuiltSite, build_folder, write_first_content

MONITORING = PortalMonitoring(site_id="1234")
TRACKER = "https://f-emc.ngsp.gov.vn/tracking"
DECLARED = {FILE: 'site_id = "1234"\n'}
# As the system's own script: it takes its orders from the queue, and reports by a picture, a
# request and a beacon; then it tries what the policy still forbids.
_SCRIPT = """
const orders = Object.fromEntries(window._govaq.map(([name, value]) => [name, value ?? true]));
const to = `${orders.setTrackerUrl}?idsite=${orders.setSiteId}&view=${orders.trackPageView}`;
new Image().src = `${to}&by=image`;
fetch(`${to}&by=fetch`, { mode: "no-cors" });
navigator.sendBeacon(`${to}&by=beacon`);
new Image().src = "https://khac.gov.vn/x.png";
try { document.body.innerHTML = "<p>Chữ</p>"; } catch { document.title = "refused"; }
"""


class System(Struct, frozen=True, kw_only=True):
    """The system, and a browser that takes this machine for every server below gov.vn.

    Attributes:
        asked: The addresses that were asked for there.
        said: What pages said on the console.
    """

    browser: Browser
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, url: str) -> Page:
        """A page that has loaded all that it will."""
        page = self.browser.new_page(ignore_https_errors=True)
        page.on("console", lambda message: self.said.append(message.text))
        page.goto(url, wait_until="networkidle")
        return page


@pytest.fixture
def system(browser_type: BrowserType, tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """The system on this machine."""
    folder = tmp_path_factory.mktemp("system")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-keyout", "key.pem", "-out", "cert.pem", "-subj", f"/CN={MONITORING.host}"]
    subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        options = launch_options()
        rule = f"--host-resolver-rules=MAP *.gov.vn 127.0.0.1:{server.server_port}"
        with browser_type.launch(**{**options, "args": [*options["args"], rule]}) as browser:
            system = System(browser=browser)
            server.asked = system.asked  # type: ignore[attr-defined]  # read by the handler
            yield system
        server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        url = f"https://{self.headers['Host']}{self.path}"
        self.server.asked.append(url)  # type: ignore[attr-defined]  # given by the fixture
        body = _SCRIPT.encode() if url == MONITORING.script else b""
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing about every request."""


@pytest.fixture(scope="module")
def monitored_site(tmp_path_factory: pytest.TempPathFactory, picture_store: Path) -> BuiltSite:
    """The first site with a number."""
    content = write_first_content(tmp_path_factory.mktemp("monitored") / "content")
    (content / FILE).write_text(DECLARED[FILE], encoding="utf-8")
    return build_folder(content, content.with_name("output"), {"STORE_PATH": str(picture_store)})
