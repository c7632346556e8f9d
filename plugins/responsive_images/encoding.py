"""From a source picture to its published files, on all processors of the machine.

The jobs are plain data and the results lie in the store, so it makes no difference
which process does the work. The bytes depend on nothing but the job and Pillow's version.
"""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import PIL
from PIL import Image

from plugins.core.children import end_with_parent, ending_children
from plugins.core.errors import SiteError
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.decoding import decode
from plugins.responsive_images.source_picture import SourcePicture
from plugins.responsive_images.store import PictureStore
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


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodingJob:
    """The files that are still missing of one picture."""

    picture: SourcePicture
    variants: tuple[Variant, ...]
    store: PictureStore
    settings: ResponsiveImagesSettings


def encode_all(jobs: Sequence[EncodingJob]) -> None:
    """Put the results of all jobs into their stores."""
    if len(jobs) <= _FEW:
        for job in jobs:
            encode(job)
        return
    pool = ProcessPoolExecutor(os.cpu_count(), initializer=end_with_parent)
    with ending_children(pool) as workers:
        list(workers.map(encode, jobs))


def encode(job: EncodingJob) -> None:
    """Put the files of one picture into the store.

    Raises:
        SiteError: if the picture is no longer the one that was read.
    """
    content = job.picture.path.read_bytes()
    if hashlib.sha256(content).hexdigest() != job.picture.digest:
        message = f"{job.picture.path} changed during the build: build again"
        raise SiteError(message)
    settings = job.settings
    image = decode(content, most_pixels=settings.most_pixels, longest_side=settings.longest_side)
    for variant in job.variants:
        job.store.keep(job.picture.digest, entry_name(variant), _encoded(image, variant))


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
