"""The signals by which somebody tells a build to stop: the keyboard, the system, the terminal."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def heard_signals() -> tuple[signal.Signals, ...]:
    """Those that this process hears: not the ignored ones, as under `nohup`.

    None in a thread: signals go to the main one, and only it may say who gets them.
    """
    if threading.current_thread() is not threading.main_thread():
        return ()
    return tuple(each for each in STOP_SIGNALS if signal.getsignal(each) is not signal.SIG_IGN)


@contextmanager
def heard_afterwards() -> Iterator[None]:
    """Let a signal that comes inside be heard at the end: half of what is done would be lost.

    Handlers run between any two steps of Python. Blocked signals would not do: the system may
    give them to another thread, and the handler runs in this one all the same.
    """
    came: list[int] = []
    before = {each: signal.getsignal(each) for each in heard_signals()}
    for each in before:
        signal.signal(each, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        for number in came[:1]:
            signal.raise_signal(number)
