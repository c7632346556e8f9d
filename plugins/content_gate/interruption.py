"""What a build does when somebody wants it to stop: it says so and ends as a failure.

Pelican catches Ctrl-C and ends with 0, as if the site were there; on SIGTERM Python ends
without clearing up.
"""

import os
import signal
import sys
import threading
from types import FrameType

from plugins.content_gate import messages

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_stopped_by = 0


def hear_interruptions() -> None:
    """End this process truthfully from now on when it is told to stop.

    A signal that is ignored, as under `nohup`, stays so. Only the main thread hears any.
    """
    global _stopped_by  # noqa: PLW0603  (one per process, as the handlers are)
    _stopped_by = 0
    if threading.current_thread() is threading.main_thread():
        hearing = os.getpid()

        def stop(number: int, _frame: FrameType | None) -> None:
            _stop(number, hearing)

        for each in _SIGNALS:
            if signal.getsignal(each) is not signal.SIG_IGN:
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
    for each in _SIGNALS:  # impatience must not cut off the clearing up
        signal.signal(each, signal.SIG_IGN)
    # Not `print`: the signal may have come in the middle of one.
    os.write(sys.stderr.fileno(), f"{messages.INTERRUPTED}\n".encode())
    sys.exit(128 + number)
