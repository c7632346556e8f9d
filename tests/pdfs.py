"""Small PDFs for tests: sound ones, and those that nobody should publish."""

from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def pdf_of(pages: int = 1) -> bytes:
    """A sound PDF of empty pages."""
    return _bytes(_writer(pages))


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    writer = _writer(1)
    writer.encrypt("mật khẩu", algorithm="RC4-40")
    return _bytes(writer)


def acting_pdf() -> bytes:
    """A PDF that runs JavaScript when it is opened."""
    writer = _writer(1)
    script = DictionaryObject(
        {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('Chào');"),
        }
    )
    writer.root_object[NameObject("/OpenAction")] = script
    return _bytes(writer)


def launching_pdf() -> bytes:
    """A PDF that starts a program when its page is looked at."""
    writer = _writer(1)
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("a.exe")}
    )
    following = DictionaryObject(
        {NameObject("/S"): NameObject("/URI"), NameObject("/Next"): action}
    )
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): following})
    return _bytes(writer)


PDF_AS_TEXT = """%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
trailer <</Root 1 0 R /Size 4>>
startxref
0
%%EOF
"""
"""A sound PDF as somebody types it; viewers find its parts without a table."""


def _writer(pages: int) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    return writer


def _bytes(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
