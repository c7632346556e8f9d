"""What a build does when somebody wants it to stop: it says so and ends as a failure.

Pelican catches Ctrl-C and ends with 0, as if the site were there; on SIGTERM Python ends
without clearing up.
"""

import os
import signal
import sys
from types import FrameType

from plugins.content_gate import messages
from plugins.core.stop_signals import STOP_SIGNALS, heard_signals

_TO_AN_EMPTY_LINE = "\r\x1b[2K"

_stopped_by = 0


def hear_interruptions() -> None:
    """End this process truthfully from now on when it is told to stop."""
    global _stopped_by  # noqa: PLW0603  (one per process, as the handlers are)
    _stopped_by = 0
    hearing = os.getpid()

    def stop(number: int, _frame: FrameType | None) -> None:
        _stop(number, hearing)

    for each in heard_signals():
        signal.signal(each, stop)


def end_if_stopped() -> None:
    """End now where the end was lost on its way: Python drops what a destructor raises.

    Raises:
        SystemExit: if this process was told to stop.
    """
    if _stopped_by:
        sys.exit(128 + _stopped_by)


def _stop(number: int, hearing: int) -> None:
    global _stopped_by  # noqa: PLW0603  (as above)
    if os.getpid() != hearing:  # a child that reads for the build: its parent tells
        os._exit(128 + number)
    _stopped_by = number
    for each in STOP_SIGNALS:  # impatience must not cut off the clearing up
        signal.signal(each, signal.SIG_IGN)
    # On a terminal a bar may stand there.
    line = _TO_AN_EMPTY_LINE if sys.stderr.isatty() else ""
    # Not `print`: the signal may have come in the middle of one.
    os.write(sys.stderr.fileno(), f"{line}{messages.INTERRUPTED}\n".encode())
    sys.exit(128 + number)
