"""The signals by which somebody tells a build to stop: the keyboard, the system, the terminal."""

import signal
import threading

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def heard_signals() -> tuple[signal.Signals, ...]:
    """Those that this process hears: not the ignored ones, as under `nohup`.

    None in a thread: signals go to the main one, and only it may say who gets them.
    """
    if threading.current_thread() is not threading.main_thread():
        return ()
    return tuple(each for each in STOP_SIGNALS if signal.getsignal(each) is not signal.SIG_IGN)
