"""Figures add up, name their cause, and know when they are too large."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.budgets.figures import (
    FIRST_LOAD_LIMIT,
    BuiltSite,
    Figure,
    measure,
    with_brotli,
    with_gzip,
)
from plugins.budgets.page import read_page

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """<!doctype html><html lang="vi"><head><title>Tin</title>
<meta property="og:type" content="article">
<script src="/preferences.js"></script><link rel="stylesheet" href="/site.css">
<script type="module" src="/main.js"></script></head><body>{}</body></html>"""
SHEETS = {"site.css": b"a{color:red}"}
SCRIPTS = {"preferences.js": b"document;", "main.js": b"export {};"}
LONG = " ".join(f"đổi mới sáng tạo số {number}" for number in range(500))


def site(
    sheets: dict[str, bytes] | None = None, scripts: dict[str, bytes] | None = None
) -> BuiltSite:
    """A site of a short and a long article."""
    markup = {"ngan/index.html": "Ngắn.", "dai/index.html": LONG}
    return BuiltSite(
        pages=[read_page(path, ARTICLE.format(text).encode()) for path, text in markup.items()],
        sheets=SHEETS | (sheets or {}),
        scripts=SCRIPTS | (scripts or {}),
    )


def figure(site: BuiltSite, name: str) -> Figure:
    """One of the figures by its name."""
    return next(figure for figure in measure(site) if figure.name == name)


def test_the_first_load_is_that_of_the_heaviest_article_with_all_that_blocks_it() -> None:
    parts = [ARTICLE.format(LONG).encode(), SHEETS["site.css"], SCRIPTS["preferences.js"]]
    first_load = figure(site(), "first load of an article, gzip")
    assert first_load.place == "dai/index.html"
    assert first_load.value == sum(len(with_gzip(part)) for part in parts)
    brotli = figure(site(), "first load of that article, brotli")
    assert brotli.value == sum(len(with_brotli(part)) for part in parts)


def test_all_scripts_count_whether_they_block_or_not() -> None:
    assert figure(site(), "all JavaScript, gzip").value == sum(
        len(with_gzip(script)) for script in SCRIPTS.values()
    )


def test_the_reading_options_count_by_their_scripts_and_layers() -> None:
    layers = {
        "own": "@layer components{.accessibility-toolbar{display:block}}",
        "choices": "@layer preferences{:root{--text-size:125%}}",
        "other": "@layer components{.picture{display:block}}",
        "order": "@layer preferences,components;",
    }
    toolbar = site(
        sheets={"site.css": "\n".join(layers.values()).encode(), "print.css": b".a{color:red}"},
        scripts={"components/a/accessibility-toolbar.js": b"form;"},
    )
    scripts = (SCRIPTS["preferences.js"], b"form;")
    javascript = figure(toolbar, "reading options, JavaScript, gzip")
    assert (javascript.value, javascript.limit) == (sum(len(with_gzip(s)) for s in scripts), 6144)
    style = figure(toolbar, "reading options, CSS, gzip")
    counted = f"{layers['own']}\n{layers['choices']}\n"
    assert (style.value, style.limit) == (len(with_gzip(counted.encode())), 4096)


@pytest.mark.parametrize(
    ("sheet", "requests"),
    [
        ("@font-face{src:url(https://x.vn/a.woff2)}", 1),
        ('@import "//x.vn/a.css";', 1),
        ('@font-face{src:url("fonts/a.woff2")}', 0),
    ],
)
def test_style_sheets_may_not_ask_other_hosts(sheet: str, requests: int) -> None:
    third_party = figure(site(sheets={"b.css": sheet.encode()}), "third-party requests")
    assert (third_party.value, third_party.place) == (requests, "b.css" if requests else "")


def test_what_is_declared_may_be_asked_for() -> None:
    script = "https://do.gov.vn/ma.js"
    pages = [read_page("a.html", f'<script src="{script}" defer></script>'.encode())]
    for declared, value in ((frozenset([script]), 0), (frozenset(["https://do.gov.vn/"]), 1)):
        measured = BuiltSite(pages=pages, sheets={}, scripts={}, declared=declared)
        assert figure(measured, "third-party requests").value == value


@pytest.mark.parametrize("script", ["document.cookie = 'a=1'", "await cookieStore.set('a', 1)"])
def test_scripts_may_not_touch_cookies(script: str) -> None:
    cookies = figure(site(scripts={"c.js": script.encode()}), "cookies")
    assert (cookies.value, cookies.place) == (1, "c.js")


def test_a_figure_is_over_only_above_its_limit() -> None:
    assert not Figure(name="a", value=FIRST_LOAD_LIMIT, limit=FIRST_LOAD_LIMIT).is_over
    assert Figure(name="a", value=FIRST_LOAD_LIMIT + 1, limit=FIRST_LOAD_LIMIT).is_over
    assert not Figure(name="a", value=1, limit=None).is_over


def test_a_site_without_articles_has_no_first_load() -> None:
    empty = BuiltSite(pages=[], sheets={}, scripts={})
    assert [figure.value for figure in measure(empty)] == [0] * 7


def run(output: Path) -> subprocess.CompletedProcess[str]:
    """One run of the command."""
    return subprocess.run(
        [sys.executable, "-m", "plugins.budgets", "--output", str(output)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def write_site(output: Path, body: str) -> None:
    """A built site of one article."""
    (output / "index.html").write_text(ARTICLE.format(body), encoding="utf-8")
    for name, content in {**SHEETS, **SCRIPTS}.items():
        (output / name).write_bytes(content)


def test_the_command_prints_every_figure(tmp_path: Path) -> None:
    write_site(tmp_path, "Tin.")
    done = run(tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0].split() == ["figure", "value", "limit"]
    assert "14,336 B  index.html" in done.stdout
    assert "OVER" not in done.stdout


def test_the_command_fails_and_says_where(tmp_path: Path) -> None:
    write_site(tmp_path, '<p style="color:red">Tin.</p>')
    done = run(tmp_path)
    assert done.returncode == 1
    assert "OVER  index.html" in done.stdout


def test_without_a_built_site_the_command_says_so(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert "holds no built site" in done.stderr
