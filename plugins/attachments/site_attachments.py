"""The attached files of a site: exactly those that its pages link to.

They are found again from the bodies; nothing is remembered from the making of them.
"""

from collections.abc import Iterable, Iterator

from plugins.attachments.attachment import FOLDER, published_path
from plugins.attachments.lookup import AttachmentLookup
from plugins.core.articles import ArticleRecord
from plugins.core.html import parse_fragment
from plugins.core.signals import SiteFile
from plugins.core.targets import names_below


def site_attachments(
    records: Iterable[ArticleRecord], lookup: AttachmentLookup, link_root: str
) -> list[SiteFile]:
    """The files of all links to attachments.

    Two files that would be published under one address are both given: the writer
    refuses the second and names both. An address without a file is left to whoever looks
    for dead links: the file went away during the build, or an editor typed the address.
    """
    wanted = {path for record in records for path in _paths_in(record.body, link_root)}
    return [
        SiteFile(path=published_path(name), content=lookup.content / name, owner=name)
        for name in names_below(lookup.content)
        if published_path(name) in wanted
    ]


def _paths_in(body: str, link_root: str) -> Iterator[str]:
    if f'href="{link_root}{FOLDER}' not in body:
        return
    for link in parse_fragment(body).iter("a"):
        href = link.get("href", "").split("#", 1)[0]
        if href.startswith(f"{link_root}{FOLDER}"):
            yield href.removeprefix(link_root)
