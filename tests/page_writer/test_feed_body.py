"""The body of an article in a feed: complete addresses, nothing hidden."""

import pytest

from plugins.page_writer.feed_body import feed_body

ADDRESS = "https://khcn.example/tin-tuc/bai/"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="/the/x/">x</a>', '<a href="https://khcn.example/the/x/">x</a>'),
        ('<a href="#muc">x</a>', '<a href="https://khcn.example/tin-tuc/bai/#muc">x</a>'),
        ('<a href="https://a.vn/?b=1&amp;c">x</a>', '<a href="https://a.vn/?b=1&amp;c">x</a>'),
        ('<a href="mailto:a@b.vn">x</a>', '<a href="mailto:a@b.vn">x</a>'),
        (
            '<picture><source srcset="/a.webp 320w"><img src="/a.jpg" alt="Sở"></picture>',
            '<picture><img src="https://khcn.example/a.jpg" alt="Sở"></picture>',
        ),
        (
            '<img src="/a.jpg" srcset="/a.jpg 320w" sizes="100vw" loading="lazy" decoding="async">',
            '<img src="https://khcn.example/a.jpg">',
        ),
        (
            '<abbr id="x"><a href="#y">KH&amp;CN</a></abbr><span hidden=""> (Khoa học)</span> họp',
            "KH&amp;CN (Khoa học) họp",
        ),
        ('<abbr>KH&amp;CN</abbr><span hidden=""> (Khoa học)</span> họp', "KH&amp;CN họp"),
        ("<p>Sở &lt;b&gt; &amp;amp;</p>", "<p>Sở &lt;b&gt; &amp;amp;</p>"),
    ],
)
def test_a_body_works_far_from_the_site(body: str, expected: str) -> None:
    assert feed_body(body, ADDRESS) == expected
