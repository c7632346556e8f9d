"""From a source picture to its published files, on all processors of the machine or a cluster.

The bytes depend on nothing but the source, the variants, the settings and Pillow's version, so
it makes no difference which process makes them. Finished pictures go into the store one by one.
"""

from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future
from io import BytesIO
from typing import Any

import PIL
from msgspec import Struct
from PIL import Image

from plugins.core.errors import SiteError
from plugins.core.executors import open_workers
from plugins.core.file_store import FileStore
from plugins.core.fingerprints import digest_of
from plugins.core.progress import counted
from plugins.responsive_images import messages
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.decoding import decode
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.source_picture import SourcePicture
from plugins.responsive_images.variants import Variant

_OPTIONS: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "optimize": True, "progressive": True},
    "png": {"format": "PNG", "compress_level": 9},
    "webp": {"format": "WEBP", "method": 4},
}
# To be raised when the same picture, width, quality and Pillow give other bytes than before.
_RECIPE = 1
# Starting workers costs as much as encoding this many pictures.
_FEW = 3


class MissingFiles(Struct, frozen=True, kw_only=True):
    """The files that are still missing of one picture."""

    picture: SourcePicture
    variants: tuple[Variant, ...]


class EncodingJob(Struct, frozen=True, kw_only=True):
    """A picture as it is sent to a worker."""

    name: str
    digest: str
    content: bytes
    variants: tuple[Variant, ...]


def encode_all(missing: Sequence[MissingFiles], lookup: PictureLookup, executor: str = "") -> None:
    """Put all files that are missing into the store.

    Args:
        missing: What the store lacks.
        lookup: Where pictures lie, and how they are published.
        executor: Where the work is done; see `core.executors`.

    Raises:
        SiteError: if a picture is no longer the one that was read, or ends the worker.
    """
    jobs = (_job_for(each, lookup) for each in missing)
    if len(missing) <= _FEW:
        for job in jobs:
            _keep(encode(lookup.settings, job), job, lookup.store)
        return
    with open_workers(executor, lookup.settings) as workers:
        done = workers.each(encode, jobs)
        for job, future in counted(done, messages.ENCODING, len(missing)):
            _keep(_encoded_elsewhere(future, job), job, lookup.store)


def encode(settings: ResponsiveImagesSettings, job: EncodingJob) -> tuple[bytes, ...]:
    """The files of one picture, in the order of its variants."""
    image = decode(
        job.content, most_pixels=settings.most_pixels, longest_side=settings.longest_side
    )
    return tuple(_encoded(image, variant) for variant in job.variants)


def _job_for(missing: MissingFiles, lookup: PictureLookup) -> EncodingJob:
    picture = missing.picture
    content = picture.path.read_bytes()
    if digest_of(content) != picture.digest:
        message = f"{picture.path} changed during the build: build again"
        raise SiteError(message)
    name = picture.path.relative_to(lookup.content).as_posix()
    return EncodingJob(name=name, digest=picture.digest, content=content, variants=missing.variants)


def _encoded_elsewhere(future: Future[tuple[bytes, ...]], job: EncodingJob) -> tuple[bytes, ...]:
    try:
        return future.result()
    except BrokenExecutor as error:
        message = f"a worker died while {job.name} was encoded, maybe for lack of memory: {error}"
        raise SiteError(message) from error


def _keep(files: Sequence[bytes], job: EncodingJob, store: FileStore) -> None:
    for variant, content in zip(job.variants, files, strict=True):
        store.keep(job.digest, entry_name(variant), content)


def entry_name(variant: Variant) -> str:
    """The name under which the store keeps a file: all that its bytes depend on."""
    quality = f"q{variant.quality}" if variant.quality else "exact"
    return f"{variant.width}-{quality}-recipe{_RECIPE}-pillow{PIL.__version__}.{variant.ending}"


def _encoded(image: Image.Image, variant: Variant) -> bytes:
    size = (variant.width, variant.height)
    if image.size != size:
        # The gap lets Pillow halve large photographs first; the eye sees no difference.
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    target = BytesIO()
    options = dict(_OPTIONS[variant.ending])
    if variant.quality:
        options["quality"] = variant.quality
    image.save(target, **options)
    return target.getvalue()
