"""Makes PDFs with WeasyPrint, which is loaded only where one is made."""

import shlex
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from ctypes import CDLL
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from logging import CRITICAL, getLogger
from pathlib import Path

from msgspec import Struct
from PIL import ImageFile

_WEASYPRINT = "weasyprint"
# As WeasyPrint itself looks for it: Linux, macOS, Windows.
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
_FONTS = ((400, "be-vietnam-pro-regular.woff2"), (600, "be-vietnam-pro-semibold.woff2"))
_FONT = (
    '@font-face{{font-family:"Be Vietnam Pro";font-weight:{};src:url(data:font/woff2;base64,{})}}'
)
_LONGEST_SIGNING = 60


class SigningError(Exception):
    """The command that signs a file failed; its words say why."""


class PrintOrder(Struct, frozen=True, kw_only=True):
    """A page of HTML of which a PDF is wanted, and the key under which it is kept."""

    key: str
    html: str


def style_sheet(theme: Path) -> str:
    """The style sheet of PDFs with its fonts inside: a PDF depends on nothing else."""
    fonts = (
        _FONT.format(weight, b64encode((theme / "fonts" / name).read_bytes()).decode())
        for weight, name in _FONTS
    )
    return "".join((*fonts, (theme / "document_pdf.css").read_text(encoding="utf-8")))


@cache
def can_print() -> bool:
    """Whether this machine has what WeasyPrint needs."""
    return find_spec(_WEASYPRINT) is not None and any(map(_is_there, _PANGO))


def printer_version() -> str:
    """The version of WeasyPrint: another one may make other bytes."""
    return version(_WEASYPRINT)


def load_printer() -> None:
    """Load WeasyPrint, so that children which are forked now need not."""
    import weasyprint  # noqa: F401, PLC0415  (a second or two, and the system's Pango)

    # It lets Pillow take pictures that are cut off, wherever they are read in this process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False


def print_pdf(style: str, order: PrintOrder) -> bytes:
    """A PDF after PDF/UA-1: tagged, with language, title, bookmarks and embedded fonts.

    A job: the same order gives the same bytes. Nothing is fetched from anywhere.
    """
    load_printer()
    from weasyprint import CSS, HTML  # noqa: PLC0415  (see `load_printer`)
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  (the same)
    from weasyprint.urls import URLFetcher  # noqa: PLC0415  (the same)

    getLogger(_WEASYPRINT).setLevel(CRITICAL)
    fonts, inside = FontConfiguration(), URLFetcher(allowed_protocols=["data"])
    sheet = CSS(string=style, font_config=fonts, url_fetcher=inside)
    page = HTML(string=order.html, url_fetcher=inside)
    content: bytes = page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    return content


def sign(path: Path, command: Sequence[str]) -> None:
    """Have a command sign a file in its place.

    Raises:
        SigningError: if it fails, or takes longer than a minute.
    """
    try:
        done = subprocess.run(
            [*command, str(path)],
            check=False,
            capture_output=True,
            text=True,
            timeout=_LONGEST_SIGNING,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SigningError(str(error)) from error
    if done.returncode:
        raise SigningError(done.stderr.strip() or shlex.join(command))


def _is_there(library: str) -> bool:
    try:
        CDLL(library)
    except OSError:
        return False
    return True
