from pathlib import Path

import pytest

from plugins.attachments.attachment import (
    Attachment,
    has_its_content,
    published_path,
    size_in_words,
)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("van-ban/2024/ket-luan.pdf", "tep/van-ban/2024/ket-luan.pdf"),
        ("van-ban/Kế hoạch số 12 (bản ký).PDF", "tep/van-ban/ke-hoach-so-12-ban-ky.pdf"),
        ("Đề án.v2.docx", "tep/de-an-v2.docx"),
        ("van-ban/—.zip", "tep/van-ban/tep.zip"),
    ],
)
def test_publishes_under_an_address_without_marks(name: str, path: str) -> None:
    assert published_path(name) == path


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0\u00a0B"),
        (999, "999\u00a0B"),
        (1_000, "1\u00a0kB"),
        (120_499, "120\u00a0kB"),
        (999_499, "999\u00a0kB"),
        (999_500, "1,0\u00a0MB"),
        (1_250_000, "1,2\u00a0MB"),
        (20_000_000, "20,0\u00a0MB"),
    ],
)
def test_writes_sizes_with_a_decimal_comma(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_tells_type_and_size() -> None:
    attachment = Attachment(name="a.pdf", ending=".pdf", size=120_000)
    assert attachment.facts == "(PDF, 120\u00a0kB)"


@pytest.mark.parametrize(
    ("ending", "content", "sound"),
    [
        (".pdf", b"%PDF-1.7", True),
        (".pdf", b"<script>", False),
        (".pdf", b"", False),
        (".docx", b"PK\x03\x04...", True),
        (".docx", b"MZ\x90", False),
        (".doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True),
        (".csv", "Số,Tên\n".encode(), True),
    ],
)
def test_looks_into_the_file(tmp_path: Path, ending: str, content: bytes, *, sound: bool) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(content)
    assert has_its_content(path, ending) is sound
