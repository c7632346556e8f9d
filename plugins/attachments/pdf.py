"""A look into a PDF: how many pages it has, and why it should not be published.

Only what can act is followed from the root of the file: a scan of three hundred pages is
looked at in a moment, whatever its pictures weigh.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from logging import CRITICAL, getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

# Where actions hang, and what leads there: ISO 32000-1, 7.7 and 12.6.
_FOLLOWED = (
    *("/OpenAction", "/AA", "/A", "/Next", "/Names", "/JavaScript", "/EmbeddedFiles", "/Kids"),
    *("/Pages", "/Annots", "/AcroForm", "/Fields", "/Outlines", "/First"),
)
_ACTIVE_KEYS = frozenset({"/JS", "/JavaScript", "/XFA", "/EmbeddedFiles"})
_ACTIVE_ACTIONS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"})
_ACTIVE_NOTES = frozenset({"/RichMedia", "/Movie", "/Screen", "/FileAttachment", "/3D"})
_REMEMBERED = 256


class PdfFault(StrEnum):
    """Why a PDF should not be published."""

    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"


def inspect_pdf(path: Path) -> int | PdfFault:
    """The number of pages, or why the file should not be published.

    Raises:
        OSError: if the system does not let the file be read.
    """
    state = path.stat()
    return _inspect(path, state.st_size, state.st_mtime_ns)


@lru_cache(_REMEMBERED)
def _inspect(path: Path, _size: int, _time: int) -> int | PdfFault:
    """The same, once for a state of the file: checks and extracts both ask."""
    from pypdf import PdfReader  # noqa: PLC0415  (a quarter of a second; few texts have a PDF)
    from pypdf.errors import PyPdfError  # noqa: PLC0415  (the same)

    # It tells a log what is odd; what matters, its exceptions say.
    getLogger("pypdf").setLevel(CRITICAL)
    try:
        with path.open("rb") as file:
            reader = PdfReader(file)
            if reader.is_encrypted:
                return PdfFault.ENCRYPTED
            return PdfFault.ACTIVE if _acts(reader) else len(reader.pages) or PdfFault.BROKEN
    # What pypdf raises for a broken file is not only its own.
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return PdfFault.BROKEN


def _acts(reader: "PdfReader") -> bool:
    return any(map(_is_active, _parts(reader.trailer["/Root"])))


def _parts(root: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  (pypdf's objects)
    """Every dictionary on the ways that lead to actions, each once."""
    waiting, seen = [root], dict[int, Any]()
    while waiting:
        part = waiting.pop()
        part = part.get_object() if hasattr(part, "get_object") else part
        if id(part) in seen:
            continue
        seen[id(part)] = part  # and kept: a number of what is gone may be given again
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            yield part
            waiting += [part[key] for key in _FOLLOWED if key in part]
            waiting += part["/AA"].values() if isinstance(part.get("/AA"), dict) else ()


def _is_active(part: dict[str, Any]) -> bool:
    return (
        not _ACTIVE_KEYS.isdisjoint(part)
        or part.get("/S") in _ACTIVE_ACTIONS
        or part.get("/Subtype") in _ACTIVE_NOTES
    )
