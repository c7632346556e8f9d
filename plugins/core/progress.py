"""How far long work has got, told on the error stream to whoever waits for it.

A terminal shows a bar after a second; anywhere else a plain line comes every ten seconds.
`make -s` says nothing at all. A process whose error stream is kept, as that of a preview's
builds, is given the stream of whoever waits by its number.
"""

import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Protocol, TextIO, TypeVar

from plugins.core.messages import progress_figures

STREAM = "PROGRESS_STREAM"
"""The variable of the environment that holds the number of another open stream."""

Item = TypeVar("Item")
Clock = Callable[[], float]


class Progress(Protocol):
    """Some work whose extent is known."""

    def advance(self, count: int = 1) -> None:
        """Tell that so many more are done."""


@contextmanager
def progress(label: str, total: int) -> Iterator[Progress]:
    """Tell of some work while the block runs.

    Args:
        label: What is done, in Vietnamese; "" for work of which nobody is told.
        total: How many there are to do.
    """
    told = _told(label, total)
    try:
        yield told
    finally:
        told.end()


def counted(items: Iterable[Item], label: str, total: int) -> Iterator[Item]:
    """The same items; each is told as done when the next is asked for."""
    with progress(label, total) as told:
        for item in items:
            yield item
            told.advance()


def _told(label: str, total: int) -> "Silence | Lines | Bar":
    if not label or is_silent(os.environ.get("MAKEFLAGS", "")):
        return Silence()
    stream = _stream()
    return Bar(label, total, stream) if stream.isatty() else Lines(label, total, stream)


def _stream() -> TextIO:
    number = os.environ.get(STREAM)
    if not number:
        return sys.stderr
    return open(int(number), "w", encoding="utf-8", closefd=False)


def is_silent(make_flags: str) -> bool:
    """Whether `make` was told to be silent: its first word holds the flags of one letter."""
    flags = make_flags.partition(" ")[0]
    return "s" in flags and "-" not in flags and "=" not in flags


class Silence:
    """Says nothing."""

    def advance(self, count: int = 1) -> None:
        """Take no notice."""

    def end(self) -> None:
        """Have nothing to clear up."""


class _Figures(ABC):
    """Counts, and shows how far it is from time to time.

    Attributes:
        first: After how many seconds.
        again: After how many more.
    """

    first: float
    again: float

    def __init__(self, label: str, total: int, stream: TextIO, clock: Clock = monotonic) -> None:
        self.label, self.total, self.done, self.stream = label, total, 0, stream
        self._clock, self._began = clock, clock()
        self._next = self._began + self.first

    def advance(self, count: int = 1) -> None:
        """Count, and show it if it is time."""
        self.done += count
        now = self._clock()
        if now >= self._next and 0 < self.done < self.total:
            self._next = now + self.again
            self.show(progress_figures(self.done, self.total, now - self._began))

    @abstractmethod
    def show(self, figures: str) -> None:
        """Show figures."""

    @abstractmethod
    def end(self) -> None:
        """Clear up what was shown."""


class Lines(_Figures):
    """A line from time to time, for logs."""

    first = again = 10.0

    def show(self, figures: str) -> None:
        """Write a line."""
        self.stream.write(f"{self.label}: {figures}\n")
        self.stream.flush()

    def end(self) -> None:
        """Have nothing to clear up."""


class Bar(_Figures):
    """A bar that is drawn anew in its place, and vanishes with the work."""

    first, again = 1.0, 0.1

    def __init__(self, label: str, total: int, stream: TextIO, clock: Clock = monotonic) -> None:
        super().__init__(label, total, stream, clock)
        from rich import console, progress  # noqa: PLC0415  (twenty milliseconds, for terminals)

        # Without a thread of its own: children are forked while it stands there.
        self._bar = progress.Progress(
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.TextColumn("{task.fields[figures]}"),
            console=console.Console(file=stream),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task(label, total=total, figures="")

    def show(self, figures: str) -> None:
        """Draw it."""
        self._bar.start()
        self._bar.update(self._task, completed=self.done, figures=figures, refresh=True)

    def end(self) -> None:
        """Take it away."""
        self._bar.stop()
