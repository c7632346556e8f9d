"""The books of a build: what was written by editors is on the site, or there is a reason.

Pelican drops what it cannot make a page of with a line in its log at most: a file that one of
its own settings passes over, a text that some plugin chokes on, the second of two translations.
"""

from collections.abc import Collection, Iterable, Iterator

from plugins.article_reader import messages
from plugins.article_reader.article import ReadArticle
from plugins.core.articles import Status
from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenSite


def find_lost(read: Iterable[ReadArticle], kept: Collection[str]) -> Iterator[Diagnostic]:
    """A finding for each file that was neither refused nor kept as article, draft or page.

    Args:
        read: Everything that was read.
        kept: The paths of what Pelican has taken over.
    """
    for article in read:
        if article.usable and article.path not in kept:
            yield messages.lost(article.path)


def find_unwritten(written: WrittenSite) -> Iterator[Diagnostic]:
    """A finding for each public article, document or page without a page of its own.

    But where something else stands at its address: the writer has told that.
    """
    on_site = {record.path for record in written.written_records}
    for record in written.records:
        taken = f"{record.url}index.html" in written.files
        if record.status is Status.PUBLISHED and record.path not in on_site and not taken:
            yield messages.lost(record.path)
