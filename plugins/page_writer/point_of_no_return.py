"""From here on a build comes to its end, whoever wants it to stop."""

import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

_OWN_HANDLERS: Mapping[signal.Signals, Callable[[int, FrameType | None], Any] | signal.Handlers] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
    signal.SIGHUP: signal.SIG_DFL,
}


@contextmanager
def to_the_end() -> Iterator[None]:
    """Let nobody but `kill -9` stop what is done inside.

    Afterwards the signals do what Python has them do: the site has changed, and whoever
    promised to leave it as it was until then must not hear of them any more. Signals that
    are ignored, as under `nohup`, stay so.
    """
    if threading.current_thread() is not threading.main_thread():  # signals are not its own
        yield
        return
    heard = [each for each in _OWN_HANDLERS if signal.getsignal(each) is not signal.SIG_IGN]
    for each in heard:
        signal.signal(each, signal.SIG_IGN)
    try:
        yield
    finally:
        for each in heard:
            signal.signal(each, _OWN_HANDLERS[each])
