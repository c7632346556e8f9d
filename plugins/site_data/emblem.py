"""The emblem of the agency: a small picture that the site delivers as it is."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from PIL import Image

from plugins.core.files import inside

SIZE_LIMIT = 500_000
_PIXEL_LIMIT = 4_000_000
_BROKEN = (
    Image.DecompressionBombError,
    LookupError,
    OSError,
    SyntaxError,
    ValueError,
    struct.error,
    zlib.error,
)
_ENDINGS = MappingProxyType({"PNG": "png", "JPEG": "jpg", "WEBP": "webp"})


class Emblem(Struct, frozen=True, kw_only=True):
    """A usable picture and its path below the site's root."""

    path: str
    content: bytes


def read_emblem(content: Path, name: str) -> Emblem | None:
    """The emblem in a content folder, or None where the file is missing or unfit.

    The format is told by the bytes, not by the name. A picture of absurd size is refused
    by its head, before it costs anything; then it must be whole to the last pixel.
    """
    path = inside(content, name)
    if path is None or path.stat().st_size > SIZE_LIMIT:
        return None
    picture = path.read_bytes()
    try:
        with Image.open(BytesIO(picture), formats=tuple(_ENDINGS)) as image:
            ending = _ENDINGS[str(image.format)]
            if image.width * image.height > _PIXEL_LIMIT or getattr(image, "is_animated", False):
                return None
            image.load()
    except _BROKEN:
        return None
    return Emblem(path=f"bieu-trung.{ending}", content=picture)
