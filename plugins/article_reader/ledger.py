"""The books of a build: what was written by editors is on the site, or there is a reason."""

from collections.abc import Collection, Iterable, Iterator

from plugins.article_reader import messages
from plugins.core.articles import Status
from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenSite


def find_lost(sources: Iterable[str], read: Collection[str]) -> Iterator[Diagnostic]:
    """A finding for each file of which no child told what became of it.

    Args:
        sources: The paths of all files that were to be read.
        read: The paths of those that were.
    """
    for path in sources:
        if path not in read:
            yield messages.lost(path)


def find_unwritten(written: WrittenSite) -> Iterator[Diagnostic]:
    """A finding for each public article, document or page without a page of its own.

    But where something else stands at its address: the writer has told that.
    """
    on_site = {record.path for record in written.written_records}
    for record in written.records:
        taken = f"{record.url}index.html" in written.files
        if record.status is Status.PUBLISHED and record.path not in on_site and not taken:
            yield messages.lost(record.path)
