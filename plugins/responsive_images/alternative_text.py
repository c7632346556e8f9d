"""Rules for alternative texts: what is seen, not what the file or the caption says."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.core.text import normalise, slugify, squeeze
from plugins.responsive_images import messages
from plugins.responsive_images.messages import Finding

_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|webp|gif|heic|tiff?)|(?:img|dsc|pict)[-_ ]?\d+", re.IGNORECASE
)


def check_alternative(alt: str, caption: str, target: str) -> Iterator[Finding]:
    """What is wrong with the alternative text of a picture.

    Args:
        alt: The alternative text.
        caption: The text below the picture; "" where there is none.
        target: The file, as the editor wrote it.
    """
    if not alt.strip():
        yield messages.no_alternative(target)
    elif same_sentence(alt, caption):
        yield messages.alternative_is_caption(alt)
    elif _FILE_NAME.fullmatch(alt.strip()) or _is_stem(alt, target):
        yield messages.alternative_is_file_name(alt)


def same_sentence(one: str, other: str) -> bool:
    """Whether two texts say the same, but for case, spaces and the stop at the end."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return squeeze(normalise(text)).rstrip(".… ").casefold()


def _is_stem(alt: str, target: str) -> bool:
    # Two words may well be both a file's name and a fair description.
    return " " not in alt.strip() and slugify(alt) == slugify(PurePosixPath(target).stem)
