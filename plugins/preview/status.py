"""What every open page wants to know: which build is served, and whether the last one failed."""

import json
import threading
from dataclasses import dataclass, replace

from plugins.preview import messages
from plugins.preview.builds import BuildResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of the preview.

    Attributes:
        version: Another text after every build that passed; "" before the first.
        title: What to tell if the last build failed; "" if it passed.
        report: The report of the build that failed.
    """

    version: str = ""
    title: str = ""
    report: str = ""

    def after(self, result: BuildResult, version: str) -> "Status":
        """The status after one more build, that would be of this version."""
        if result.passed:
            return Status(version=version)
        title = messages.FAILED if self.version else messages.FAILED_AT_FIRST
        return replace(self, title=title, report=result.report or messages.NO_REPORT)

    def event(self) -> bytes:
        """The status as a server-sent event."""
        fields = {"version": self.version, "title": self.title, "report": self.report}
        return f"data: {json.dumps(fields)}\n\n".encode()


class StatusBoard:
    """The one current status; many pages wait for the next."""

    def __init__(self) -> None:
        """Begin before the first build."""
        self._changed = threading.Condition()
        self._status = Status()

    @property
    def status(self) -> Status:
        """The current status."""
        return self._status

    def show(self, status: Status) -> None:
        """Replace the status and wake everybody who waits."""
        with self._changed:
            self._status = status
            self._changed.notify_all()

    def wait(self, seen: Status | None, seconds: float) -> Status | None:
        """A status other than the one seen, or None if there is none in time."""
        with self._changed:
            changed = self._changed.wait_for(lambda: self._status != seen, timeout=seconds)
            return self._status if changed else None
