"""The pictures that stand for an article, from its header and its finished body."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Protocol

import msgspec
from lxml.html import HtmlElement
from msgspec import Struct

from plugins.core.articles import ArticleRecord
from plugins.core.body import BodyContext
from plugins.core.deferred import Deferred
from plugins.core.diagnostics import Diagnostic
from plugins.core.extracts import Extraction, extract_of, pack, packed_extract, unpack
from plugins.core.fingerprints import digest_of
from plugins.core.html import parse_fragment
from plugins.core.text_checks import CheckedText
from plugins.responsive_images.alternative_text import check_alternative
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.messages import Finding
from plugins.responsive_images.model import ArticleImages, Picture, PictureSource, TextImages
from plugins.responsive_images.variants import picture_of

FEATURE = "responsive_images"
IMAGE, IMAGE_ALT = "image", "image_alt"
_PICTURE = re.compile(r"<picture\b.*?</picture>", re.DOTALL)
# The same body is asked for its check and for its extract.
_BODIES = 4
_NO_IMAGES = pack(ArticleImages())


class WithPictures(Protocol):
    """An article as `images_of` needs it: a record, or a text that was just read."""

    @property
    def path(self) -> str:
        """The source, relative to the content folder."""

    @property
    def body(self) -> str:
        """The HTML of the text."""

    @property
    def header(self) -> Mapping[str, object]:
        """The header values, typed."""

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of every key that the header gives."""


def extraction_of(lookup: PictureLookup, link_root: str) -> Extraction[TextImages]:
    """What is taken out of every text, so that no build looks for its pictures again."""

    def extract(text: CheckedText, context: BodyContext) -> TextImages:
        if target := str(text.header.get(IMAGE, "")):
            # The header may mean a file of the content folder or one beside the article.
            context.depends_on(f"/{target}")
            context.depends_on(target)
        images, _ = images_of(text, lookup, link_root)
        pictures = (*pictures_in(text.body), *([images.card] if images.card else []))
        files = dict.fromkeys(name for picture in pictures for name in _file_names(picture))
        return TextImages(images=images, files=tuple(files))

    return Extraction(name=FEATURE, extract=extract)


class _Kept(Struct, frozen=True):
    images: msgspec.Raw


class _KeptImages(Struct, frozen=True):
    card: msgspec.Raw


class _KeptFiles(Struct, frozen=True):
    files: tuple[str, ...]


def known_images(
    record: ArticleRecord,
) -> tuple[ArticleImages | Deferred[ArticleImages], Deferred[Picture | None] | None]:
    """The pictures that stand for an article, and the one for its card, where it has any."""
    images = bytes(unpack(packed_extract(record, FEATURE), _Kept).images)
    if images == _NO_IMAGES:
        return ArticleImages(), None
    card = bytes(unpack(images, _KeptImages).card)
    return (
        Deferred(digest_of(b"images " + images), _images_of, record),
        Deferred(digest_of(b"picture " + card), _card_of, record),
    )


def files_of(record: ArticleRecord) -> tuple[str, ...]:
    """The names of all picture files that the page of an article and its cards name."""
    return extract_of(record, FEATURE, _KeptFiles).files


def _images_of(record: ArticleRecord) -> ArticleImages:
    return extract_of(record, FEATURE, TextImages).images


def _card_of(record: ArticleRecord) -> Picture | None:
    return _images_of(record).card


def images_of(
    article: WithPictures, lookup: PictureLookup, link_root: str
) -> tuple[ArticleImages, list[Diagnostic]]:
    """The pictures of an article, and what is wrong with those that its header names."""
    shown = pictures_in(article.body)
    first = next(iter(shown), None)
    target = str(article.header.get(IMAGE, ""))
    if not target:
        return ArticleImages(card=first), []
    found = lookup.in_header(target, article.path)
    if isinstance(found, Finding):
        return ArticleImages(card=first), [_placed(found, article, IMAGE)]
    alt = str(article.header.get(IMAGE_ALT, ""))
    picture = picture_of(found, alt, lookup.settings, link_root)
    same = next((other for other in shown if other.src == picture.src), None)
    if same is not None:
        return ArticleImages(card=same), []
    findings = check_alternative(picture.alt, "", target)
    placed = [_placed(finding, article, IMAGE_ALT) for finding in findings]
    return ArticleImages(card=picture, opening=picture), placed


@lru_cache(maxsize=_BODIES)
def pictures_in(body: str) -> tuple[Picture, ...]:
    """The pictures of a body in their order, as the tree processor wrote them."""
    markup = "".join(_PICTURE.findall(body))
    return tuple(map(_picture, parse_fragment(markup).iter("picture"))) if markup else ()


def _file_names(picture: Picture) -> Iterator[str]:
    for srcset in (picture.srcset, *(source.srcset for source in picture.sources)):
        for candidate in srcset.split(", "):
            yield candidate.split(" ")[0].rsplit("/", 1)[-1]


def _picture(element: HtmlElement) -> Picture:
    image = element.find("img")
    return Picture(
        sources=tuple(
            PictureSource(type=source.get("type"), srcset=source.get("srcset"))
            for source in element.iter("source")
        ),
        src=image.get("src"),
        srcset=image.get("srcset"),
        width=int(image.get("width")),
        height=int(image.get("height")),
        alt=image.get("alt"),
    )


def _placed(finding: Finding, article: WithPictures, key: str) -> Diagnostic:
    return Diagnostic(
        code=finding.code,
        severity=finding.severity,
        path=article.path,
        line=article.lines.get(key) or article.lines.get(IMAGE, 0),
        field=key,
        message=finding.message,
        remedy=finding.remedy,
    )
