"""Files that are not UTF-8, and characters that nobody sees."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.article_reader.encodings import probable_encoding
from plugins.article_reader.source_text import decode_source
from plugins.core.diagnostics import Diagnostic
from tests.article_reader.conftest import HEADER, ReadText
from tests.conftest import BuildSite, article

LIMIT = 1_000_000
TEXT = (
    "Sở Khoa học và Công nghệ tổ chức Hội nghị\n"
    "Đồng chí Giám đốc đề nghị các đơn vị thực hiện tốt nhiệm vụ được giao.\n"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Text as Windows keeps it: letters with their hats, tones as bytes of their own."""
    written = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        bare = unicodedata.normalize("NFC", "".join(p for p in parts if p not in TONES))
        written.append(bare + "".join(p for p in parts if p in TONES))
    return "".join(written).encode("cp1258")


# The first line of TEXT and a bit more, as the old fonts write it.
TCVN3 = b"S\xeb Khoa h\xe4c v\xb5 C\xabng ngh\xd6 t\xe6 ch\xf8c H\xe9i ngh\xde\n\xae\xad\xedc giao"
VNI = (
    b"S\xf4\xfb Khoa ho\xefc va\xf8 Co\xe2ng ngh\xe4e to\xe5 ch\xf6\xf9c Ho\xe4i ngh\xf2\n"
    b"\xf1\xf6\xf4\xefc giao"
)
ENCODINGS = [
    ("UTF-16", TEXT.encode("utf-16"), 1),
    ("UTF-16", TEXT.encode("utf-16-le"), 1),
    ("UTF-16", TEXT.encode("utf-16-be"), 1),
    ("UTF-16", HEADER.encode("utf-16-le"), 1),
    ("UTF-16", "Title: x".encode("utf-16-le"), 1),
    ("UTF-32", TEXT.encode("utf-32"), 1),
    ("Windows-1258", windows_1258(TEXT), 1),
    ("Windows-1258", b"title: x\n\n" + windows_1258(TEXT), 3),
    ("TCVN3 (ABC)", TCVN3, 1),
    ("TCVN3 (ABC)", b"title: x\r\n" + TCVN3, 2),
    ("VNI", VNI, 1),
    ("VNI", b"title: x\n" + VNI, 2),
    ("Latin-1", "Société générale de Genève".encode("latin-1"), 1),
]


@pytest.mark.parametrize(("name", "content", "line"), ENCODINGS)
def test_another_encoding_is_named(name: str, content: bytes, line: int) -> None:
    found = decode_source(content, "tin-tuc/bai.md", LIMIT)

    assert isinstance(found, Diagnostic)
    assert (found.code, found.line) == ("AR001", line)
    assert name in found.message
    assert "UTF-8" in found.remedy


@pytest.mark.parametrize(
    "content", [f"{TEXT}\n".encode() + b"\xff", "Phú Thọ hội".encode()[:-2], b"\x81"]
)
def test_broken_utf8_is_not_taken_for_another_encoding(content: bytes) -> None:
    found = decode_source(content, "tin-tuc/bai.md", LIMIT)

    assert isinstance(found, Diagnostic)
    assert found.message == "tệp không phải văn bản UTF-8"


INVISIBLE = [*range(0x200B, 0x2010), 0x2060, 0x2064, 0xFEFF, 0xAD, 0x180E, 0xFFF9, 0xE0041]


@pytest.mark.parametrize("number", INVISIBLE, ids=lambda number: f"U+{number:04X}")
@pytest.mark.parametrize("place", ["title", "body"])
def test_a_character_that_nobody_sees_is_refused_and_named(
    read: ReadText, number: int, place: str
) -> None:
    text = f"Sở{chr(number)} Khoa học"
    source = HEADER.replace("Một bài", text) if place == "title" else f"{HEADER}\nMột\n{text}\n"
    (found,) = read(source).diagnostics

    assert (found.code, found.line) == ("AR003", 2 if place == "title" else 9)
    assert f"U+{number:04X}" in found.message
    assert "Sở”" in found.message


def test_a_mark_at_the_start_and_windows_line_ends_are_no_fault() -> None:
    assert decode_source(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(), "x", LIMIT) == TEXT


@given(st.binary(max_size=300))
@example(b"")
@example(b"\x00")
@example(b"\xff\xfe")
def test_any_bytes_are_text_or_a_finding(content: bytes) -> None:
    assert isinstance(probable_encoding(content), str)
    found = decode_source(content, "tin-tuc/bai.md", LIMIT)
    if isinstance(found, str):
        assert found == unicodedata.normalize("NFC", found)
        assert "\r" not in found
    else:
        assert found.code in {"AR001", "AR003"}


def test_composed_and_decomposed_twins_give_the_same_bytes(build_site: BuildSite) -> None:
    body = (
        "Đồng chí Chu Thị Bích Thủy dự hội nghị về KH&CN.\n\n## Nhiệm vụ được giao\n\n- Một việc."
    )
    source = article("Hội nghị ở Phú Thọ", body=body, tags="[Nhãn hiệu]")
    composed = build_site({"tin-tuc/bai.md": unicodedata.normalize("NFC", source)})
    pages = composed.files
    decomposed = build_site({"tin-tuc/bai.md": unicodedata.normalize("NFD", source)})

    assert decomposed.exit_code == composed.exit_code == 0
    assert decomposed.files == pages
