"""One number in a data file, and everything that follows from it; without it, nothing."""

import runpy
import subprocess
import sys
from http.client import HTTPConnection
from threading import Thread

import pytest
from lxml import etree

from plugins.core.releases import BuiltRelease, ReleaseCheck, files_of
from plugins.core.security_policy import security_policy, security_policy_header
from plugins.preview.server import PreviewServer
from plugins.serving.headers import headers_of
from tests.browser.serving import served
from tests.conftest import ROOT, BuildSite, BuiltSite, article
from tests.portal_monitoring.conftest import DECLARED, MONITORING, TRACKER, System

PRIVACY = "---\ntitle: Quyền riêng tư\nslug: quyen-rieng-tu\n---\n\nNội dung.\n"
ADDRESS = "tin-tuc/cuoc-thi-tim-hieu-phap-luat-khcn/"


def test_what_is_not_declared_stands_nowhere(first_site: BuiltSite) -> None:
    found = [name for name, content in first_site.files.items() if b"f-emc.ngsp" in content]
    assert found == []
    assert "không tải gì từ máy chủ khác" in first_site.read("quyen-rieng-tu/index.html")


def test_every_page_loads_the_script_under_a_policy_that_allows_it(
    monitored_site: BuiltSite,
) -> None:
    assert monitored_site.exit_code == 0
    for name in (ADDRESS, "", "van-ban/", "404.html"):
        page = monitored_site.page(name)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == security_policy(MONITORING)
        *_, ours, system = page.xpath("//script[@type='module' or @defer]")
        assert ours.get("src").endswith("/main.js")
        assert system.get("src") == f"{MONITORING.script}#1234"


def test_every_server_is_told(monitored_site: BuiltSite) -> None:
    expected = headers_of(MONITORING)
    lines = monitored_site.read("_headers").splitlines()
    assert f"  Content-Security-Policy: {expected['Content-Security-Policy']}" in lines
    assert "  Cross-Origin-Embedder-Policy: credentialless" in lines
    root = etree.fromstring((monitored_site.folder / "web.config").read_bytes())
    added = {each.get("name"): each.get("value") for each in root.iter("add") if each.get("name")}
    assert {name: added[name] for name in expected} == expected


def test_the_preview_and_the_printed_configuration_of_nginx_know(
    monitored_site: BuiltSite,
) -> None:
    content = monitored_site.content
    with PreviewServer(("127.0.0.1", 0), monitored_site.folder, content) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        asking = HTTPConnection("127.0.0.1", server.server_port)
        asking.request("GET", "/")
        sent = asking.getresponse().headers["Content-Security-Policy"]
        asking.close()
        server.shutdown()
    assert sent == security_policy_header(MONITORING)
    options = ["--content", str(content), "--domain", "so.example.gov.vn"]
    command = [sys.executable, "-m", "plugins.serving", *options]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name, value in headers_of(MONITORING).items():
        assert f'add_header {name} "{value}" always;' in printed


def test_it_may_go_live_only_where_it_is_declared(
    monitored_site: BuiltSite, first_site: BuiltSite
) -> None:
    checks: list[ReleaseCheck] = runpy.run_path(str(ROOT / "publishconf.py"))["RELEASE_CHECKS"]
    for content, codes in ((monitored_site.content, set()), (first_site.content, {"BU001"})):
        folder = monitored_site.folder
        release = BuiltRelease(site=folder, content=content, files=files_of(folder))
        assert {found.code for check in checks for found in check(release)} == codes


def test_the_page_on_privacy_names_what_is_on(monitored_site: BuiltSite) -> None:
    (prose,) = monitored_site.page("quyen-rieng-tu/").find_class("prose")
    text = prose.text_content()
    assert "(EMC)" in text
    assert "máy chủ f-emc.ngsp.gov.vn" in text
    assert "có thể đặt cookie" in text
    assert "không mã đo lường" not in text


def test_no_other_script_of_others_gets_through(build_site: BuildSite) -> None:
    said = f"Đọc <script src='{MONITORING.script}'></script> và tải ![x]({TRACKER})."
    files = {"trang/quyen-rieng-tu.md": PRIVACY, "tin-tuc/mot.md": article(body=said)}
    assert "CG" in {code[:2] for code in build_site({**files, **DECLARED}).codes}


def test_without_the_page_on_privacy_nothing_is_monitored(build_site: BuildSite) -> None:
    site = build_site({"tin-tuc/mot.md": article(), **DECLARED})
    assert site.codes == ["PM003"]
    assert not site.has("index.html")


@pytest.mark.browser
def test_a_browser_lets_just_this_through(monitored_site: BuiltSite, system: System) -> None:
    with served(monitored_site.folder, headers_of(MONITORING)) as address:
        assert system.open(f"{address}{ADDRESS}").title() == "refused"
    reported = f"{TRACKER}?idsite=1234&view=true&by="
    ways = [f"{reported}{way}" for way in ("beacon", "fetch", "image")]
    assert sorted(system.asked) == [MONITORING.script, *ways]
    assert any("khac.gov.vn" in text for text in system.said)


@pytest.mark.browser
def test_where_it_is_off_a_browser_lets_nothing_through(
    first_site: BuiltSite, system: System
) -> None:
    with served(first_site.folder, headers_of(None)) as address:
        page = system.open(f"{address}{ADDRESS}")
        page.evaluate("(tracker) => void (new Image().src = tracker)", TRACKER)
        page.wait_for_load_state("networkidle")
    assert system.asked == []
    assert any(MONITORING.host in text for text in system.said)
