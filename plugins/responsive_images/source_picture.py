"""The pictures that editors hand in: what is known of each, by its content."""

import hashlib
import json
from functools import cache
from pathlib import Path

import PIL
from msgspec import Struct

from plugins.core.file_store import FileStore
from plugins.core.files import FINGERPRINT_LENGTH
from plugins.core.text import slugify
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.decoding import Fault, PictureFaultError, decode, format_of

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# How the names of such files end.
NAMED_AS = {"jpg": (".jpg", ".jpeg", ".jpe", ".jfif"), "png": (".png",), "webp": (".webp",)}
_LONGEST_SLUG = 60


class SourcePicture(Struct, frozen=True, kw_only=True):
    """A picture that was found to be sound, down to the last pixel.

    Attributes:
        path: Where it lies.
        digest: The SHA-256 of its bytes.
        ending: What its format is called in a file name.
        width: In pixels, as it is seen: upright.
        height: In pixels, as it is seen: upright.
    """

    path: Path
    digest: str
    ending: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """What its published files are called in front of `-480.webp`."""
        return f"{picture_slug(self.path.name)}.{self.digest[:FINGERPRINT_LENGTH]}"


@cache
def picture_slug(name: str) -> str:
    """The part of a published name that comes from the name of the file."""
    return slugify(Path(name).stem)[:_LONGEST_SLUG].strip("-") or "anh"


def read_source_picture(
    path: Path, store: FileStore, settings: ResponsiveImagesSettings
) -> SourcePicture | Fault:
    """What is known of a picture, or why it cannot be used.

    Its pixels are decoded once per content; the store remembers the result. Within one
    process a file is not read again while its size and time stay the same.

    Args:
        path: An existing regular file.
        store: Where is remembered which pictures are sound.
        settings: How large a picture may be.
    """
    try:
        state = path.stat()
        if state.st_size > settings.heaviest:
            return Fault.TOO_HEAVY
        return _read(path, (state.st_size, state.st_mtime_ns), store, settings)
    except OSError:
        return Fault.UNREADABLE


@cache
def _read(
    path: Path, _state: tuple[int, int], store: FileStore, settings: ResponsiveImagesSettings
) -> SourcePicture | Fault:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    size = _kept_size(digest, store, settings)
    if size is None:
        try:
            image = decode(
                content, most_pixels=settings.most_pixels, longest_side=settings.longest_side
            )
        except PictureFaultError as error:
            return error.fault
        size = image.size
        store.keep(digest, _size_name(settings), json.dumps(size).encode())
    width, height = size
    ending = ENDINGS[format_of(content)]
    return SourcePicture(path=path, digest=digest, ending=ending, width=width, height=height)


def _kept_size(
    digest: str, store: FileStore, settings: ResponsiveImagesSettings
) -> tuple[int, int] | None:
    entry = store.find(digest, _size_name(settings))
    if entry is None:
        return None
    width, height = json.loads(entry.read_bytes())
    return width, height


def _size_name(settings: ResponsiveImagesSettings) -> str:
    """The name of the entry says under which rules the picture was found sound."""
    rules = f"{settings.most_pixels}-{settings.longest_side}"
    return f"size-{rules}-pillow{PIL.__version__}.json"
