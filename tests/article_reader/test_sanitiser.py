"""The second wall: hostile HTML that came past the first one."""

import pytest

from plugins.article_reader.sanitiser import sanitise


@pytest.mark.parametrize(
    ("markup", "clean"),
    [
        ("<p>Sở</p><script>alert(1)</script>", "<p>Sở</p>"),
        ("<style>p{}</style><p>Sở</p>", "<p>Sở</p>"),
        ('<p onclick="x()" style="color:red" data-x="1">Sở</p>', "<p>Sở</p>"),
        ('<a href="javascript:alert(1)">Sở</a>', "<a>Sở</a>"),
        ('<a href="JaVa&#x73;cript:alert(1)">Sở</a>', "<a>Sở</a>"),
        ('<a href=" java\tscript:alert(1)">Sở</a>', "<a>Sở</a>"),
        ('<a href="data:text/html,x">Sở</a>', "<a>Sở</a>"),
        ('<a href="/x" target="_blank" rel="x" ping="/y">Sở</a>', '<a href="/x">Sở</a>'),
        ('<img src="javascript:x" onerror="x()" alt="Sở">', '<img alt="Sở">'),
        ('<iframe src="https://a.vn"></iframe><p>Sở</p>', "<p>Sở</p>"),
        ('<object data="x"><embed src="y"></object>', ""),
        ("<svg onload=x()><a href=/x>Sở</a></svg>", ""),
        ("<math><mtext><img src=x onerror=y></mtext></math>", ""),
        ('<form action="/x"><input name="a"><button>b</button></form>', "b"),
        ('<base href="https://a.vn"><meta http-equiv="refresh"><link rel="x">', ""),
        ("<!-- ghi chú --><p>Sở</p>", "<p>Sở</p>"),
        ('<span hidden popover="auto">Sở</span>', '<span hidden="">Sở</span>'),
        ("<p hidden>Sở</p>", "<p>Sở</p>"),
        ("<h1>Sở</h1>", "Sở"),
        ("<video src=x><track></video><marquee>Sở</marquee>", "Sở"),
        ("<p>{filename}</p>", "<p>{filename}</p>"),
        ('<p title="x" aria-hidden="true" tabindex="0">Sở</p>', "<p>Sở</p>"),
    ],
)
def test_what_is_not_named_does_not_pass(markup: str, clean: str) -> None:
    assert sanitise(markup) == clean


@pytest.mark.parametrize(
    "markup",
    [
        '<h2 id="muc" class="a" lang="en" role="note">Mục</h2>',
        "<p>a<br>b</p><hr><ul><li>c</li></ul>",
        '<ol start="3"><li>ba</li></ol>',
        '<a href="{filename}/van-ban/x.md#muc" title="Kết luận">x</a>',
        '<picture><source type="image/webp" srcset="/a.webp 320w" sizes="100vw"></picture>',
        '<img src="/a.jpg" srcset="/a.jpg 320w" sizes="100vw" width="320" height="200" alt="Sở">',
        '<img src="/a.jpg" loading="lazy" decoding="async" fetchpriority="high">',
        "<figure><p>ảnh</p><figcaption>Chú thích</figcaption></figure>",
        '<table><thead><tr><th scope="col">a</th></tr></thead></table>',
        "<table><tbody><tr><td>b</td></tr></tbody></table>",
        "<section><div><dl><dt>a</dt><dd>b</dd></dl></div></section>",
        "<p><abbr>KH&amp;CN</abbr><sup>2</sup><sub>3</sub><code>x</code></p>",
        '<a href="https://a.vn/?b=1&amp;c=2">a</a>',
        '<a href="mailto:a@b.vn">b</a><a href="tel:1">c</a>',
    ],
)
def test_what_the_features_write_passes_unchanged(markup: str) -> None:
    assert sanitise(markup) == markup
