"""The widths and formats in which a picture is published, and what they are called.

Everything here follows from the picture and the settings alone: the text of an article
names files that are made much later, and both sides must come to the same names.
"""

import re

from msgspec import Struct

from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.model import Picture, PictureSource
from plugins.responsive_images.source_picture import SourcePicture

FOLDER = "anh/"
_MIME_TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
_NAME = re.compile(r"(?P<picture>[a-z0-9-]+\.[0-9a-f]{12})-(?P<width>\d+)\.(?P<ending>[a-z]+)")


class Variant(Struct, frozen=True, kw_only=True):
    """One published file of a picture.

    Attributes:
        ending: Its format: jpg, png or webp.
        quality: As Pillow counts; 0 where the format loses nothing.
    """

    width: int
    height: int
    ending: str
    quality: int


def variants_of(
    picture: SourcePicture, settings: ResponsiveImagesSettings
) -> dict[str, tuple[Variant, ...]]:
    """The published files of a picture by ending, the best format first, narrow to wide."""
    widths = [width for width in settings.widths if width < picture.width]
    widths.append(min(picture.width, settings.widths[-1]))
    quality = {"webp": settings.webp_quality, "jpg": settings.jpeg_quality}
    return {
        ending: tuple(
            Variant(
                width=width,
                height=max(1, round(picture.height * width / picture.width)),
                ending=ending,
                quality=quality.get(ending, 0),
            )
            for width in dict.fromkeys(widths)
        )
        for ending in dict.fromkeys(("webp", picture.ending))
    }


def picture_of(
    source: SourcePicture, alt: str, settings: ResponsiveImagesSettings, link_root: str
) -> Picture:
    """A picture as templates and texts write it."""
    variants = variants_of(source, settings)
    srcsets = {
        ending: ", ".join(
            f"{link_root}{FOLDER}{variant_name(source, variant)} {variant.width}w"
            for variant in files
        )
        for ending, files in variants.items()
    }
    widest = variants[source.ending][-1]
    original = srcsets.pop(source.ending)
    return Picture(
        sources=tuple(
            PictureSource(type=_MIME_TYPES[ending], srcset=srcset)
            for ending, srcset in srcsets.items()
        ),
        src=f"{link_root}{FOLDER}{variant_name(source, widest)}",
        srcset=original,
        width=widest.width,
        height=widest.height,
        alt=alt,
    )


def variant_name(source: SourcePicture, variant: Variant) -> str:
    """The name of a published file, new whenever the picture changes."""
    return f"{source.name}-{variant.width}.{variant.ending}"


def picture_name(variant: str) -> str:
    """The `SourcePicture.name` that the name of a published file begins with; "" for others."""
    match = _NAME.fullmatch(variant)
    return match["picture"] if match else ""
