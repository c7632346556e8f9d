"""The body: what an editor types is what stands on the page, and nothing else can."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.core.html import parse_fragment
from tests.article_reader.conftest import HEADER, ReadText

BodyOf = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Sở KH&CN; họp", "<p>Sở KH&amp;CN; họp</p>"),
        ("KT&GT; và KT&LT;", "<p>KT&amp;GT; và KT&amp;LT;</p>"),
        ("KH,CN&ĐMST", "<p>KH,CN&amp;ĐMST</p>"),
        ("a&nbsp;b", "<p>a&amp;nbsp;b</p>"),
        ("&#106;&#x3c;b&#x3e;", "<p>&amp;#106;&amp;#x3c;b&amp;#x3e;</p>"),
        ("&amp; &lt;", "<p>&amp;amp; &amp;lt;</p>"),
        ("3 < 5 > 2", "<p>3 &lt; 5 &gt; 2</p>"),
        ('“Sở” – ‘điểm’ … "a" -- b', '<p>“Sở” – ‘điểm’ … "a" -- b</p>'),
        ("**KT&GT;** và `KT&GT;`", "<p><strong>KT&amp;GT;</strong> và <code>KT&amp;GT;</code></p>"),
        (
            "<script>alert(1)</script>",
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        ),
        ("một <b>hai</b>", "<p>một &lt;b&gt;hai&lt;/b&gt;</p>"),
        (
            '<div onclick="x()">\n\nmột\n\n</div>',
            '<p>&lt;div onclick="x()"&gt;</p>\n<p>một</p>\n<p>&lt;/div&gt;</p>',
        ),
        ("<!-- ghi chú -->", "<p>&lt;!-- ghi chú --&gt;</p>"),
        ("một{: onclick=x }", "<p>một{: onclick=x }</p>"),
        ("## Mục {: #x .y }", '<h2 id="muc-x-y">Mục {: #x .y }</h2>'),
        ("*[KT]: kinh tế\n\nKT", "<p>*[KT]: kinh tế</p>\n<p>KT</p>"),
        ("[TOC]", "<p>[TOC]</p>"),
        ("{{ article.title }} {% raw %}", "<p>{{ article.title }} {% raw %}</p>"),
    ],
)
def test_text_is_literal(body_of: BodyOf, text: str, html: str) -> None:
    assert body_of(text) == html


def test_what_markdown_is_for(body_of: BodyOf) -> None:
    text = (
        "Đoạn **đậm**, *nghiêng*,\ndòng hai  \nxuống dòng.\n\n> Lời trích\n\n"
        "- một\n- hai\n\n3. ba\n4. bốn\n\n---\n\n    mã <a>\n"
    )

    assert body_of(text) == (
        "<p>Đoạn <strong>đậm</strong>, <em>nghiêng</em>,\ndòng hai<br>\nxuống dòng.</p>\n"
        "<blockquote>\n<p>Lời trích</p>\n</blockquote>\n"
        "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>\n"
        '<ol start="3">\n<li>ba</li>\n<li>bốn</li>\n</ol>\n'
        "<hr>\n<pre><code>mã &lt;a&gt;\n</code></pre>"
    )


def test_a_table_has_headers(body_of: BodyOf) -> None:
    assert body_of("| Huyện | Số |\n| --- | --- |\n| Đoan Hùng | 3 |") == (
        "<table>\n<thead>\n<tr>\n<th>Huyện</th>\n<th>Số</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>Đoan Hùng</td>\n<td>3</td>\n</tr>\n</tbody>\n</table>"
    )


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([1], [2]),
        ([2], [2]),
        ([4], [2]),
        ([2, 4], [2, 3]),
        ([3, 2], [2, 2]),
        ([1, 2, 3], [2, 3, 4]),
        ([2, 4, 3, 2, 6], [2, 3, 3, 2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_headings_start_at_the_second_level_and_skip_none(
    body_of: BodyOf, written: list[int], levels: list[int]
) -> None:
    body = body_of("\n\n".join(f"{'#' * level} Mục {level}" for level in written))

    assert [int(heading.tag[1]) for heading in parse_fragment(body)] == levels


@given(levels=st.lists(st.integers(1, 6), min_size=1, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_order_of_headings_leaves_a_gap(body_of: BodyOf, levels: list[int]) -> None:
    body = body_of("\n\n".join(f"{'#' * level} Mục" for level in levels))
    written = [1, *(int(heading.tag[1]) for heading in parse_fragment(body))]

    assert len(written) == len(levels) + 1
    assert min(written[1:]) == 2
    assert all(after - before <= 1 for before, after in pairwise(written))


def test_every_heading_has_an_address_of_its_own(body_of: BodyOf) -> None:
    body = body_of("## Đề án 844\n\n## Đề án 844\n\n## …\n\n## KH&CN;")

    assert [heading.get("id") for heading in parse_fragment(body)] == [
        "de-an-844",
        "de-an-844-2",
        "muc",
        "kh-cn",
    ]


def test_an_underlined_heading_counts_too(body_of: BodyOf) -> None:
    assert body_of("Mục một\n===\n\nMục hai\n---") == (
        '<h2 id="muc-mot">Mục một</h2>\n<h3 id="muc-hai">Mục hai</h3>'
    )


@given(text=st.text(alphabet="<>&;\"'=:/ scriptonJAVA[](){}!`*_#\n\\", max_size=120))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_no_text_becomes_active(read: ReadText, text: str) -> None:
    root = parse_fragment(read(f"{HEADER}\n{text}").body)

    for element in root.iter():
        assert element.tag not in {"script", "style", "iframe", "object", "svg", "form"}
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        assert not (element.get("href") or "").lower().startswith(("javascript", "data", "vb"))
