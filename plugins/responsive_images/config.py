"""The settings of responsive images."""

from msgspec import Struct

from plugins.core.errors import ConfigError

# Above 95 Pillow's files grow and look no better.
_QUALITIES = range(1, 96)


class ResponsiveImagesSettings(Struct, frozen=True, kw_only=True):
    """How large pictures may be handed in, and in which sizes they are published.

    Attributes:
        widths: The widths to publish, in pixels, smallest first; nothing is enlarged.
        sizes: How wide a picture stands in the text column, for the browser's choice.
        jpeg_quality: 1 to 95, as Pillow counts.
        webp_quality: 1 to 95, as Pillow counts.
        heaviest: The largest file that is accepted, in bytes.
        most_pixels: The most pixels that are accepted; a small file can hold very many.
        longest_side: The longest side that is accepted, in pixels; WebP ends at 16,383.
    """

    widths: tuple[int, ...] = (480, 800, 1200)
    sizes: str = "(min-width: 45rem) 42rem, calc(100vw - 2rem)"
    jpeg_quality: int = 80
    webp_quality: int = 78
    heaviest: int = 15_000_000
    most_pixels: int = 40_000_000
    longest_side: int = 16_383

    def __post_init__(self) -> None:
        """Refuse widths and qualities that no picture can be made with.

        Raises:
            ConfigError: naming the field.
        """
        if not self.widths or min(self.widths) < 1 or sorted(set(self.widths)) != [*self.widths]:
            message = f"RESPONSIVE_IMAGES: widths {self.widths} must be positive and rise"
            raise ConfigError(message)
        for quality in (self.jpeg_quality, self.webp_quality):
            if quality not in _QUALITIES:
                message = f"RESPONSIVE_IMAGES: a quality of {quality} is not between 1 and 95"
                raise ConfigError(message)
