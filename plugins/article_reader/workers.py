"""Reads many files in child processes, so that no file can stop the others.

A child has limits of memory and of processor time per file: 3 kB of brackets can keep
Markdown busy for minutes. What runs into a limit becomes a finding that names the file.
Where a child dies, or a fault of ours ends its work, the files that it had are read once
more one by one, so that only one of them is told.

Children are forked: they inherit the reading with all extensions, which cannot be sent.
"""

import os
import resource
import signal
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from types import FrameType

from plugins.article_reader import messages
from plugins.article_reader.article import ArticleReading, ReadArticle, unusable
from plugins.article_reader.config import ArticleReaderSettings
from plugins.core.articles import Kind
from plugins.core.children import end_with_parent, ending_children
from plugins.core.errors import ConfigError

_BATCH = 25
_PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A content file that is to be read; children read its bytes themselves.

    Attributes:
        digest: Of its bytes when the folder was listed.
    """

    path: str
    kind: Kind
    digest: str


class _OutOfTimeError(Exception):
    """A file has used up its processor time."""


_reading: ArticleReading | None = None


def read_in_children(
    reading: ArticleReading, sources: Sequence[Source], settings: ArticleReaderSettings
) -> Iterator[ReadArticle]:
    """Every file as it was read, in no particular order.

    Args:
        reading: What reads a file; it is inherited by the children.
        sources: The files.
        settings: What one of them may cost.

    Raises:
        ConfigError: if a setting of a feature shows itself wrong.
    """
    global _reading  # noqa: PLW0603  (the only way into a forked child)
    _reading = reading
    workers = min(len(os.sched_getaffinity(0)), -(-len(sources) // _BATCH))
    size = max(1, min(_BATCH, -(-len(sources) // max(1, workers))))
    batches = [sources[start : start + size] for start in range(0, len(sources), size)]
    try:
        unread = yield from _read_batches(batches, workers, settings)
        while unread:
            yield from _read_singly(unread, settings)
    finally:
        _reading = None


def _read_batches(
    batches: Sequence[Sequence[Source]], workers: int, settings: ArticleReaderSettings
) -> Generator[ReadArticle, None, list[Source]]:
    """Yields what was read; returns the files of batches that ended in another way."""
    unread: list[Source] = []
    if not batches:
        return unread
    with ending_children(_pool(workers, settings)) as pool:
        futures = {pool.submit(_read_batch, batch, settings.seconds): batch for batch in batches}
        # A future holds its result, and all bodies of a site are more than fit.
        for future in as_completed(list(futures)):
            batch = futures.pop(future)
            if future.exception() is None:
                yield from future.result()
            else:
                unread += batch
    return unread


def _read_singly(unread: list[Source], settings: ArticleReaderSettings) -> Iterator[ReadArticle]:
    """Reads files off the list one by one, until there is none left or the child has died."""
    with ending_children(_pool(1, settings)) as pool:
        while unread:
            source = unread.pop()
            future = pool.submit(_read_batch, [source], settings.seconds)
            fault = future.exception()
            if isinstance(fault, ConfigError):
                raise fault
            if isinstance(fault, BrokenProcessPool):
                yield unusable(source.path, source.kind, messages.too_costly(source.path))
                return
            if fault is None:
                yield from future.result()
            else:
                found = messages.reader_broke(source.path, fault)
                yield unusable(source.path, source.kind, found)


def _pool(workers: int, settings: ArticleReaderSettings) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=workers,
        mp_context=get_context("fork"),
        initializer=_begin_child,
        initargs=(settings.megabytes,),
    )


def _begin_child(megabytes: int) -> None:
    end_with_parent()
    present = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * _PAGE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (present + megabytes * 1_000_000, hard))


def _read_batch(batch: Sequence[Source], seconds: float) -> list[ReadArticle]:
    signal.signal(signal.SIGVTALRM, _stop)
    return [_read_within(source, seconds) for source in batch]


def _read_within(source: Source, seconds: float) -> ReadArticle:
    if _reading is None:
        message = "a child must be forked while its parent is reading"
        raise RuntimeError(message)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return _reading.read_file(source.path)
    except (_OutOfTimeError, MemoryError):
        return unusable(source.path, source.kind, messages.too_costly(source.path))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTimeError
