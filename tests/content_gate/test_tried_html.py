"""What editors try as HTML is named with the form that is supported."""

import time
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.content_gate.tried_html import check_tried_html
from plugins.core.articles import Kind
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.text_checks import CheckedText
from tests.conftest import BuildSite, article


def found_in(
    body: str, source: str = "", header: Mapping[str, object] | None = None
) -> list[Diagnostic]:
    text = CheckedText(
        path="tin-tuc/a.md",
        kind=Kind.ARTICLE,
        source=source,
        first_line=1,
        header=header or {},
        body=body,
    )
    return list(check_tried_html(text))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("<script>alert(1)</script>", "CG010"),
        ("<ScRiPt", "CG010"),
        ('<iframe src="https://a.vn"></iframe>', "CG010"),
        ("<object data=x>", "CG010"),
        ("<embed src=x>", "CG010"),
        ("<form action=x>", "CG010"),
        ("<style>p{}</style>", "CG010"),
        ("<svg/onload=alert(1)>", "CG010"),
        ("<video controls>", "CG010"),
        ("<img src=x onerror=alert(1)>", "CG010"),
        ('<p style="color: red">', "CG010"),
        ('<a href="javascript:alert(1)">x</a>', "CG010"),
        ('<a href="java script:alert(1)">x</a>', "CG010"),
        ('Sở {: onclick="alert(1)" }', "CG010"),
        ("dòng một<br>dòng hai", "CG011"),
        ("<b>Sở</b>", "CG011"),
        ("<p>Sở</p>", "CG011"),
        ('<a href="https://a.vn">Sở</a>', "CG011"),
        ('<font color="red">Sở</font>', "CG011"),
        ("<center>Sở</center>", "CG011"),
        ("<!-- xem lại đoạn này -->", "CG011"),
        ("## Mục một {#muc-1}", "CG012"),
        ("{: .noi-bat}", "CG012"),
        ("[Sở](https://skhcn.vi-du.gov.vn/){.to}", "CG012"),
        ("Khoa học&nbsp;và Công nghệ", "CG013"),
        ("Khoa học &amp; Công nghệ", "CG013"),
        ("&#8211; &#x2013;", "CG013"),
    ],
)
def test_each_try_is_named_once_where_it_stands(
    build_site: BuildSite, typed: str, code: str
) -> None:
    site = build_site({"tin-tuc/a.md": article(body=f"Đoạn đầu.\n\n{typed}\n\nĐoạn cuối.")})
    mine = [found for found in site.diagnostics if found.code.startswith("CG01")]

    assert {found.code for found in mine} == {code}
    assert {found.line for found in mine} == {9}
    assert all(found.path == "tin-tuc/a.md" and found.remedy for found in mine)
    assert (site.exit_code == 1) == (code == "CG010")


@pytest.mark.parametrize(
    "typed",
    [
        "`<script>alert(1)</script>` và `&nbsp;`",
        "```\n<iframe src=x>\n```",
        "    <p onclick=x>\n    {: .a}",
        "KH&CN, KT&GT; R&D; Q&A và P&L",
        "a < b, b > c, 3 <5 và <Tên đơn vị>",
        "<https://skhcn.vi-du.gov.vn/> và <so@vi-du.gov.vn>",
        "[x](https://a.vn/?a=1&copy=2)",
        "Tập {1; 2; 3} và {x}",
        "javascript: một ngôn ngữ; on = bật",
        "| a | b |\n|:-:|--:|\n| 1 | 2 |",
    ],
)
def test_what_is_no_html_is_no_finding(build_site: BuildSite, typed: str) -> None:
    site = build_site({"tin-tuc/a.md": article(body=typed)})

    assert [found for found in site.diagnostics if found.code.startswith("CG01")] == []


def test_a_video_is_a_link() -> None:
    (found,) = found_in("<p>&lt;iframe src=x&gt;</p>", "<iframe src=x>")

    assert found.severity is Severity.ERROR
    assert "[Xem video](https://…)" in found.remedy


def test_one_kind_is_told_once() -> None:
    assert len(found_in("<p>a&lt;br&gt;b&lt;br&gt;c&lt;br/&gt;</p>")) == 1


def test_a_header_is_text_and_only_a_warning() -> None:
    (found,) = found_in("", header={"title": "Sở <script>x</script>"})

    assert (found.code, found.severity, found.field) == ("CG010", Severity.WARNING, "title")


@given(st.text(alphabet="<>&;{}:#.=\"'/ abonclickscriptxj!-\n", max_size=300))
def test_no_text_breaks_the_check(text: str) -> None:
    found_in(f"<p>{text}</p>", text, {"title": text})


@pytest.mark.parametrize(
    "piece", ["&lt;", "&lt;a ", "&lt;a b=", "{: ", "{#a ", "&lt;a " + " " * 500, "&amp;a"]
)
def test_no_text_holds_the_check_up(piece: str) -> None:
    began = time.process_time()
    found_in(piece * (500_000 // len(piece)))

    assert time.process_time() - began < 5
