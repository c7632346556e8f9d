"""From here on a build comes to its end, whoever wants it to stop."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from plugins.core.stop_signals import heard_signals


@contextmanager
def to_the_end() -> Iterator[None]:
    """Let nobody but `kill -9` stop what is done inside.

    Afterwards the signals do what Python has them do: the site has changed, and whoever
    promised to leave it as it was until then must not hear of them any more.
    """
    heard = heard_signals()
    for each in heard:
        signal.signal(each, signal.SIG_IGN)
    try:
        yield
    finally:
        for each in heard:
            own = signal.default_int_handler if each is signal.SIGINT else signal.SIG_DFL
            signal.signal(each, own)
