"""Links to the site itself that lead to no page, to no public page, or to no place on one."""

from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import unquote

from plugins.article_reader import messages
from plugins.core.articles import ArticleRecord, SiteLink, Status
from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenSite
from plugins.core.written_pages import WrittenPages

Fault = Callable[[str, int, str], Diagnostic]
_TO_FILE = "{filename}/"


def find_dead_addresses(written: WrittenSite) -> Iterator[Diagnostic]:
    """A finding for every link in a text that does not lead where it says."""
    search = _Search(written)
    for record in written.written_records:
        for link in record.links:
            if fault := search.fault(record, link):
                yield fault(record.path, link.line, link.given)


class _Search:
    """One look at all links of one written site."""

    def __init__(self, written: WrittenSite) -> None:
        self._root = written.site.link_root
        self._pages = WrittenPages(written)
        self._records = {record.path: record for record in written.records}

    def fault(self, record: ArticleRecord, link: SiteLink) -> Fault | None:
        """What is wrong with a link of a record's body."""
        target, _, fragment = link.target.partition("#")
        aim = self._aim(record, target)
        if target.startswith(_TO_FILE) and aim is None:
            return None  # a file that cannot be used, which is told where it lies
        file = self._pages.file_of(self._root + aim.url if aim else target)
        to_draft = aim.status is Status.DRAFT if aim else file and self._pages.is_draft_at(file)
        if to_draft and record.status is not Status.DRAFT:
            return messages.link_to_draft
        if not file:
            return None if to_draft else messages.dead_address
        if self._pages.lacks_place(file, fragment):
            return partial(messages.dead_anchor, self._pages.nearest_place(file, fragment))
        return None

    def _aim(self, record: ArticleRecord, target: str) -> ArticleRecord | None:
        """The article to which a link leads, where it names its file, or no other page."""
        if target.startswith(_TO_FILE):
            return self._records.get(unquote(target.removeprefix(_TO_FILE)))
        return None if target.startswith("/") else record
