"""Child processes that live no longer than the build that made them."""

import ctypes
import signal

_SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


def end_with_parent() -> None:
    """Have the system end this child when its parent dies, however that comes about.

    The children of a pool wait for work on a pipe that they hold open themselves, so those
    of a killed build would wait for ever.
    """
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
