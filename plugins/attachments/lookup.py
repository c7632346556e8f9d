"""From what an editor wrote to the attached file that is meant, or to what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.attachments import messages
from plugins.attachments.attachment import Attachment, has_its_content
from plugins.attachments.config import AttachmentsSettings
from plugins.attachments.messages import Finding
from plugins.core.files import inside
from plugins.core.targets import (
    has_braces,
    is_foreign,
    name_in_content,
    similar_name,
    why_absent,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentLookup:
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
        if not self._means_file(address, name, path):
            return None
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
        ending = _ending(name)
        if ending not in self.settings.endings:
            return messages.forbidden_ending(target, self.settings.endings)
        size = path.stat().st_size
        if not size:
            return messages.empty_file(target)
        if size > self.settings.heaviest:
            return messages.heavy_file(target, self.settings.heaviest)
        if not has_its_content(path, ending):
            return messages.wrong_content(target, ending)
        return Attachment(name=name, ending=ending, size=size)


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
