"""The attached files of a site: exactly those that its pages link to.

They are taken out of every text and its header when it is read.
"""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from msgspec import Struct, field

from plugins.attachments.attachment import FOLDER, published_path
from plugins.attachments.header_files import AttachedFiles, attached_files, named_files
from plugins.attachments.lookup import AttachmentLookup
from plugins.core.body import BodyContext
from plugins.core.extracts import Extraction
from plugins.core.html import parse_fragment
from plugins.core.signals import SiteFile
from plugins.core.targets import names_below
from plugins.core.text_checks import CheckedText

FEATURE = "attachments"


class TextAttachments(Struct, frozen=True, kw_only=True):
    """The files of a text.

    Attributes:
        paths: The published paths of all files to which it or its header leads.
        named: Those that its header names.
    """

    paths: tuple[str, ...]
    named: AttachedFiles = field(default_factory=AttachedFiles)


def extraction_of(link_root: str, lookup: AttachmentLookup) -> Extraction[TextAttachments]:
    """What is taken out of every text, so that no build looks for its files again."""

    def extract(text: CheckedText, context: BodyContext) -> TextAttachments:
        for each in named_files(text):
            context.depends_on(each.target)
        named = attached_files(text, lookup)
        in_header = (*((named.original,) if named.original else ()), *named.others)
        paths = (*_paths_in(text.body, link_root), *(file.path for file in in_header))
        return TextAttachments(paths=tuple(dict.fromkeys(paths)), named=named)

    return Extraction(name=FEATURE, extract=extract)


def site_attachments(wanted: Collection[str], lookup: AttachmentLookup) -> list[SiteFile]:
    """The files of all links to attachments.

    Two files that would be published under one address are both given: the writer
    refuses the second and names both. An address without a file is left to whoever looks
    for dead links: the file went away during the build, or an editor typed the address.

    Args:
        wanted: The published paths of the files.
        lookup: Where files are looked for.
    """
    endings = tuple({PurePosixPath(path).suffix for path in wanted})
    # Most files of a site are texts, which nobody attaches.
    names = (name for name in names_below(lookup.content) if name.lower().endswith(endings))
    return [
        SiteFile(path=published_path(name), content=lookup.content / name, owner=name)
        for name in names
        if published_path(name) in wanted
    ]


def _paths_in(body: str, link_root: str) -> Iterator[str]:
    if f'href="{link_root}{FOLDER}' not in body:
        return
    for link in parse_fragment(body).iter("a"):
        href = link.get("href", "").split("#", 1)[0]
        if href.startswith(f"{link_root}{FOLDER}"):
            yield href.removeprefix(link_root)
