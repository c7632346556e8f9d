"""What templates get: pictures ready to be written as `picture` elements."""

from msgspec import Struct


class PictureSource(Struct, frozen=True, kw_only=True):
    """One better format of a picture, as a `source` element names it."""

    type: str
    srcset: str


class Picture(Struct, frozen=True, kw_only=True):
    """One picture in all its widths and formats.

    Attributes:
        sources: The better formats, best first; empty where the original is the best.
        src: The widest one in the original format.
        srcset: All widths in the original format.
        width: The width of `src` in pixels.
        height: The height of `src` in pixels.
        alt: What is to be seen in it, for those who do not see it; may be "".
    """

    sources: tuple[PictureSource, ...]
    src: str
    srcset: str
    width: int
    height: int
    alt: str


class ArticleImages(Struct, frozen=True, kw_only=True):
    """The pictures that stand for an article.

    Attributes:
        card: The one for lists and for shared links; None where there is none.
        opening: The one to show above the text; None where the text shows it itself.
    """

    card: Picture | None = None
    opening: Picture | None = None


class TextImages(Struct, frozen=True, kw_only=True):
    """What is kept of the pictures of a text.

    Attributes:
        images: Those that stand for the article.
        files: The names of all picture files that its page and its cards name.
    """

    images: ArticleImages
    files: tuple[str, ...]
