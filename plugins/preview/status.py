"""What every open page wants to know: which build is served, and whether the last one failed."""

import json
import threading
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from plugins.preview import messages
from plugins.preview.builds import BuildResult


class Status(Struct, frozen=True, kw_only=True):
    """The state of the preview.

    Attributes:
        version: Another text whenever other pages are shown; "" before the first good build.
        failed: Whether the last build did.
        title: What to tell of the last build; "" if there is nothing to tell.
        findings: What it found, each with its place and its remedy, or why it broke.
        looked: Whether pages are shown of which no build has told yet.
    """

    version: str = ""
    failed: bool = False
    title: str = ""
    findings: tuple[str, ...] = ()
    looked: bool = False

    def after(self, result: BuildResult, version: str) -> "Status":
        """The status after one more build, that would be of this version."""
        if result.passed:
            title = messages.passed(result.counted) if result.findings else ""
            return Status(version=version, title=title, findings=_told(result))
        told = messages.FAILED if self.version else messages.FAILED_AT_FIRST
        return replace(
            self,
            failed=True,
            looked=False,
            title=messages.failed(told, result.counted),
            findings=_told(result) or (result.printed or messages.NO_REPORT,),
        )

    def event(self) -> bytes:
        """The status as a server-sent event, with the words around it."""
        return f"data: {json.dumps(asdict(self) | messages.WORDS)}\n\n".encode()


def _told(result: BuildResult) -> tuple[str, ...]:
    more = (messages.more(result.more),) if result.more else ()
    return (*result.findings, *more)


class StatusBoard:
    """The one current status, and what is shown with it; many pages wait for the next."""

    def __init__(self) -> None:
        """Begin before the first build."""
        self._changed = threading.Condition()
        self._status = Status()
        self._looks: Mapping[str, bytes] = {}

    @property
    def status(self) -> Status:
        """The current status."""
        return self._status

    @property
    def shown(self) -> tuple[Status, Mapping[str, bytes]]:
        """The current status, and the pages that are newer than the built ones."""
        with self._changed:
            return self._status, self._looks

    def show(self, status: Status, looks: Mapping[str, bytes] | None = None) -> None:
        """Replace the status, and the pages beside the built ones; wake everybody who waits."""
        with self._changed:
            self._status, self._looks = status, looks or {}
            self._changed.notify_all()

    def wait(self, seen: Status | None, seconds: float) -> Status | None:
        """A status other than the one seen, or None if there is none in time."""
        with self._changed:
            changed = self._changed.wait_for(lambda: self._status != seen, timeout=seconds)
            return self._status if changed else None
