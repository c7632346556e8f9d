"""One attached file: where it is published and what readers are told about it."""

from pathlib import Path, PurePosixPath

from msgspec import Struct

from plugins.attachments import messages
from plugins.core.text import slugify

FOLDER = "tep/"
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How a file of an ending begins (ASVS 5.2.2); text has no mark of its own, but no zero byte.
_BEGINNINGS = {
    ".pdf": b"%PDF-",
    **dict.fromkeys((".doc", ".xls", ".ppt"), _COMPOUND),
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip"), _ZIP),
}
_TEXT = ".csv"
_LOOKED_AT = 4096
_KILOBYTE, _MEGABYTE = 1_000, 1_000_000


class Attachment(Struct, frozen=True, kw_only=True):
    """A file of the content folder that an article links to.

    Attributes:
        name: Relative to the content folder, with `/`.
        ending: In lower case, with its dot.
        size: In bytes.
        pages: How many a PDF has; 0 for all else.
    """

    name: str
    ending: str
    size: int
    pages: int = 0

    @property
    def path(self) -> str:
        """Where it is published, below the root of the site."""
        return published_path(self.name)

    @property
    def facts(self) -> str:
        """Type, size and pages as they stand behind the link: `(PDF, 120 kB, 4 trang)`."""
        facts = [self.ending[1:].upper(), size_in_words(self.size)]
        if self.pages:
            facts.append(messages.pages_in_words(self.pages))
        return f"({', '.join(facts)})"


def published_path(name: str) -> str:
    """The address of a file without marks, spaces and capitals, below the site's root."""
    path = PurePosixPath(name)
    parts = [slugify(part) or "tep" for part in (*path.parent.parts, path.stem)]
    return f"{FOLDER}{'/'.join(parts)}{path.suffix.lower()}"


def size_in_words(size: int) -> str:
    """A size in bytes, kB or MB with a decimal comma, the unit on the same line."""
    if size < _KILOBYTE:
        return f"{size}\N{NO-BREAK SPACE}B"
    if size < _MEGABYTE - _KILOBYTE / 2:  # what is rounded to 1000 kB is 1,0 MB
        return f"{round(size / _KILOBYTE)}\N{NO-BREAK SPACE}kB"
    return f"{size / _MEGABYTE:.1f}\N{NO-BREAK SPACE}MB".replace(".", ",")


def has_its_content(path: Path, ending: str) -> bool:
    """Whether a file begins as files of its ending do."""
    beginning = _BEGINNINGS.get(ending, b"")
    with path.open("rb") as file:
        head = file.read(_LOOKED_AT)
    return head.startswith(beginning) and not (ending == _TEXT and b"\0" in head)
