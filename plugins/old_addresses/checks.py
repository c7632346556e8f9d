"""What only the whole site shows of old addresses."""

from collections.abc import Iterable, Iterator

from plugins.core.articles import ArticleRecord
from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenSite
from plugins.core.written_pages import WrittenPages
from plugins.old_addresses import messages
from plugins.old_addresses.reading import FILE, Entry


def find_dead_targets(entries: Iterable[Entry], written: WrittenSite) -> Iterator[Diagnostic]:
    """A finding for every redirect to a page or a place that is not there."""
    pages = WrittenPages(written)
    for entry in entries:
        target, _, place = entry.old.to.partition("#")
        if target:
            file = pages.file_of(written.site.link_root + target.removeprefix("/"))
            if not file or pages.is_draft_at(file) or pages.lacks_place(file, place):
                yield messages.dead_target(FILE, entry.line, entry.old.to)


def find_living(
    entries: Iterable[Entry], records: Iterable[ArticleRecord]
) -> Iterator[tuple[Entry, Diagnostic]]:
    """The entries whose pages are still those of a text, each with what to say of it."""
    owners = {record.save_as: record.path for record in records}
    for entry in entries:
        if owner := owners.get(entry.old.page):
            yield entry, messages.still_there(FILE, entry.line, entry.old.address, owner)
