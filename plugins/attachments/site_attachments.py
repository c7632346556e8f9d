"""The attached files of a site: exactly those that its pages link to.

They are found again from the bodies; nothing is remembered from the making of them.
"""

from collections.abc import Iterable, Iterator

from plugins.attachments.attachment import FOLDER, published_path
from plugins.attachments.lookup import AttachmentLookup
from plugins.core.articles import ArticleRecord
from plugins.core.errors import SiteError
from plugins.core.html import parse_fragment
from plugins.core.signals import SiteFile
from plugins.core.targets import names_below


def site_attachments(
    records: Iterable[ArticleRecord], lookup: AttachmentLookup, link_root: str
) -> list[SiteFile]:
    """The files of all links to attachments.

    Two files that would be published under one address are both given: the writer
    refuses the second and names both.

    Raises:
        SiteError: if a file went away after its article was read.
    """
    wanted = {path for record in records for path in _paths_in(record.body, link_root)}
    files = [
        SiteFile(path=published_path(name), content=lookup.content / name, owner=name)
        for name in names_below(lookup.content)
        if published_path(name) in wanted
    ]
    if lost := sorted(wanted - {file.path for file in files}):
        message = f"attached files went away during the build, build again: {', '.join(lost)}"
        raise SiteError(message)
    return files


def _paths_in(body: str, link_root: str) -> Iterator[str]:
    if f'href="{link_root}{FOLDER}' not in body:
        return
    for link in parse_fragment(body).iter("a"):
        href = link.get("href", "").split("#", 1)[0]
        if href.startswith(f"{link_root}{FOLDER}"):
            yield href.removeprefix(link_root)
