"""Turns plain Markdown pictures into figures that load fast and say nothing about cameras.

Why: editors hand in photographs of several megabytes that carry the place where they
were taken; visitors get a few widths, in WebP and in the original format, without it.
Kind: body (Markdown tree processor, priority 15), corpus, and files beside the pages.
Attribute: `article.responsive_images` (`ArticleImages`).
Setting: `RESPONSIVE_IMAGES` (`ResponsiveImagesSettings`). Header keys: `image`, `image_alt`.
"""

from plugins.responsive_images.config import ResponsiveImagesSettings

__all__ = ["ResponsiveImagesSettings", "register"]


def register() -> None:
    """Join Pelican; imported late, so that workers which encode pictures stay light."""
    from plugins.responsive_images.plugin import connect_receivers  # noqa: PLC0415  (see above)

    connect_receivers()
