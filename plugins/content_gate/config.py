"""The settings of the gate."""

from typing import Literal

from msgspec import Struct

ReportFormat = Literal["text", "json", "github", "gitlab"]


class ContentGateSettings(Struct, frozen=True, kw_only=True):
    """How findings are shown and what follows from them.

    Attributes:
        report_format: Lines for people, one JSON array for programs, or what GitHub and
            GitLab show beside changed lines.
        only: Show the findings of this file alone, relative to the content folder.
        advice: Show advice line by line; a build only counts it.
        shown_folder: How to name a content folder outside the repository in front of paths,
            "" for its whole path. JSON for programs names none.
    """

    report_format: ReportFormat = "text"
    only: str = ""
    advice: bool = False
    shown_folder: str = ""
