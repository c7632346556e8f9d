"""The pictures that editors hand in: what is known of each, by its content."""

from functools import cache
from pathlib import Path

import msgspec
import PIL
from msgspec import Struct

from plugins.core.file_store import Digests, FileStore, digest_by_reading
from plugins.core.files import FINGERPRINT_LENGTH
from plugins.core.fingerprints import digest_of
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
        digest: Of its bytes.
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
    path: Path,
    store: FileStore,
    settings: ResponsiveImagesSettings,
    digests: Digests | None = None,
) -> SourcePicture | Fault:
    """What is known of a picture, or why it cannot be used.

    Its pixels are decoded once per content; the store remembers the result.

    Args:
        path: An existing regular file.
        store: Where is remembered which pictures are sound.
        settings: How large a picture may be.
        digests: What tells its content; None to read it, once in a process while its size and
            time stay the same.
    """
    try:
        state = path.stat()
        if state.st_size > settings.heaviest:
            return Fault.TOO_HEAVY
        name = str(path)
        digest = digests(name) if digests else _read(name, state.st_size, state.st_mtime_ns)
        return _looked_at(path, digest, store, settings)
    except OSError:
        return Fault.UNREADABLE


@cache
def _read(path: str, _size: int, _time: int) -> str:
    return digest_by_reading(path)


@cache
def _looked_at(
    path: Path, digest: str, store: FileStore, settings: ResponsiveImagesSettings
) -> SourcePicture | Fault:
    known = _known(digest, store, settings)
    if known is None:
        content = path.read_bytes()
        try:
            image = decode(
                content, most_pixels=settings.most_pixels, longest_side=settings.longest_side
            )
        except PictureFaultError as error:
            return error.fault
        known = _Sound(digest_of(content), ENDINGS[format_of(content)], *image.size)
        store.keep(known.digest, _sound_name(settings), msgspec.json.encode(known))
    return SourcePicture(
        path=path,
        digest=known.digest,
        ending=known.ending,
        width=known.width,
        height=known.height,
    )


class _Sound(Struct, frozen=True):
    """What the store remembers of a sound picture."""

    digest: str
    ending: str
    width: int
    height: int


def _known(digest: str, store: FileStore, settings: ResponsiveImagesSettings) -> _Sound | None:
    entry = store.find(digest, _sound_name(settings))
    return msgspec.json.decode(entry.read_bytes(), type=_Sound) if entry else None


def _sound_name(settings: ResponsiveImagesSettings) -> str:
    """The name of the entry says under which rules the picture was found sound."""
    rules = f"{settings.most_pixels}-{settings.longest_side}"
    return f"sound-{rules}-pillow{PIL.__version__}.json"
