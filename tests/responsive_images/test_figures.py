import os
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from markdown import Extension, Markdown

from plugins.core.articles import Kind
from plugins.core.body import ArticleMarkdown, BodyContext
from plugins.core.html import parse_fragment, serialise_fragment
from plugins.responsive_images.figures import FigureExtension
from plugins.responsive_images.lookup import PictureLookup
from tests.responsive_images.pictures import picture


@pytest.fixture
def body(lookup: PictureLookup) -> "Body":
    (lookup.content / "hinh-anh" / "hoi-nghi.jpg").write_bytes(picture(300, 200))
    return Body(lookup)


class Body:
    """Makes bodies of the article tin-tuc/bai.md."""

    def __init__(self, lookup: PictureLookup) -> None:
        self.lookup = lookup
        self.context = self._context("")

    def html(self, text: str) -> str:
        """The markup of a text, every picture shown as [its alternative text]."""
        root = parse_fragment(self.markup(text))
        for element in root.xpath(".//picture"):
            element.tag = "i"
            element.text = f"[{element.find('img').get('alt')}]"
            del element[:]
        return serialise_fragment(root).replace("\n", "")

    def markup(self, text: str) -> str:
        self.context = self._context(text)
        extensions: list[Extension] = [FigureExtension(self.lookup)]
        return ArticleMarkdown(extensions=extensions, output_format="html").convert_article(
            text, self.context
        )

    @property
    def found(self) -> list[tuple[str, int]]:
        return [(finding.code, finding.line) for finding in self.context.diagnostics]

    def _context(self, text: str) -> BodyContext:
        return BodyContext(
            path="tin-tuc/bai.md",
            kind=Kind.ARTICLE,
            source=text,
            first_line=1,
            content=self.lookup.content,
            link_root="/",
        )


IMAGE = "![Các đại biểu](../hinh-anh/hoi-nghi.jpg)"
TITLED = '![Các đại biểu](../hinh-anh/hoi-nghi.jpg "Hội nghị KH&CN.")'
SHOWN = "<i>[Các đại biểu]</i>"


def _figure(caption: str = "") -> str:
    below = caption and f"<figcaption>{caption}</figcaption>"
    return f'<figure class="figure">{SHOWN}{below}</figure>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (IMAGE, _figure()),
        (
            f"{IMAGE}\n\n*Toàn **cảnh**.*\n\nSau.",
            _figure("Toàn <strong>cảnh</strong>.") + "<p>Sau.</p>",
        ),
        (f"{IMAGE}\n*Toàn cảnh.*", _figure("Toàn cảnh.")),
        (TITLED, _figure("Hội nghị KH&amp;CN.")),
        (f"{TITLED}\n\n*hội nghị KH&CN*", _figure("hội nghị KH&amp;CN")),
        (f"{TITLED}\n\n*Ảnh: Sở*", _figure("Hội nghị KH&amp;CN.<br>Ảnh: Sở")),
        (f"Chữ {IMAGE} trong câu.", f"<p>Chữ {SHOWN} trong câu.</p>"),
        (f"{IMAGE}\n\n*Nghiêng* rồi thường.", _figure() + "<p><em>Nghiêng</em> rồi thường.</p>"),
        (f"{IMAGE}\n\n{IMAGE}\n\n*Chú thích.*", _figure() + _figure("Chú thích.")),
        (f"*Chỉ nghiêng.*\n\n{IMAGE}", "<p><em>Chỉ nghiêng.</em></p>" + _figure()),
        (f"[{IMAGE}](https://most.gov.vn)", f'<p><a href="https://most.gov.vn">{SHOWN}</a></p>'),
        (f"> {IMAGE}\n>\n> *Chú thích.*", f"<blockquote>{_figure('Chú thích.')}</blockquote>"),
    ],
)
def test_makes_figures_of_pictures_that_stand_alone(body: Body, text: str, expected: str) -> None:
    assert body.html(text) == expected
    assert body.found == []


def test_writes_widths_formats_and_size(body: Body) -> None:
    markup = body.markup(f"Chữ.\n\n{IMAGE}")
    image = parse_fragment(markup).find(".//img")
    name = image.get("src").removesuffix("-300.jpg")
    assert name.startswith("/anh/hoi-nghi.")
    sizes = "(min-width: 45rem) 42rem, calc(100vw - 2rem)"
    assert dict(image.attrib) == {
        "src": f"{name}-300.jpg",
        "srcset": f"{name}-300.jpg 300w",
        "sizes": sizes,
        "width": "300",
        "height": "200",
        "alt": "Các đại biểu",
        "loading": "lazy",
        "decoding": "async",
    }
    source = parse_fragment(markup).find(".//source")
    assert dict(source.attrib) == {
        "type": "image/webp",
        "srcset": f"{name}-300.webp 300w",
        "sizes": sizes,
    }


def test_a_picture_that_opens_the_text_does_not_wait(body: Body) -> None:
    images = parse_fragment(body.markup(f"{IMAGE}\n\n{IMAGE}")).findall(".//img")
    assert [image.get("loading") for image in images] == [None, "lazy"]


@pytest.mark.parametrize(
    "target",
    [
        "../hinh-anh/hoi-nghi.jpg",
        "/hinh-anh/hoi-nghi.jpg",
        "{static}/hinh-anh/hoi-nghi.jpg",
        "{static}../hinh-anh/hoi-nghi.jpg",
        "{attach}../hinh-anh/hoi-nghi.jpg",
        "{filename}/hinh-anh/hoi-nghi.jpg",
        "../hinh-anh/hoi%2Dnghi.jpg",
        "<../hinh-anh/hoi-nghi.jpg>",
    ],
)
def test_finds_a_picture_from_the_article_and_from_the_content_folder(
    body: Body, target: str
) -> None:
    assert "/anh/hoi-nghi." in body.markup(f"![Các đại biểu]({target})")
    assert body.found == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("https://most.gov.vn/a.jpg", "IM001"),
        ("//most.gov.vn/a.jpg", "IM001"),
        ("data:image/png;base64,AAAA", "IM001"),
        ("{static}https://most.gov.vn/a.jpg", "IM001"),
        ("file:///etc/anh.jpg", "IM001"),
        ("C:\\anh\\a.jpg", "IM001"),
        ("|static|/hinh-anh/hoi-nghi.jpg", "IM002"),
        ("{tag}/hinh-anh/hoi-nghi.jpg", "IM002"),
        ("/etc/hostname", "IM002"),
        ("../hinh-anh/a%00.jpg", "IM002"),
        ("%2e%2e/%2e%2e/bi-mat.jpg", "IM003"),
        ("{attach}%2e%2e/%2e%2e/bi-mat.jpg", "IM003"),
        ("%252e%252e/%252e%252e/bi-mat.jpg", "IM002"),
        ("../hinh-anh/khong-co.jpg", "IM002"),
        ("../hinh-anh/" + "a" * 300 + ".jpg", "IM002"),
        ("../hinh-anh", "IM002"),
        ("../../bi-mat.jpg", "IM003"),
        ("/../bi-mat.jpg", "IM003"),
        ("{static}../../bi-mat.jpg", "IM003"),
        ("..%2f..%2fbi-mat.jpg", "IM003"),
        ("/hinh-anh/lien-ket.jpg", "IM003"),
        ("/thu-muc-lien-ket/bi-mat.jpg", "IM003"),
        ("/hinh-anh/trang.jpg", "IM004"),
        ("/hinh-anh/hong.jpg", "IM006"),
    ],
)
def test_a_picture_that_cannot_be_used_is_an_error_with_its_line(
    body: Body, tmp_path: Path, target: str, code: str
) -> None:
    content = body.lookup.content
    (tmp_path / "bi-mat.jpg").write_bytes(picture(30, 20))
    (content / "hinh-anh" / "lien-ket.jpg").symlink_to(tmp_path / "bi-mat.jpg")
    (content / "thu-muc-lien-ket").symlink_to(tmp_path)
    (content / "hinh-anh" / "trang.jpg").write_bytes(b"<!doctype html>")
    (content / "hinh-anh" / "hong.jpg").write_bytes(picture(300, 200)[:500])
    markup = body.markup(f"Đoạn đầu.\n\n![Các đại biểu]({target})")
    assert body.found == [(code, 3)]
    assert "<img" not in markup
    assert body.context.diagnostics[0].remedy


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("so-do.jpg", picture(30, 20, "PNG"), "IM012", "thật ra là ảnh PNG"),
        ("so-do.png", picture(30, 20, "WEBP"), "IM012", "thật ra là ảnh WEBP"),
        ("so-do", picture(30, 20), "IM012", "thật ra là ảnh JPG"),
        ("so-do.jpg.pdf", picture(30, 20), "IM012", "thật ra là ảnh JPG"),
        ("so-do.heic", b"\0\0\0\x24ftypheic\0\0\0\0mif1heic", "IM004", "HEIC"),
        ("so-do.svg", b"<svg onload='x()'/>", "IM004", "SVG"),
        ("so-do.bmp", b"BM\0\0", "IM004", "không phải ảnh"),
        ("so-do.jpg", b"", "IM006", "rỗng"),
        ("so-do.gif", picture(30, 20, "GIF"), "IM007", "ảnh động"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(
    body: Body, name: str, content: bytes, code: str, said: str
) -> None:
    (body.lookup.content / "hinh-anh" / name).write_bytes(content)
    body.markup(f"![Sơ đồ quy trình](/hinh-anh/{name})")

    (found,) = body.context.diagnostics
    assert (found.code, found.severity) == (code, "error")
    assert said in found.message
    assert body.context.inputs == {}


@pytest.mark.parametrize("name", ["a.jpeg", "a.JPG", "a.jfif", "a.Jpe"])
def test_endings_of_one_format_have_more_than_one_spelling(body: Body, name: str) -> None:
    (body.lookup.content / "hinh-anh" / name).write_bytes(picture(30, 20))
    body.markup(f"![Sơ đồ quy trình](/hinh-anh/{name})")
    assert body.found == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "target",
    ["<../hinh-anh/Hội trường 2.jpg>", "/hinh-anh/H%E1%BB%99i%20tr%C6%B0%E1%BB%9Dng%202.jpg"],
)
def test_names_with_marks_and_spaces_are_found_in_both_forms_of_unicode(
    body: Body, target: str, form: Literal["NFC", "NFD"]
) -> None:
    name = normalize(form, "Hội trường 2.jpg")
    (body.lookup.content / "hinh-anh" / name).write_bytes(picture(30, 20))

    assert "/anh/hoi-truong-2." in body.markup(f"![Các đại biểu]({target})")
    assert body.found == []


def test_what_is_no_regular_file_is_refused_and_never_waited_for(body: Body) -> None:
    folder = body.lookup.content / "hinh-anh"
    os.mkfifo(folder / "ong.jpg")
    (folder / "thu-muc.jpg").mkdir()
    (folder / "vong.jpg").symlink_to("vong.jpg")
    for name, code in (("ong", "IM002"), ("thu-muc", "IM002"), ("vong", "IM003")):
        body.markup(f"![Các đại biểu](/hinh-anh/{name}.jpg)")
        assert body.found == [(code, 1)]
    body.markup("![Các đại biểu](/hinh-anh/ong.jpg)")
    assert "tệp đặc biệt" in body.context.diagnostics[0].message


@pytest.mark.parametrize(
    "target", ["../hinh-anh/Hoi-Nghi.JPG", "../hinh-anh/hoi-nghi.png", "hinh-anh/Hội nghị.jpg"]
)
def test_names_the_file_that_was_meant(body: Body, target: str) -> None:
    body.markup(f"![Các đại biểu](<{target}>)")
    assert body.context.diagnostics[0].remedy == "có phải là “/hinh-anh/hoi-nghi.jpg”?"


def test_texts_that_help_nobody_are_told(body: Body) -> None:
    body.markup("![](../hinh-anh/hoi-nghi.jpg)")
    assert body.found == [("IM008", 1)]
    body.markup(f"Chữ {TITLED} trong câu.")
    assert body.found == [("IM011", 1)]
    body.markup("![Toàn cảnh](../hinh-anh/hoi-nghi.jpg)\n\n*Toàn cảnh.*")
    assert body.found == [("IM009", 1)]


def test_a_picture_pasted_into_the_text_does_not_fill_the_report(body: Body) -> None:
    body.markup(f"![Các đại biểu](data:image/png;base64,{'A' * 5000})")
    assert len(body.context.diagnostics[0].message) < 200


def test_other_converters_are_refused(lookup: PictureLookup) -> None:
    with pytest.raises(TypeError, match="ArticleMarkdown"):
        Markdown(extensions=[FigureExtension(lookup)]).convert(IMAGE)
