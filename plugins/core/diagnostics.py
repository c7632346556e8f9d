"""What the build has to tell an editor: one finding, with its place and its remedy."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How much a finding weighs; only `ERROR` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Diagnostic(Struct, frozen=True, kw_only=True):
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


class PackedAdvice(Struct, frozen=True, kw_only=True):
    """Advice about one file that is unpacked where somebody wants to read it.

    A build of a large site only counts its advice, a hundred thousand of them.

    Attributes:
        path: The file, relative to the content folder.
        count: How much there is, each thing once.
        unpack: Gives it by the path: one function for the advice of a whole site.
    """

    path: str
    count: int
    unpack: Callable[[str], Iterable[Diagnostic]]


def error(
    code: str, path: str, line: int, message: str, remedy: str, field: str = ""
) -> Diagnostic:
    """A finding that stops the build."""
    return _finding(Severity.ERROR, code, path, line, message, remedy, field)


def warning(
    code: str, path: str, line: int, message: str, remedy: str, field: str = ""
) -> Diagnostic:
    """A finding that an editor should not leave as it is."""
    return _finding(Severity.WARNING, code, path, line, message, remedy, field)


def advice(
    code: str, path: str, line: int, message: str, remedy: str, field: str = ""
) -> Diagnostic:
    """A finding for an editor to think about."""
    return _finding(Severity.ADVICE, code, path, line, message, remedy, field)


def _finding(
    severity: Severity, code: str, path: str, line: int, message: str, remedy: str, field: str
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=severity,
        path=path,
        line=line,
        field=field,
        message=message,
        remedy=remedy,
    )
