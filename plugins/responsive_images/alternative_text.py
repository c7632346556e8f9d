"""Rules for alternative texts: what is seen, not what the file or the caption says."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from plugins.core.text import normalise, slugify, squeeze
from plugins.responsive_images import messages
from plugins.responsive_images.messages import Finding

_ENDING = re.compile(r".+\.(?:jpe?g|jfif|png|webp|gif|hei[cf]|avif|tiff?|bmp|svg)", re.IGNORECASE)
# What cameras, telephones and messengers call their files.
_GIVEN_NAME = re.compile(
    r"""(?:img|dsc[fn]?|pict|pxl|mvimg|image|photo|received)[-_ ]?\d[\w().-]*
    |z\d{8,}\S*
    |\d{8}[-_ ]?\d{6}\S*
    |(?:screenshot[-_ ]|fb_img|viber_image|whatsapp[ ]image).*""",
    re.IGNORECASE | re.VERBOSE,
)


def check_alternative(alt: str, caption: str, target: str) -> Iterator[Finding]:
    """What is wrong with the alternative text of a picture.

    Args:
        alt: The alternative text.
        caption: The text below the picture; "" where there is none.
        target: The file, as the editor wrote it.
    """
    if not slugify(alt):
        yield messages.no_alternative(target)
    elif same_sentence(alt, caption):
        yield messages.alternative_is_caption(alt)
    elif _is_file_name(alt.strip(), target):
        yield messages.alternative_is_file_name(alt)


def same_sentence(one: str, other: str) -> bool:
    """Whether two texts say the same, but for case, spaces and the stop at the end."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return squeeze(normalise(text)).rstrip(".… ").casefold()


def _is_file_name(alt: str, target: str) -> bool:
    if _ENDING.fullmatch(alt) or _GIVEN_NAME.fullmatch(alt):
        return True
    if " " in alt:  # words may well be both a file's name and a fair description
        return False
    stem = normalise(unquote(PurePosixPath(target).stem))
    joined = "-" in alt or "_" in alt
    return alt.casefold() == stem.casefold() or (joined and slugify(alt) == slugify(stem))
