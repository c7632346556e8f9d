"""After every change: a first look at once where one can be had, then a build of everything.

Builds have a thread of their own, so that a text that is saved during a build is seen at once
as well; whatever was changed while one was under way comes with the next.
"""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from plugins.preview import messages
from plugins.preview.builds import Builder, BuildResult
from plugins.preview.first_looks import ask_for_look
from plugins.preview.status import StatusBoard


class Rebuilding:
    """Keeps what is shown up with what is saved; a context manager that ends its thread."""

    def __init__(
        self, builder: Builder, board: StatusBoard, content: Path, tell: Callable[[str], None]
    ) -> None:
        """Nothing is built before the first change.

        Args:
            builder: Builds.
            board: Tells the open pages.
            content: The content folder, absolute.
            tell: Tells the terminal.
        """
        self._builder = builder
        self._board = board
        self._content = content
        self._tell = tell
        self._news = threading.Condition()
        # Changes are numbered: the last one, the last whose look is over, the last one built.
        self._last = self._ready = self._built = 0
        # The last change of every file of which the process that answers looks does not know.
        self._unknown: dict[Path, int] = {}
        self._looks = ""
        # The same of the process before, which answers until the new one is ready.
        self._unknown_before: dict[Path, int] = {}
        self._looks_before = ""
        self._ended = False

    def __enter__(self) -> Self:
        """Itself, ready to build."""
        threading.Thread(target=self._build_on, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Begin no other build, and have nobody hear of one that is under way."""
        with self._news:
            self._ended = True
            self._news.notify()

    def change(self, changed: Iterable[Path]) -> None:
        """Show what a look shows of the changed files, and have everything built.

        Args:
            changed: Absolute paths; none for the first build.
        """
        with self._news:
            self._last += 1
            news = dict.fromkeys(changed, self._last)
            self._unknown |= news
            self._unknown_before |= news
            # As long as the one before is there, the new one is not ready: it would be waited for.
            asked = [
                (self._looks_before, _texts_among(self._unknown_before, self._content)),
                (self._looks, _texts_among(self._unknown, self._content)),
            ]
        looks = (ask_for_look(address, texts) for address, texts in asked)
        if pages := next(filter(None, looks), None):
            status = replace(self._board.status, version=_version(), looked=True)
            self._board.show(status, pages)
        with self._news:
            self._ready = self._last
            self._news.notify()

    def _build_on(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._ended or self._ready > self._built)
                if self._ended:
                    return
                begun = self._ready
                changed = [each for each, last in self._unknown.items() if last > self._built]
            self._build(begun, sorted(changed))
            self._built = begun

    def _build(self, begun: int, changed: list[Path]) -> None:
        """Build once, and tell the open pages and the terminal.

        Args:
            begun: The last change that the build has seen.
            changed: What was changed since the build before.
        """
        start = time.monotonic()
        if any(path.suffix == ".py" for path in changed):
            self._builder.forget_code()
        result = self._builder.build(_texts(changed, self._content))
        with self._news:
            if self._ended:
                return
            self._show(result, begun)
        if result.printed:
            self._tell(result.printed)
        seconds, names = time.monotonic() - start, tuple(path.name for path in changed)
        self._tell(messages.built(seconds, names) if result.passed else messages.FAILED)

    def _show(self, result: BuildResult, begun: int) -> None:
        """Show the built pages; a look at what was saved since then stays until its own build."""
        status, looks = self._board.shown
        after = status.after(result, _version())
        if looks and not result.passed:
            # What was looked at is not what is there.
            after = replace(after, version=_version())
        kept = looks if self._last > begun else {}
        self._board.show(replace(after, looked=bool(kept)), kept)
        if result.passed:
            self._looks_before, self._looks = self._looks, result.looks
            self._unknown_before = self._unknown
            self._unknown = {p: last for p, last in self._unknown.items() if last > begun}


def _texts_among(changed: Iterable[Path], content: Path) -> list[str]:
    """The changed files as paths in the content folder; none where one is no text in it."""
    files = list(changed)
    texts = _texts(files, content)
    return texts if len(texts) == len(files) else []


def _texts(changed: Iterable[Path], content: Path) -> list[str]:
    files = [path for path in changed if path.suffix == ".md" and path.is_relative_to(content)]
    return [path.relative_to(content).as_posix() for path in files]


def _version() -> str:
    return str(time.time_ns())
