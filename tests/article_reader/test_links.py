"""Links: to content files, to addresses of the site, to the outside; nothing active."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal
from unicodedata import normalize
from urllib.parse import quote

import pytest

from plugins.core.html import parse_fragment
from tests.article_reader.conftest import HEADER, ReadText

BodyOf = Callable[[str], str]

FORBIDDEN = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "javascript&#58;alert(1)",
    "java&#x73;cript:alert(1)",
    "java%73cript:alert(1)",
    "\\javascript:alert(1)",
    "vbscript:x",
    "data:text/html,<b>",
    "file:///etc/passwd",
    "ftp://a.vn/x",
    "blob:https://a.vn/x",
    "//a.vn/x",
    "///a.vn/x",
    "/\\a.vn",
    "\\\\a.vn\\x",
    "{filename}javascript:alert(1)",
    "{filename}https://a.vn/",
    "{filename}//a.vn/x",
    "{static}javascript:alert(1)",
    "{attach}javascript:alert(1)",
    "{index}javascript:alert(1)",
    "{alert(1)}javascript:1",
    "{filename}{filename}javascript:alert(1)",
    "|filename|javascript:alert(1)",
    "{author}x",
    "{tag}x",
]


@pytest.mark.parametrize("target", FORBIDDEN)
@pytest.mark.parametrize(
    "form",
    ["[x]({})", "[x](<{}>)", '[x]({} "nhan")', "[x][a]\n\n[a]: {}", "[x][a]\n\n[a]: <{}>", "<{}>"],
)
def test_no_spelling_of_a_forbidden_target_becomes_a_link(
    read: ReadText, form: str, target: str
) -> None:
    article = read(f"{HEADER}\n{form.format(target)}\n")
    hrefs = [link.get("href") for link in parse_fragment(article.body).iter("a")]

    assert [href for href in hrefs if href is not None] == []
    # What is no link at all stands as text; what is a link is told.
    assert bool(hrefs) == any(found.code in {"AR017", "AR018"} for found in article.diagnostics)


@pytest.mark.parametrize(
    "target",
    [
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "\u2028javascript:alert(1)",
        "jav\u200bascript:alert(1)",
    ],
)
def test_blanks_do_not_hide_a_scheme(read: ReadText, target: str) -> None:
    article = read(f"{HEADER}\n[x](<{target}>)\n")

    assert "href" not in article.body


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://most.gov.vn/", "https://most.gov.vn/"),
        ("http://most.gov.vn/a?b=1&c=2#d", "http://most.gov.vn/a?b=1&amp;c=2#d"),
        ("mailto:sokhcn@example.vn", "mailto:sokhcn@example.vn"),
        ("tel:02100000000", "tel:02100000000"),
        ("#muc", "#muc"),
        ("/tin-tuc/", "/tin-tuc/"),
        ("/tin-tuc/bai-khac/#muc", "/tin-tuc/bai-khac/#muc"),
        ("bai-khac.md", "{filename}/tin-tuc/2024/03/bai-khac.md"),
        ("./bai-khac.md#muc", "{filename}/tin-tuc/2024/03/bai-khac.md#muc"),
        ("../03/bai-khac.md", "{filename}/tin-tuc/2024/03/bai-khac.md"),
        ("../../../van-ban/ket-luan.md", "{filename}/van-ban/ket-luan.md"),
        ("/van-ban/ket-luan.md", "{filename}/van-ban/ket-luan.md"),
        ("{filename}/van-ban/ket-luan.md", "{filename}/van-ban/ket-luan.md"),
        ("{filename}bai-khac.md", "{filename}/tin-tuc/2024/03/bai-khac.md"),
        (r"https://most.gov.vn/a\_b\-c", "https://most.gov.vn/a_b-c"),
        ("b%61i-khac.md", "{filename}/tin-tuc/2024/03/bai-khac.md"),
        ("{filename}#muc", "#muc"),
        ('#"muc', "#%22muc"),
        ('https://most.gov.vn/"x', "https://most.gov.vn/%22x"),
    ],
)
def test_links_that_lead_somewhere(body_of: BodyOf, target: str, href: str) -> None:
    assert body_of(f"[x]({target})") == f'<p><a href="{href}">x</a></p>'


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "target",
    ["<Bài số 2.md#muc>", "B%C3%A0i%20s%E1%BB%91%202.md#muc", "<{filename}Bài số 2.md#muc>"],
)
def test_names_of_articles_may_have_marks_and_spaces(
    body_of: BodyOf, content: Path, target: str, form: Literal["NFC", "NFD"]
) -> None:
    name = normalize(form, "tin-tuc/2024/03/Bài số 2.md")
    (content / name).write_bytes(b"x")

    assert body_of(f"[x]({target})") == f'<p><a href="{{filename}}/{quote(name)}#muc">x</a></p>'


def test_a_link_to_a_page_begins_with_the_root_of_a_site_in_a_folder(read: ReadText) -> None:
    source = f"{HEADER}\n[x](/tin-tuc/) [y](/khcn/the/) [z](https://a.vn/)\n"
    article = read(source, url="https://example.vn/khcn")

    assert article.body == (
        '<p><a href="/khcn/tin-tuc/">x</a> <a href="/khcn/the/">y</a> <a href="https://a.vn/">z</a></p>'
    )


def test_links_by_reference(body_of: BodyOf) -> None:
    text = "[Kết luận][kl] và [kl]\n\n[kl]: ../../../van-ban/ket-luan.md"

    assert body_of(text) == (
        '<p><a href="{filename}/van-ban/ket-luan.md">Kết luận</a>'
        ' và <a href="{filename}/van-ban/ket-luan.md">kl</a></p>'
    )


def test_links_that_are_their_own_text(body_of: BodyOf) -> None:
    assert body_of("<https://most.gov.vn/?a=1&b=2>") == (
        '<p><a href="https://most.gov.vn/?a=1&amp;b=2">https://most.gov.vn/?a=1&amp;b=2</a></p>'
    )


def test_an_address_in_angle_brackets_is_a_link_to_write_to(read: ReadText) -> None:
    (link,) = parse_fragment(read(f"{HEADER}\n<a@example.vn>\n").body).iter("a")

    assert link.get("href") == "mailto:a@example.vn"
    assert link.text == "a@example.vn"


@pytest.mark.parametrize(
    "target",
    [
        "khong-co.md",
        "../../../../mat-khau.md",
        "/../mat-khau.md",
        "%2e%2e/%2e%2e/%2e%2e/%2e%2e/mat-khau.md",
        "{filename}/../mat-khau.md",
        "{static}/../mat-khau.md",
        "bai-khac",
        "hinh-anh/anh.jpg",
        "/hinh-anh/anh.jpg.md",
        "{filename}/hinh-anh/anh.jpg",
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(read: ReadText, target: str) -> None:
    article = read(f"{HEADER}\nMột.\n\n- hai [x]({target})\n")

    assert [(found.code, found.line) for found in article.diagnostics] == [("AR017", 10)]
    assert target in article.diagnostics[0].message
    assert "href" not in article.body
