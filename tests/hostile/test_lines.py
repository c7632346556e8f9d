"""Hundreds of hostile lines through real sites: none comes out active, most are named."""

import re
from pathlib import Path

import pytest
from lxml import etree

from plugins.core.diagnostics import Severity
from tests.conftest import BuildSite, BuiltSite, article
from tests.hostile.judge import active_in
from tests.hostile.sites import BODIES, LINES, address, bodies, build_whole, headers, pages

LONG = 200  # no file system takes such a name; the build ends there, with an exit code
GOOD = {"tin-tuc/tot.md": article("Bài tốt", slug="bai-tot")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """All lines in articles of their own; whatever the gate refuses is written all the same."""
    with pytest.MonkeyPatch.context() as patch:
        files = {**bodies(), **headers(), **GOOD}
        return build_whole(tmp_path_factory.mktemp("hostile"), files, patch)


@pytest.mark.parametrize(
    "markup",
    [
        "<p onclick=x>",
        "<svg/onload=x>",
        "<SCRIPT>x</SCRIPT>",
        "<a href=' java\tscript:x'>",
        "<a href=javascript&colon;x>",
        "<p style=x>",
        "<img src=//a.vn/x>",
        "<iframe srcdoc=x>",
        "<base href=/>",
        "<meta http-equiv=refresh content=0>",
        "<math><mtext><script>x</script>",
        "<title></title><script src=//a.vn/x></script>",
    ],
)
def test_the_judge_sees_what_is_active(markup: str) -> None:
    assert active_in(markup)


def test_there_are_lines_enough() -> None:
    assert sum(map(len, LINES.values())) >= 400


def test_almost_every_line_reached_a_page(site: BuiltSite) -> None:
    lines = [address(name, n) for name, all_of in BODIES.items() for n in range(len(all_of))]
    absent = [name for name in lines if not site.has(f"tin-tuc/{name}/index.html")]
    refused = {found.path for found in site.diagnostics if found.severity is Severity.ERROR}

    assert {f"tin-tuc/{name}.md" for name in absent} <= refused
    assert len(absent) < len(lines) / 20


def test_no_page_is_active_for_the_parser_of_a_browser(site: BuiltSite) -> None:
    found = {name: active for name in pages(site) if (active := active_in(site.read(name)))}

    assert found == {}


def test_the_gate_agrees(site: BuiltSite) -> None:
    assert [found.message for found in site.found("CG015")] == []
    assert site.found("CG014") == []


def test_feeds_stay_well_formed_and_quiet(site: BuiltSite) -> None:
    feeds = [name for name in site.files if name.endswith(".xml")]
    assert len(feeds) > 2
    for name in feeds:
        root = etree.fromstring(site.files[name])
        names = {etree.QName(node).localname for node in root.iter()}
        assert names.isdisjoint({"script", "iframe", "style", "a", "img", "svg"})
        for node in root.iter("{http://www.w3.org/2005/Atom}content", "description"):
            assert (
                active_in((node.text or "").replace('src="http://localhost:8000/', 'src="/')) == []
            )


@pytest.mark.parametrize("kind", ["script", "handlers", "attribute_lists"])
def test_what_was_tried_is_named(site: BuiltSite, kind: str) -> None:
    named = {found.path for found in site.diagnostics}
    silent = [
        line
        for number, line in enumerate(BODIES[kind])
        if f"tin-tuc/{address(kind, number)}.md" not in named
        and not line.startswith(("`", "    ", "\t"))
    ]
    assert silent == []


def test_no_name_leaves_its_folder_or_comes_out_active(
    tmp_path: Path, isolated_signals: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [name.replace("'", "''") for name in LINES["names"]]
    files = {f"tin-tuc/{n}.md": article(slug=f"'{name}'") for n, name in enumerate(names)}
    short = [name for name in names if len(name) < LONG]
    files |= {f"tin-tuc/xau-{n}.md": article(tags=f"['{name}']") for n, name in enumerate(short)}
    folder = tmp_path / "site"
    site = build_whole(folder, {**files, **GOOD}, monkeypatch, refused=True)

    beside = {".output.files.json", "content", "output", "store"}
    assert {path.name for path in folder.iterdir()} == beside
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    fit = re.compile(r"(?!(giao-dien|anh)/)(.*/)?[a-z0-9-]+/index\.html|[a-z0-9.-]+|.*\.xml")
    assert [name for name in pages(site) if not fit.fullmatch(name)] == []
    assert [name for name in pages(site) if active_in(site.read(name))] == []


@pytest.mark.parametrize("key", ["save_as", "url", "template", "Save_as", "override_save_as"])
def test_no_header_names_a_path(build_site: BuildSite, key: str) -> None:
    site = build_site({**GOOD, "tin-tuc/xau.md": article("Xấu", **{key: "index.html"})})

    assert site.exit_code == 1
    assert {found.path for found in site.diagnostics if found.severity is Severity.ERROR} == {
        "tin-tuc/xau.md"
    }
