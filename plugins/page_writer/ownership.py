"""Which source made which file: two that want the same one are a finding, not a surprise."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from plugins.core.diagnostics import Diagnostic
from plugins.core.signals import WrittenFile
from plugins.page_writer import messages


class Ownership:
    """The book of everything that one build writes."""

    def __init__(self, lines: Mapping[str, int] = MappingProxyType({})) -> None:
        """Begin with nothing written.

        Args:
            lines: The content files, each with the line that decides its address.
        """
        self._lines = lines
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
        owner, line = self.files[taken].owner, self._lines.get(file.owner, 0)
        self.clashes.append(messages.two_owners(file.path, file.owner, owner, line))
        return False
