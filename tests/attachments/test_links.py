import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.attachments.config import AttachmentsSettings
from plugins.attachments.links import AttachmentExtension
from plugins.attachments.lookup import AttachmentLookup
from plugins.core.articles import Kind
from plugins.core.body import ArticleMarkdown, BodyContext
from tests.pdfs import pdf_of

FACTS = '<span class="attachment__facts"> (PDF, 120\u00a0kB, 3\u00a0trang)</span>'
BAD = {
    "trang.html": b"<!doctype html>",
    "hinh.svg": b"<svg onload='x()'/>",
    "ma.js": b"x()",
    "rong.csv": b"",
    "may.csv": b"MZ\x90\0\x03",
}
Convert = Callable[[str], tuple[str, list[tuple[str, int]]]]


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """Makes bodies of the article van-ban/bai.md and says what was found."""
    content = tmp_path / "content"
    (content / "van-ban").mkdir(parents=True)
    (content / "van-ban" / "Kế hoạch.pdf").write_bytes(pdf_of(3).ljust(120_000))
    (content / "van-ban" / "chuong-trinh.exe").write_bytes(b"MZ")
    (content / "van-ban" / "gia.pdf").write_bytes(b"<script>")
    (content / "van-ban" / "bai-khac.md").write_text("---", encoding="utf-8")
    (tmp_path / "bi-mat.pdf").write_bytes(b"%PDF-")
    (content / "van-ban" / "lien-ket.pdf").symlink_to(tmp_path / "bi-mat.pdf")
    (content / "van-ban" / "thu-muc-lien-ket").symlink_to(tmp_path)
    os.mkfifo(content / "van-ban" / "ong.pdf")
    (content / "van-ban" / "thu-muc.pdf").mkdir()
    for name, head in BAD.items():
        (content / "van-ban" / name).write_bytes(head)
    (content / "van-ban" / "nang.zip").write_bytes(b"PK\x03\x04".ljust(1_000_001))
    settings = AttachmentsSettings(heaviest=1_000_000)
    lookup = AttachmentLookup(content=content, settings=settings)
    converter = ArticleMarkdown(extensions=[AttachmentExtension(lookup)], output_format="html")

    def convert(text: str) -> tuple[str, list[tuple[str, int]]]:
        context = BodyContext(
            path="van-ban/bai.md",
            kind=Kind.DOCUMENT,
            source=text,
            first_line=1,
            content=content,
            link_root="/",
        )
        markup = converter.convert_article(text, context)
        return markup, [(found.code, found.line) for found in context.diagnostics]

    return convert


@pytest.mark.parametrize(
    "target",
    [
        "Kế hoạch.pdf",
        "<Kế hoạch.pdf>",
        "K%E1%BA%BF%20ho%E1%BA%A1ch.pdf",
        "../van-ban/Kế hoạch.pdf",
        "/van-ban/Kế hoạch.pdf",
        "{static}/van-ban/Kế hoạch.pdf",
        "{attach}Kế hoạch.pdf",
    ],
)
def test_leads_to_the_published_file_and_tells_what_it_is(convert: Convert, target: str) -> None:
    markup, found = convert(f"Xem [Kế hoạch]({target}) nhé.")
    assert markup == f'<p>Xem <a href="/tep/van-ban/ke-hoach.pdf">Kế hoạch{FACTS}</a> nhé.</p>'
    assert found == []


def test_keeps_the_place_inside_the_file(convert: Convert) -> None:
    assert 'href="/tep/van-ban/ke-hoach.pdf#page=3"' in convert("[tr. 3](<Kế hoạch.pdf#page=3>)")[0]


@pytest.mark.parametrize(
    "target",
    [
        "bai-khac.md",
        "{filename}bai-khac.md",
        "#muc-1",
        "https://most.gov.vn/a.pdf",
        "//most.gov.vn/a.pdf",
        "mailto:a@phutho.gov.vn",
        "tel:02103846",
        "/tin-tuc/bai/",
        "/tin-moi.atom.xml",
        "khong-co",
        "www.most.gov.vn",
        "{static}javascript:alert.pdf",
    ],
)
def test_leaves_other_links_to_the_reader(convert: Convert, target: str) -> None:
    markup, found = convert(f"[chữ]({target})")
    assert 'class="attachment__facts"' not in markup
    assert f'href="{target}"' in markup
    assert found == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("khong-co.pdf", "AT001"),
        ("{static}/hinh-anh/khong-co.jpg", "AT001"),
        ("../../bi-mat.pdf", "AT002"),
        ("/../bi-mat.pdf", "AT002"),
        ("{attach}../../bi-mat.pdf", "AT002"),
        ("..%2f..%2fbi-mat.pdf", "AT002"),
        ("lien-ket.pdf", "AT002"),
        ("chuong-trinh.exe", "AT003"),
        ("trang.html", "AT003"),
        ("hinh.svg", "AT003"),
        ("ma.js", "AT003"),
        ("gia.pdf", "AT004"),
        ("rong.csv", "AT004"),
        ("may.csv", "AT004"),
        ("nang.zip", "AT006"),
        ("ong.pdf", "AT001"),
        ("thu-muc.pdf", "AT001"),
        ("thu-muc-lien-ket/bi-mat.pdf", "AT002"),
        ("%2e%2e/%2e%2e/bi-mat.pdf", "AT002"),
        ("/etc/bi-mat.pdf", "AT001"),
        ("|attach|bi-mat.pdf", "AT001"),
    ],
)
def test_what_cannot_be_published_is_an_error_with_its_line(
    convert: Convert, target: str, code: str
) -> None:
    markup, found = convert(f"Đoạn đầu.\n\n[chữ]({target})")
    assert found == [(code, 3)]
    assert markup == "<p>Đoạn đầu.</p>\n<p><span>chữ</span></p>"
