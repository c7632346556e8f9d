"""The settings of attachments."""

from msgspec import Struct


class AttachmentsSettings(Struct, frozen=True, kw_only=True):
    """Which files may be attached to an article.

    Attributes:
        endings: The allowed endings, in lower case, with their dot.
        heaviest: The largest file that is accepted, in bytes.
    """

    endings: tuple[str, ...] = (
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ods",
        ".odt",
        ".ppt",
        ".pptx",
        ".zip",
        ".csv",
    )
    heaviest: int = 50_000_000
