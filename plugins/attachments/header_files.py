"""The files that the header of a document names: its signed original, and what goes with it."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from plugins.attachments import messages
from plugins.attachments.attachment import Attachment
from plugins.attachments.lookup import AttachmentLookup
from plugins.attachments.messages import Finding
from plugins.core.articles import Kind
from plugins.core.diagnostics import Diagnostic
from plugins.core.files import digest_of_file
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.text_checks import CheckedText

ORIGINAL, FILES = "original", "attachments"
_DOCUMENTS = frozenset({Kind.DOCUMENT})
HEADER_FIELDS = (
    HeaderField(
        name=ORIGINAL, kind=HeaderKind.TEXT, about=messages.ABOUT_ORIGINAL, kinds=_DOCUMENTS
    ),
    HeaderField(
        name=FILES, kind=HeaderKind.TEXTS, about=messages.ABOUT_ATTACHMENTS, kinds=_DOCUMENTS
    ),
)


class AttachedFile(Struct, frozen=True, kw_only=True):
    """A file that goes with a document, as its page shows it.

    Attributes:
        path: Where it is published, below the root of the site.
        facts: Its type, size and pages.
        digest: Its SHA-256, by which whoever fetched it can know it.
    """

    title: str
    path: str
    facts: str
    digest: str


class AttachedFiles(Struct, frozen=True, kw_only=True):
    """The files that a header names; `original` is None where it names none."""

    original: AttachedFile | None = None
    others: tuple[AttachedFile, ...] = ()


class NamedFile(Struct, frozen=True, kw_only=True):
    """A file as a header names it."""

    key: str
    target: str
    title: str


def named_files(text: CheckedText) -> Iterator[NamedFile]:
    """The files that a header names, the original first."""
    if original := text.header.get(ORIGINAL):
        yield NamedFile(key=ORIGINAL, target=str(original), title="")
    written = text.header.get(FILES)
    for each in written if isinstance(written, tuple) else ():
        target, _, title = str(each).partition(":")
        target = target.strip()
        yield NamedFile(key=FILES, target=target, title=title.strip() or PurePosixPath(target).name)


def check_files(text: CheckedText, lookup: AttachmentLookup) -> Iterator[Diagnostic]:
    """A finding for each named file that cannot be published."""
    for named in named_files(text):
        found = lookup.in_header(named.target, text.path)
        if isinstance(found, Finding):
            line = text.lines.get(named.key, 1)
            yield messages.in_header(text.path, line, named.key, found)


def attached_files(text: CheckedText, lookup: AttachmentLookup) -> AttachedFiles:
    """The sound files that a header names."""
    found = [(named, lookup.in_header(named.target, text.path)) for named in named_files(text)]
    files = [
        (named.key, _shown(named, attachment, lookup))
        for named, attachment in found
        if isinstance(attachment, Attachment)
    ]
    return AttachedFiles(
        original=next((file for key, file in files if key == ORIGINAL), None),
        others=tuple(file for key, file in files if key == FILES),
    )


def _shown(named: NamedFile, attachment: Attachment, lookup: AttachmentLookup) -> AttachedFile:
    return AttachedFile(
        title=named.title,
        path=attachment.path,
        facts=attachment.facts,
        digest=digest_of_file(lookup.content / attachment.name),
    )
