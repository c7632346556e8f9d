"""Nothing that could act in a browser stands in a written file."""

import time
from pathlib import Path

import pytest

from plugins.content_gate.page_scan import PageScan
from tests.conftest import BuildSite, BuiltSite, article

OWN = ("/", "https://skhcn.vi-du.gov.vn/")
PAGE = '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n</head>\n<body>{}</body>'
FEED = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'


def threats(folder: Path, name: str, content: str) -> list[str]:
    files = PageScan(own=OWN).files({name: content.encode()}.__getitem__, [name])
    return [threat.found for threat in files]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//a.vn></SCRIPT>",
        '<script src="/tep/a.js">',
        '<script src="//giao-dien/a.js">',
        '<script src="/giao-dien/a.js" type="text/x" onload="x">',
        '<script type="text/javascript">',
        '<script type="application/ld+json" src="https://a.vn/x.js">',
        '<p onclick="x()">',
        '<p ONCLICK="x()">',
        "<p onclick=x()>",
        "<p\nonclick='x()'>",
        '<p/onclick="x()">',
        '<p style="color:red">',
        "<style>",
        '<iframe src="/x">',
        '<iframe srcdoc="x">',
        '<object data="/x">',
        '<embed src="/x">',
        '<base href="/x">',
        '<svg onload="x">',
        "<svg>",
        "<math>",
        "<!-- x -->",
        "<![CDATA[x]]>",
        "<!doctype html SYSTEM 'x'>",
        "<?php x ?>",
        "<plaintext>",
        "<noframes>",
        "<xmp>",
        '<meta http-equiv="refresh" content="0;url=//a.vn">',
        '<meta http-equiv="refresh" content="0; url=//a.vn">',
        '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
        '<meta http-equiv="refresh" content="5; url=/a/">',
        '<meta http-equiv="Refresh" content="0">',
        '<a href="javascript:x">',
        '<a href="JaVaScRiPt:x">',
        '<a href="java&#115;cript:x">',
        '<a href="java&Tab;script&colon;x">',
        '<a href=" \x01javascript:x">',
        '<a href="java\nscript:x">',
        '<a href="vbscript:x">',
        '<a href="data:text/html,x">',
        '<a href="{filename}javascript:x" href="javascript:x">',
        '<a href="/x" ping="https://a.vn/">',
        '<a href="blob:x">',
        '<img src="https://a.vn/x.png">',
        '<img src="//a.vn/x.png">',
        '<img src="/\\a.vn/x.png">',
        '<img src="/&#9;/a.vn/x.png">',
        '<img src="data:image/png;base64,x">',
        '<img src="https://skhcn.vi-du.gov.vn.a.vn/x.png">',
        '<img src="/x.png" srcset="/x.png 1x, https://a.vn/y.png 2x">',
        '<img src="/x.png" alt="a<script>">',
        '<img src="/x.png" alt="a" onerror="x">',
        '<link rel="stylesheet" href="https://a.vn/x.css">',
        '<link rel="preconnect" href="https://a.vn">',
        '<link href="https://a.vn/x.css" rel="alternate stylesheet">',
        '<form action="https://a.vn/">',
        '<form action="javascript:x">',
        '<button formaction="/x">',
        '<input type="image" src="https://a.vn/x.png">',
        '<body background="https://a.vn/x.png">',
        '<video src="/x.mp4">',
        '<a href="/x"',
        '<a href="/x>',
        "a < b",
        "<",
    ],
)
def test_what_could_act_is_found(tmp_path: Path, markup: str) -> None:
    assert threats(tmp_path, "a/index.html", PAGE.format(markup))


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/giao-dien/7310f16a7d62/main.js" type="module"></script>',
        '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>',
        '<link rel="stylesheet" href="/giao-dien/x/site.css">',
        '<link rel="canonical" href="https://khac.vn/">',
        '<a href="https://khac.vn/?a=1&amp;b=2" title="Xem &quot;bài&quot;">x</a>',
        '<a href="mailto:a@b.vn">a</a><a href="tel:+84">b</a><a href="#muc">c</a>',
        '<img src="https://skhcn.vi-du.gov.vn/x.png" srcset="/x.png 1x, /y.png 2x" alt="a > b">',
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; javascript:x onclick=x</p>",
        '<share-links hidden data-done="x"><button type="button">x</button></share-links>',
        '<meta http-equiv="refresh" content="0; url=/tin-tuc/a/">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">',
        "<br/>",
    ],
)
def test_what_the_site_writes_passes(tmp_path: Path, markup: str) -> None:
    assert threats(tmp_path, "index.html", PAGE.format(markup)) == []


def test_a_page_names_its_encoding_first(tmp_path: Path) -> None:
    assert threats(tmp_path, "a.html", "<!doctype html><html></html>") == ['<meta charset="utf-8">']


@pytest.mark.parametrize("block", ["{", "{} {}", "{'a': 1}", ""])
def test_data_in_a_page_can_be_read(tmp_path: Path, block: str) -> None:
    page = PAGE.format(f'<script type="application/ld+json">{block}</script>')

    assert threats(tmp_path, "a.html", page) == [block]


@pytest.mark.parametrize(
    "inside",
    [
        '<content type="html">&lt;script&gt;x&lt;/script&gt;</content>',
        '<content type="html">&lt;p onclick="x"&gt;</content>',
        '<summary type="html">&lt;img src="https://a.vn/x"&gt;</summary>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">x</x:script>',
        '<script xmlns="http://www.w3.org/2000/svg">x</script>',
        '<link href="javascript:x"/>',
        "<link>javascript:x</link>",
        "<title><![CDATA[x]]></title>",
        "<?xml-stylesheet href='//a.vn/x.xsl'?>",
        "<title>",
        "&x;",
    ],
)
def test_feeds_are_looked_at_as_readers_read_them(tmp_path: Path, inside: str) -> None:
    assert threats(tmp_path, "tin-moi.atom.xml", FEED.format(inside))


def test_a_feed_may_hold_a_harmless_text(tmp_path: Path) -> None:
    inside = (
        '<title>&lt;script&gt;</title><link href="https://a.vn/"/>'
        '<content type="html">&lt;p&gt;&amp;lt;script&amp;gt;&lt;/p&gt;</content>'
    )
    assert threats(tmp_path, "tin-moi.atom.xml", FEED.format(inside)) == []


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.json", "{", 1),
        ("a.json", "{}", 0),
        ("tep/a.svg", "<svg/>", 1),
        ("tep/a.htm", "", 1),
        ("tep/a.PHP", "", 1),
        ("giao-dien/x/main.js", "x()", 0),
        ("tep/a.pdf", "%PDF", 0),
    ],
)
def test_files_that_run_belong_to_the_theme_alone(
    tmp_path: Path, name: str, content: str, found: int
) -> None:
    assert len(threats(tmp_path, name, content)) == found


@pytest.mark.parametrize("piece", ["<", '<a "', '<a b="', '<a b="c" ', "</", '"<', "<a\t"])
def test_no_page_holds_the_scan_up(piece: str) -> None:
    began = time.process_time()
    PageScan(own=OWN).markup(piece * (300_000 // len(piece)))

    assert time.process_time() - began < 5


def test_an_active_page_stops_the_build_and_names_its_source(
    build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.discovery.structured_data._ESCAPES", {})
    title = "'</script><script>alert(1)</script>'"
    site = build_site({"tin-tuc/a.md": article(title, slug="a")})

    assert (site.exit_code, set(site.codes)) == (1, {"CG015"})
    assert "tin-tuc/a.md" in {found.path for found in site.found("CG015")}
    assert any("<script>" in found.message for found in site.found("CG015"))


def test_the_first_content_is_harmless(first_site: BuiltSite) -> None:
    codes = {found.code for found in first_site.diagnostics}

    assert codes.isdisjoint({"CG010", "CG011", "CG012", "CG013", "CG014", "CG015"})
