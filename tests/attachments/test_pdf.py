"""What is seen in a PDF."""

from pathlib import Path

import pytest

from plugins.attachments.pdf import PdfFault, inspect_pdf
from tests.pdfs import PDF_AS_TEXT, acting_pdf, launching_pdf, locked_pdf, pdf_of


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (pdf_of(3), 3),
        (PDF_AS_TEXT.encode(), 1),
        (locked_pdf(), PdfFault.ENCRYPTED),
        (acting_pdf(), PdfFault.ACTIVE),
        (launching_pdf(), PdfFault.ACTIVE),
        (b"%PDF-1.7\n", PdfFault.BROKEN),
        (pdf_of()[:-200], PdfFault.BROKEN),
        (b"%PDF-1.7\n" + bytes(500) + b"%%EOF", PdfFault.BROKEN),
    ],
)
def test_pages_and_faults(tmp_path: Path, content: bytes, seen: int | PdfFault) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    assert inspect_pdf(path) == seen


def test_a_way_in_a_circle_has_an_end(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text(PDF_AS_TEXT.replace("/MediaBox", "/A 3 0 R /Kids [2 0 R] /MediaBox"))
    assert inspect_pdf(path) == 1
