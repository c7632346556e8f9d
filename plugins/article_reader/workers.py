"""Reads many files in other processes, so that no file can stop the others.

A worker has limits of memory and of processor time per file: 3 kB of brackets can keep
Markdown busy for minutes. What runs into a limit becomes a finding that names the file.
Where a worker dies, or a fault of ours ends its work, the files that it had are read once
more one by one, so that only one of them is told.

Workers are forked children, which inherit the reader with all extensions, or those of a
cluster, which make their own. In a child a file that takes too long is stopped; a worker of a
cluster, whose jobs run beside its main thread, is ended, and another one gets the batch.
"""

import resource
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from msgspec import Struct

from plugins.article_reader import messages
from plugins.article_reader.article import ArticleReading, ReadArticle, unusable
from plugins.article_reader.config import ArticleReaderSettings
from plugins.core.articles import Kind
from plugins.core.children import Child
from plugins.core.errors import SiteError
from plugins.core.executors import Order, Workers, open_workers

_BATCH = 25
_PAGE = resource.getpagesize()

_Opened = Callable[..., AbstractContextManager[Workers]]
_Read = Callable[[ArticleReading, Sequence["Source"]], list[ReadArticle]]


class Source(Struct, frozen=True, kw_only=True):
    """A content file that is to be read; workers read its bytes themselves.

    Attributes:
        digest: Of its bytes when the folder was listed.
    """

    path: str
    kind: Kind
    digest: str


class _OutOfTimeError(Exception):
    """A file has used up its processor time."""


def read_in_workers(
    reading: ArticleReading,
    sources: Sequence[Source],
    settings: ArticleReaderSettings,
    executor: str = "",
    order: Order | None = None,
) -> Iterator[ReadArticle]:
    """Every file as it was read, in no particular order.

    Args:
        reading: What reads a file.
        sources: The files.
        settings: What one of them may cost.
        executor: Where they are read; see `core.executors`.
        order: Of what a worker of a cluster makes the reading.

    Raises:
        SiteError: if a setting of a feature shows itself wrong, or a cluster is lost.
    """
    opened = partial(open_workers, executor, reading, order)
    read = partial(_read_batch, seconds=settings.seconds, megabytes=settings.megabytes)
    if not executor:
        yield from _read_all(sources, opened, read)
        return
    listed, stale = {source.path: source for source in sources}, []
    for article in _read_all(sources, opened, read):
        # A worker elsewhere may see an older file, or an editor has just saved a newer one.
        if article.source in ("", listed[article.path].digest):
            yield article
        else:
            stale.append(listed[article.path])
    yield from read_in_workers(reading, stale, settings)


def read_here(
    reading: ArticleReading, source: Source, settings: ArticleReaderSettings
) -> ReadArticle:
    """One file as it was read, in this process; for one that may come to an end by it."""
    (article,) = _read_batch(reading, [source], settings.seconds, settings.megabytes)
    return article


def begin_reading(
    reading: ArticleReading, sources: Sequence[Source], settings: ArticleReaderSettings
) -> Child[list[ReadArticle]]:
    """A child that reads a few files, while this process finds out what else is to be read."""
    return Child(partial(_read_batch, reading, sources, settings.seconds, settings.megabytes))


def _read_all(sources: Sequence[Source], opened: _Opened, read: _Read) -> Iterator[ReadArticle]:
    unread = (yield from _read_batches(sources, opened, read)) if sources else []
    while unread:
        yield from _read_singly(unread, opened, read)


def _read_batches(
    sources: Sequence[Source], opened: _Opened, read: _Read
) -> Generator[ReadArticle, None, list[Source]]:
    """Yields what was read; returns the files of batches that ended in another way."""
    unread: list[Source] = []
    with opened(most=-(-len(sources) // _BATCH)) as workers:
        size = min(_BATCH, -(-len(sources) // workers.count))
        batches = [sources[start : start + size] for start in range(0, len(sources), size)]
        for batch, future in workers.each(read, batches):
            if future.exception() is None:
                yield from future.result()
            else:
                unread += batch
    return unread


def _read_singly(unread: list[Source], opened: _Opened, read: _Read) -> Iterator[ReadArticle]:
    """Reads files off the list one by one, until there is none left or the worker has died."""
    with opened(most=1) as workers:
        while unread:
            source = unread.pop()
            # One at a time: it alone can be what ends the worker.
            ((_, future),) = workers.each(read, [[source]])
            fault = future.exception()
            if isinstance(fault, SiteError):
                raise fault
            if isinstance(fault, BrokenExecutor):
                yield unusable(source.path, source.kind, messages.too_costly(source.path))
                return
            if fault is None:
                yield from future.result()
            else:
                found = messages.reader_broke(source.path, fault)
                yield unusable(source.path, source.kind, found)


def _read_batch(
    reading: ArticleReading, batch: Sequence[Source], seconds: float, megabytes: int
) -> list[ReadArticle]:
    # Python lets the main thread alone say what a signal does; elsewhere it ends the process.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGVTALRM, _stop)
    with _limited_memory(megabytes):
        return [_read_within(reading, source, seconds) for source in batch]


def _read_within(reading: ArticleReading, source: Source, seconds: float) -> ReadArticle:
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return reading.read_file(source.path)
    except (_OutOfTimeError, MemoryError):
        return unusable(source.path, source.kind, messages.too_costly(source.path))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@contextmanager
def _limited_memory(megabytes: int) -> Iterator[None]:
    """Let this process take so much more memory than it has, and no more."""
    present = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * _PAGE
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (present + megabytes * 1_000_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _OutOfTimeError
