"""A PDF of each document of the agency's own: to read and to print, never an original.

Of another agency's only where an editor says so (`pdf: yes`). Each says on every page that it
does not replace the original. WeasyPrint makes them, tagged and with bookmarks; without its
system library Pango the site is built without PDFs, and publishing fails.
Kind: corpus and site. Value: `document.document_pdfs`, the path of the PDF or "". Setting:
`DOCUMENT_PDFS` (`DocumentPdfsSettings`).
"""

from plugins.document_pdfs.config import DocumentPdfsSettings

__all__ = ["DocumentPdfsSettings", "register"]


def register() -> None:
    """Connect the feature to Pelican."""
    from plugins.document_pdfs.plugin import connect_receivers  # noqa: PLC0415  (workers must not load Pelican)

    connect_receivers()
