"""Pieces of HTML: taken apart and put together without a change, read as words."""

import pytest

from plugins.core.html import parse_fragment, serialise_fragment, text_of


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Sở KH&amp;CN</p>",
        "<p>Một</p>\n<p>Hai <strong>ba</strong> bốn</p>",
        '<p><img src="/a.jpg" alt="Hội &amp; nghị"><br>Chú thích</p>',
        "chữ không có thẻ",
        "",
        "<div>một</div><div>hai</div>",
    ],
)
def test_a_piece_survives_parsing(markup: str) -> None:
    assert serialise_fragment(parse_fragment(markup)) == markup


def test_words_end_where_blocks_do_and_not_where_emphasis_does() -> None:
    markup = "<ul><li>Một</li><li>H<sub>2</sub>O, <em>hai</em>.</li></ul><p>Ba<br>bốn</p>"

    assert text_of(markup) == "Một H2O, hai. Ba bốn"


def test_the_words_of_a_body_are_without_markup_and_hidden_parts() -> None:
    markup = (
        '<h2 id="a">Kết quả</h2>\n<p>Sở <abbr>KH&amp;CN</abbr>'
        '<span hidden=""> (Khoa học và Công nghệ)</span> báo cáo.</p>'
    )

    assert text_of(markup) == "Kết quả Sở KH&CN báo cáo."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p><img alt="3 &gt; 2 &lt; 4" src="/a.jpg">một&nbsp;hai</p>', "một hai"),
        ("<p>&lt;b&gt;&amp;lt; &amp;amp;</p>", "<b>&lt; &amp;"),
        ('<span class="x" hidden="" id="y">một</span><span class="a hidden">hai</span>', "hai"),
        (
            "<figure><picture></picture><figcaption>Chú thích</figcaption></figure>Sau",
            "Chú thích Sau",
        ),
        ("TL.<span hidden> (thừa lệnh)</span> BỘ TRƯỞNG", "TL. BỘ TRƯỞNG"),
        ("A <strong>B<sup>2</sup></strong>", "A B2"),
    ],
)
def test_words_are_read_as_the_sanitiser_writes_them(markup: str, text: str) -> None:
    assert text_of(markup) == text
