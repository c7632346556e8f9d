"""From what an editor wrote to the attached file that is meant, or to what is wrong with it."""

from pathlib import Path, PurePosixPath

from msgspec import Struct

from plugins.attachments import messages
from plugins.attachments.attachment import Attachment, has_its_content
from plugins.attachments.config import AttachmentsSettings
from plugins.attachments.messages import Finding
from plugins.attachments.pdf import PdfFault, inspect_pdf
from plugins.core.files import inside
from plugins.core.targets import (
    has_braces,
    is_foreign,
    name_in_content,
    similar_name,
    why_absent,
)

_PDF = ".pdf"


class AttachmentLookup(Struct, frozen=True, kw_only=True):
    """The attachable files of one content folder."""

    content: Path
    settings: AttachmentsSettings

    def find(self, target: str, article: str) -> Attachment | Finding | None:
        """The file that a link means, what is wrong with it, or None if it means none.

        Args:
            target: What the editor wrote.
            article: The article in which it stands, relative to the content folder.
        """
        address = target.split("#", 1)[0]
        name = name_in_content(address, article)
        path = inside(self.content, name)
        return self._file(target, name, path) if self._means_file(address, name, path) else None

    def in_header(self, target: str, article: str) -> Attachment | Finding:
        """The file that a header means, or what is wrong with it."""
        name = name_in_content(target, article)
        return self._file(target, name, inside(self.content, name))

    def _file(self, target: str, name: str, path: Path | None) -> Attachment | Finding:
        if path is None:
            similar = similar_name(self.content, name)
            return messages.absent_file(target, why_absent(self.content, name), similar)
        try:
            return self._read(path, name, target)
        except OSError:
            return messages.unreadable_file(target)

    def _means_file(self, address: str, name: str, path: Path | None) -> bool:
        """Whether a link is ours: not to an article, an address of the site, or the outside."""
        if not address or is_foreign(address) or name.endswith(".md"):
            return False
        return has_braces(address) or path is not None or _ending(name) in self.settings.endings

    def _read(self, path: Path, name: str, target: str) -> Attachment | Finding:
        ending, size = _ending(name), path.stat().st_size
        unfit = self._unfit(path, ending, size, target)
        if unfit or ending != _PDF:
            return unfit or Attachment(name=name, ending=ending, size=size)
        pages = inspect_pdf(path)
        if isinstance(pages, PdfFault):
            return messages.unfit_pdf(target, pages)
        return Attachment(name=name, ending=ending, size=size, pages=pages)

    def _unfit(self, path: Path, ending: str, size: int, target: str) -> Finding | None:
        """What keeps a file of any type from being published."""
        if ending not in self.settings.endings:
            return messages.forbidden_ending(target, self.settings.endings)
        if not size:
            return messages.empty_file(target)
        if size > self.settings.heaviest:
            return messages.heavy_file(target, self.settings.heaviest)
        return None if has_its_content(path, ending) else messages.wrong_content(target, ending)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
