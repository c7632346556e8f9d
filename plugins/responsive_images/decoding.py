"""From the bytes of a picture to its pixels: the only module that lets Pillow read.

Files come from outside, so formats go by content and never by name, and everything that
Pillow is known to raise over a broken file is told apart from our own mistakes.
"""

import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from io import BytesIO

from PIL import Image, ImageCms

_MAGIC = {"JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n\x1a\n", "GIF": b"GIF8"}
# ISO/IEC 23008-12; AVIF is in the same wrapping.
_HEIC = re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)(?!.{0,32}avi[fs])", re.DOTALL)
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_SVG_BEGINS_WITHIN = 4096
# In a JPEG: what follows 0xff is a marker unless it is a stuffed zero, a restart or a filler.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PICTURE_BEGINS, _SCAN_BEGINS, _PICTURE_ENDS = 0xD8, 0xDA, 0xD9
# Cameras and programs write up to ten. Each costs as much as all pixels, in 60 bytes of file.
_MOST_SCANS = 64
_BOMB = (Image.DecompressionBombWarning, Image.DecompressionBombError)
_BROKEN = (
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_ORIENTATION_TAG = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Fault(Enum):
    """Why a file cannot be used as a picture."""

    UNREADABLE = auto()
    EMPTY = auto()
    TOO_HEAVY = auto()
    WRONG_FORMAT = auto()
    HEIC = auto()
    SVG = auto()
    TOO_MANY_PIXELS = auto()
    TOO_LONG = auto()
    TOO_MANY_SCANS = auto()
    BROKEN = auto()
    MOVING = auto()


class PictureFaultError(Exception):
    """A picture cannot be decoded; carries the `Fault`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


def format_of(content: bytes) -> str:
    """The name of the format that the first bytes show: JPEG, PNG, WEBP, GIF, or ""."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return next((name for name, magic in _MAGIC.items() if content.startswith(magic)), "")


def decode(content: bytes, *, most_pixels: int, longest_side: int) -> Image.Image:
    """The pixels of a still JPEG, PNG or WebP as they are meant to be seen.

    Upright, in sRGB, as RGB or RGBA, and with nothing else that was in the file.

    Raises:
        PictureFaultError: if it is none, is broken, or is too large; size is
            judged before anything is unpacked.
    """
    name = format_of(content)
    if name not in ("JPEG", "PNG", "WEBP"):
        raise PictureFaultError(_fault_of_other(content))
    if name == "JPEG" and _scans_in(content) > _MOST_SCANS:
        raise PictureFaultError(Fault.TOO_MANY_SCANS)
    with _faults_told_apart():
        image = Image.open(BytesIO(content), formats=[name])
        _check(image, most_pixels, longest_side)
        image.load()
        return _bare(_in_srgb(_upright(image)))


def _fault_of_other(content: bytes) -> Fault:
    """Why a file that is none of the three formats is refused, told apart by the remedy."""
    if not content:
        return Fault.EMPTY
    if format_of(content) == "GIF":
        return Fault.MOVING
    if _HEIC.match(content):
        return Fault.HEIC
    return Fault.SVG if _SVG.search(content, 0, _SVG_BEGINS_WITHIN) else Fault.WRONG_FORMAT


def _scans_in(jpeg: bytes) -> int:
    """How often a JPEG goes over its pixels; telephones may append a film, which is no part."""
    place = scans = 0
    while (found := _MARKER.search(jpeg, place)) and scans <= _MOST_SCANS:
        marker, place = jpeg[found.end() - 1], found.end()
        if marker == _PICTURE_ENDS:
            break
        scans += marker == _SCAN_BEGINS
        if marker != _PICTURE_BEGINS:
            place += int.from_bytes(jpeg[place : place + 2])
    return scans


def _check(image: Image.Image, most_pixels: int, longest_side: int) -> None:
    if image.width * image.height > most_pixels:
        raise PictureFaultError(Fault.TOO_MANY_PIXELS)
    if max(image.size) > longest_side:
        raise PictureFaultError(Fault.TOO_LONG)
    # Telephones write several pictures into one JPEG (MPO): the first is the photograph.
    if image.format != "MPO" and getattr(image, "is_animated", False):
        raise PictureFaultError(Fault.MOVING)


def _upright(image: Image.Image) -> Image.Image:
    try:
        turn = _TURNS.get(image.getexif().get(_ORIENTATION_TAG, 1))
    except _BROKEN:  # the pixels are sound; only what the camera noted is not
        turn = None
    return image if turn is None else image.transpose(turn)


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, own, srgb, outputMode=mode) or image
        except (ImageCms.PyCMSError, *_BROKEN):
            pass  # a broken profile says nothing: the colours are taken as they are
    return image if image.mode == mode else _deep_as_eight_bits(image).convert(mode)


def _deep_as_eight_bits(image: Image.Image) -> Image.Image:
    # Pillow clips 16-bit grey to white instead of scaling it.
    return image.point(lambda value: value / 256, "L") if image.mode.startswith("I") else image


def _bare(image: Image.Image) -> Image.Image:
    # Pillow's writers take comments and profiles from here when nobody gives them any.
    image.info = {}
    return image


@contextmanager
def _faults_told_apart() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except _BOMB as error:
            raise PictureFaultError(Fault.TOO_MANY_PIXELS) from error
        except _BROKEN as error:
            raise PictureFaultError(Fault.BROKEN) from error
