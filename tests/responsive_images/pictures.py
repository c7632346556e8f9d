"""Small pictures for tests: sound ones, and ones that go wrong in a known way."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from itertools import repeat
from typing import Any

from PIL import Image

GPS_TAG, ORIENTATION_TAG = 0x8825, 0x0112
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(
    width: int = 1600,
    height: int = 1000,
    form: str = "JPEG",
    **options: Any,  # noqa: ANN401  (Pillow's own options)
) -> bytes:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    return written(image, form, **options)


def written(
    image: Image.Image,
    form: str,
    **options: Any,  # noqa: ANN401  (Pillow's own options)
) -> bytes:
    """The bytes of a picture in a format."""
    target = BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def camera_notes(orientation: int = 1) -> Image.Exif:
    """What a telephone notes: how it was held, and where."""
    notes = Image.Exif()
    notes[ORIENTATION_TAG] = orientation
    notes[GPS_TAG] = {1: "N", 2: (21.0, 19.0, 12.0), 3: "E", 4: (105.0, 24.0, 9.0)}
    return notes


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that unpacks to very many pixels."""
    return png(width, height, depth=8, lines=repeat(b"\0" * (width * 3), height))


def png(width: int, height: int, *, depth: int, lines: Iterable[bytes]) -> bytes:
    """A PNG in red, green and blue from the bytes of its lines."""
    packer = zlib.compressobj(9)
    pixels = b"".join(packer.compress(b"\0" + line) for line in lines) + packer.flush()
    size = struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", size), _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def opened(content: bytes) -> Image.Image:
    """The picture in the bytes of a file."""
    return Image.open(BytesIO(content))


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check
