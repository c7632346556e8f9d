"""The settings of PDFs."""

from msgspec import Struct


class DocumentPdfsSettings(Struct, frozen=True, kw_only=True):
    """How PDFs are made.

    Attributes:
        required: Whether a machine that cannot make them is an error, as when publishing.
        sign: A command that signs a file in its place; it gets the path as its last argument.
            Empty: PDFs are not signed. What a signature holds (a time) is not reproducible.
    """

    required: bool = False
    sign: tuple[str, ...] = ()
