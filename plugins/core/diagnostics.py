"""What the build has to tell an editor: one finding, with its place and its remedy."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only `ERROR` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding about one place in the content.

    Attributes:
        code: Two letters and three digits, never reused (`AR003`).
        severity: Whether the build stops.
        path: The file, relative to the content folder, with `/`; "" for the site as a whole.
        line: 1 for the first line; 0 where no line can be named.
        field: The header key, or "" for the text.
        message: What is wrong, in Vietnamese, with the offending text.
        remedy: How to mend it, in Vietnamese.
    """

    code: str
    severity: Severity
    path: str
    line: int = 0
    field: str = ""
    message: str
    remedy: str = ""

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """The order of reports: by file, line, code, then text."""
        return (self.path, self.line, self.code, self.message)
