"""Links to addresses of the site itself that no page has."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from plugins.article_reader import messages
from plugins.core.articles import ArticleRecord
from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenSite

_HREF = re.compile(r'<a [^>]*?href="(?P<href>/[^"#?]*)')


def find_dead_addresses(written: WrittenSite) -> Iterator[Diagnostic]:
    """A finding for every link in a text that leads to no file of the written site."""
    for record in written.written_records:
        for href in dict.fromkeys(_HREF.findall(record.body)):
            if not _exists(unquote(href), written):
                yield messages.dead_address(record.path, _line_of(href, record, written), href)


def _exists(href: str, written: WrittenSite) -> bool:
    if not href.startswith(written.site.link_root):
        return False
    path = href.removeprefix(written.site.link_root)
    return path in written.files or f"{path.rstrip('/')}/index.html".lstrip("/") in written.files


def _line_of(href: str, record: ArticleRecord, written: WrittenSite) -> int:
    target = "/" + href.removeprefix(written.site.link_root)
    source = (written.site.content / record.path).read_text(encoding="utf-8-sig")
    lines = enumerate(source.splitlines(), start=1)
    return next((number for number, line in lines if target in line), 0)
