"""The memory of a process with all that it has started; what they share counts once (PSS)."""

import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

_PROC = Path("/proc")
_PAUSE_SECONDS = 0.02
# Looking costs the process something: it is done for one part in so many of the time.
_SELDOM = 20


# Lines of the system's account of a process. Programs and libraries are shared with whatever
# else runs on the machine, so a share of them comes and goes with that.
WHOLE = "Pss:"
WITHOUT_PROGRAMS = "Pss_Anon:"


def tree_megabytes(process: int, line: str = WHOLE) -> float:
    """What a process and its descendants hold now; what has ended holds nothing."""
    return sum(_kilobytes(each, line) for each in (process, *_descendants(process))) / 1000


class MemoryWatch:
    """Watches a process while it runs.

    Attributes:
        most: The most megabytes that were seen at one time.
    """

    def __init__(self, process: int) -> None:
        self.most = 0.0
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            began = time.thread_time()
            self.most = max(self.most, tree_megabytes(self._process))
            pause = max(_PAUSE_SECONDS, _SELDOM * (time.thread_time() - began))


def _descendants(process: int) -> list[int]:
    found: list[int] = []
    for file in (_PROC / str(process) / "task").glob("*/children"):
        with suppress(OSError):  # it has ended in the meantime
            for child in map(int, file.read_text(encoding="ascii").split()):
                found += [child, *_descendants(child)]
    return found


def _kilobytes(process: int, line: str) -> int:
    with suppress(OSError):  # the same
        account = (_PROC / str(process) / "smaps_rollup").read_text(encoding="ascii")
        return next(int(each.split()[1]) for each in account.splitlines() if each.startswith(line))
    return 0
