"""The settings of the gate."""

from dataclasses import dataclass
from typing import Literal

ReportFormat = Literal["text", "json", "github", "gitlab"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentGateSettings:
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
