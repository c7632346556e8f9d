"""The settings of attachments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentsSettings:
    """Which files may be attached to an article.

    Attributes:
        endings: The allowed endings, in lower case, with their dot.
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
