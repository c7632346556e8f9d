"""From what an editor wrote to the picture that is meant, or to what is wrong with it."""

from pathlib import Path

from msgspec import Struct

from plugins.core.file_store import Digests, FileStore
from plugins.core.files import inside
from plugins.core.targets import is_foreign, name_in_content, similar_name, why_absent
from plugins.responsive_images import messages
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.decoding import Fault
from plugins.responsive_images.messages import Finding
from plugins.responsive_images.source_picture import NAMED_AS, SourcePicture, read_source_picture


class PictureLookup(Struct, frozen=True, kw_only=True):
    """The pictures of one content folder.

    Attributes:
        content: The content folder.
        store: Where is remembered which pictures are sound.
        digests: What tells the content of pictures, and of what the store has of them, where very
            many are looked at; None to read them.
    """

    content: Path
    store: FileStore
    settings: ResponsiveImagesSettings
    digests: Digests | None = None

    def in_text(self, target: str, article: str) -> SourcePicture | Finding:
        """The picture that a target in the text of an article means."""
        if is_foreign(target):
            return messages.foreign_picture(target)
        name = name_in_content(target, article)
        path = inside(self.content, name)
        if path is None:
            similar = similar_name(self.content, name)
            return messages.absent_picture(target, why_absent(self.content, name), similar)
        return self.read(path, target)

    def in_header(self, target: str, article: str) -> SourcePicture | Finding:
        """The picture that the header names: from the content folder, or from the article."""
        found = inside(self.content, target)
        return self.read(found, target) if found else self.in_text(target, article)

    def read(self, path: Path, target: str) -> SourcePicture | Finding:
        """What is known of an existing file, named in findings as the editor wrote it."""
        picture = read_source_picture(path, self.store, self.settings, self.digests)
        if isinstance(picture, Fault):
            return messages.faulty_picture(target, picture, self.settings)
        if path.suffix.lower() not in NAMED_AS[picture.ending]:
            return messages.misnamed_picture(target, picture.ending)
        return picture
