"""Which source made which file: two that want the same one are a finding, not a surprise."""

import unicodedata

from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenFile
from plugins.page_writer import messages


class Ownership:
    """The book of everything that one build writes."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self.files: dict[str, WrittenFile] = {}
        self.clashes: list[Diagnostic] = []
        self._spellings: dict[str, str] = {}

    def claim(self, file: WrittenFile) -> bool:
        """Whether a file may be written; a second owner gets a finding instead.

        Paths that differ by letter case or Unicode form only are the same file on some
        disks and servers, so they clash as well.
        """
        spelling = unicodedata.normalize("NFC", file.path).casefold()
        taken = self._spellings.get(spelling)
        if taken is None:
            self._spellings[spelling] = file.path
            self.files[file.path] = file
            return True
        self.clashes.append(messages.two_owners(file.path, file.owner, self.files[taken].owner))
        return False
