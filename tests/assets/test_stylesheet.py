"""Style sheets keep their meaning, whatever is taken out of them."""

import pytest

from plugins.assets.stylesheet import compact, inline_imports, rewrite_urls


@pytest.mark.parametrize(
    ("sheet", "compacted"),
    [
        ("a { color : red ; }\n", "a{color :red}"),
        (
            "/* bảng màu */\na {\n  color: red;\n  margin: 0 auto;\n}\n",
            "a{color:red;margin:0 auto}",
        ),
        ("a , b > c + d ~ e { }", "a,b > c + d ~ e{}"),
        ("nav :hover, a:hover {}", "nav :hover,a:hover{}"),
        ("p { width: calc( 1rem + (2px * 3) ) ; }", "p{width:calc(1rem + (2px * 3))}"),
        ("p { margin: calc(1rem) auto; /* hết */ }", "p{margin:calc(1rem) auto}"),
        (
            "@media screen and ( min-width: 40em ) { a {} }",
            "@media screen and (min-width:40em){a{}}",
        ),
        ('q::before { content: "“ ;} /* giữ */  " }', 'q::before{content:"“ ;} /* giữ */  "}'),
        (r"""a { content: '\' { ' ; }""", r"""a{content:'\' { '}"""),
        ("a { src: url( a/*b*/c.woff2 ) }", "a{src:url( a/*b*/c.woff2 )}"),
        ("a/**/.b {}", "a/**/.b{}"),
        ("a /* con */ .b {}", "a .b{}"),
        ("a /* một *//* hai */ {}", "a{}"),
        ("a { color: red; ; }", "a{color:red}"),
        ("", ""),
    ],
)
def test_compact_takes_out_only_what_means_nothing(sheet: str, compacted: str) -> None:
    assert compact(sheet) == compacted


def test_compacting_twice_changes_nothing() -> None:
    once = compact("a { color: red; } /* x */ b :hover { width: calc(1px + 2px) }")
    assert compact(once) == once


def test_every_form_of_url_is_rewritten_and_nothing_else() -> None:
    sheet = (
        """a { b: url(x.png) URL( 'y z.png' ) url("z.png"); c: "url(w.png)"; /* url(v.png) */ }"""
    )
    assert rewrite_urls(sheet, str.upper) == (
        """a { b: url("X.PNG") url("Y Z.PNG") url("Z.PNG"); c: "url(w.png)"; /* url(v.png) */ }"""
    )


def test_imports_are_inlined_in_order_in_their_layers() -> None:
    contents = """
    /* mục lục: @import url("không.css") layer(none); */
    @layer reset, components.card;
    @import url("styles/reset.css") layer(reset);
    @import 'a.css' layer(components.card);
    """
    assert inline_imports(contents, lambda path: f"/* {path} */") == (
        "@layer reset,components.card;\n"
        "@layer reset {\n/* styles/reset.css */\n}\n"
        "@layer components.card {\n/* a.css */\n}"
    )


@pytest.mark.parametrize(
    "contents",
    [
        '@import url("a.css");',
        '@import url("a.css") layer(a) print;',
        "a { color: red }",
        "@layer a { b { color: red } }",
    ],
)
def test_a_table_of_contents_holds_nothing_else(contents: str) -> None:
    with pytest.raises(ValueError, match=r"^[@a]"):
        inline_imports(contents, lambda path: path)
