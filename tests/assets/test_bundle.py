"""A theme folder becomes one bundle, or a message that names what is missing."""

from pathlib import Path

import pytest

from plugins.assets.bundle import read_bundle
from plugins.core.errors import ConfigError

THEME = {
    "main.css": '@layer base, card;\n@import url("styles/base.css") layer(base);\n'
    '@import url("components/the-tin/the-tin.css") layer(card);\n',
    "styles/base.css": "/* chữ */ @font-face { src: url('../fonts/chu.woff2'); }",
    "components/the-tin/the-tin.css": ".the-tin { background: url(nen.svg) }",
    "components/the-tin/nen.svg": "<svg/>",
    "components/the-tin/the-tin.js": 'import { nhớ } from "../../scripts/storage.js";\n',
    "components/the-tin/the-tin.html": "{% macro the_tin() %}{% endmacro %}",
    "scripts/storage.js": "export const nhớ = 1; // giữ nguyên\n",
    "main.js": "import './components/the-tin/the-tin.js';\n",
    "preferences.js": "document.documentElement;\n",
    "fonts/chu.woff2": "wOF2",
    "fonts/README.md": "nguồn",
    "images/favicon.ico": "ico",
    "images/bieu-tuong.svg": "<svg></svg>",
}


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A small theme folder."""
    for name, text in THEME.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_bundle_holds_what_pages_load_and_nothing_else(theme: Path) -> None:
    assert list(read_bundle(theme).files) == [
        "components/the-tin/nen.svg",
        "components/the-tin/the-tin.js",
        "fonts/chu.woff2",
        "images/bieu-tuong.svg",
        "images/favicon.ico",
        "main.js",
        "preferences.js",
        "scripts/storage.js",
        "site.css",
    ]


def test_the_sheet_is_whole_and_its_files_are_found_from_where_it_lies(theme: Path) -> None:
    assert read_bundle(theme).files["site.css"].decode() == (
        '@layer base,card;@layer base{@font-face{src:url("fonts/chu.woff2")}}'
        '@layer card{.the-tin{background:url("components/the-tin/nen.svg")}}'
    )


def test_a_second_table_of_contents_makes_a_second_sheet(theme: Path) -> None:
    (theme / "pages.css").write_text('@import url("styles/base.css") layer(base);')
    assert read_bundle(theme).files["pages.css"].decode() == (
        '@layer base{@font-face{src:url("fonts/chu.woff2")}}'
    )


def test_the_sheet_for_paper_stays_a_sheet_of_its_own(theme: Path) -> None:
    (theme / "print.css").write_text("/* giấy */ @page { size: a4 }", encoding="utf-8")
    assert read_bundle(theme).files["print.css"] == b"@page{size:a4}"


def test_scripts_are_copied_unchanged(theme: Path) -> None:
    scripts = {n: c.decode() for n, c in read_bundle(theme).files.items() if n.endswith(".js")}
    assert scripts == {name: text for name, text in THEME.items() if name.endswith(".js")}


def test_any_change_gives_the_folder_another_name(theme: Path) -> None:
    before = read_bundle(theme)
    assert before == read_bundle(theme)
    (theme / "scripts/storage.js").write_text("export const nhớ = 2;\n", encoding="utf-8")
    assert read_bundle(theme).path_of("main.js") != before.path_of("main.js")


def test_all_files_lie_in_the_named_folder_but_the_favicon_is_at_the_root_too(theme: Path) -> None:
    bundle = read_bundle(theme)
    paths = [path for path, _ in bundle.site_files()]
    folder = f"giao-dien/{bundle.fingerprint}/"
    assert paths == [folder + name for name in bundle.files] + ["favicon.ico"]


def test_an_asset_that_is_not_there_is_named(theme: Path) -> None:
    with pytest.raises(ConfigError, match=r"asset\('sit\.css'\)"):
        read_bundle(theme).path_of("sit.css")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "main.css",
            '@import url("styles/bas.css") layer(base);',
            "main.css names 'styles/bas.css'",
        ),
        ("main.css", "a { color: red }", "main.css: write @import"),
        ("styles/base.css", "a { b: url(mất.png) }", "styles/base.css names 'styles/mất.png'"),
        ("styles/base.css", "a { b: url(../../x.png) }", r"names '\.\./x\.png'"),
        ("styles/base.css", "a { b: url(https://x.vn/a.png) }", "only files of the theme"),
        ("styles/base.css", "a { b: url(//x.vn/a.png) }", "only files of the theme"),
        ("styles/base.css", '@import "khác.css";', "styles/base.css has an @import"),
        ("main.js", 'import "./mất.js";', r"main\.js imports '\./mất\.js'"),
    ],
)
def test_what_is_wrong_is_named(theme: Path, name: str, text: str, message: str) -> None:
    (theme / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_bundle(theme)
