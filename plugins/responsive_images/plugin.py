"""Joins responsive images to Pelican."""

from typing import Any

from markdown import Extension
from msgspec.structs import replace
from pelican import signals

from plugins.core.extracts import Extraction
from plugins.core.file_digests import FileDigests, memory_of
from plugins.core.file_store import FileStore
from plugins.core.headers import HeaderField, HeaderKind
from plugins.core.pelican import connect, corpus_of
from plugins.core.signals import (
    PictureQuestion,
    PublishedPicture,
    SiteFile,
    WrittenSite,
    body_extensions_requested,
    body_inputs_requested,
    extractions_requested,
    header_fields_requested,
    published_pictures_requested,
    site_files_requested,
    text_checks_requested,
)
from plugins.core.site import Site
from plugins.core.text_checks import TextCheck
from plugins.responsive_images import messages
from plugins.responsive_images.article_images import (
    FEATURE,
    IMAGE,
    IMAGE_ALT,
    extraction_of,
    files_of,
    images_of,
    known_images,
)
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.figures import FigureExtension
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.model import TextImages
from plugins.responsive_images.site_pictures import (
    planned_pictures,
    published_pictures,
    site_pictures,
)


def connect_receivers() -> None:
    """Connect to the questions of the reader and the writer, and to the finished corpus."""
    header_fields_requested.connect(give_header_fields)
    body_extensions_requested.connect(give_extension)
    body_inputs_requested.connect(give_body_inputs)
    text_checks_requested.connect(give_text_checks)
    extractions_requested.connect(give_extractions)
    connect(signals.all_generators_finalized, attach_images)
    published_pictures_requested.connect(give_published)
    site_files_requested.connect(give_files)


def give_header_fields(_site: Site) -> list[HeaderField]:
    """On `header_fields_requested`: the picture that stands for an article."""
    return [
        HeaderField(name=IMAGE, kind=HeaderKind.PICTURE, about=messages.ABOUT_IMAGE),
        HeaderField(name=IMAGE_ALT, kind=HeaderKind.TEXT, about=messages.ABOUT_IMAGE_ALT),
    ]


def give_body_inputs(site: Site) -> list[str]:
    """On `body_inputs_requested`: other settings make other bodies."""
    return [repr(site.settings_for("RESPONSIVE_IMAGES", ResponsiveImagesSettings))]


def give_extension(site: Site) -> list[Extension]:
    """On `body_extensions_requested`: the pictures of texts."""
    return [FigureExtension(_lookup_of(site))]


def give_text_checks(site: Site) -> list[TextCheck]:
    """On `text_checks_requested`: the picture in the header, told beside all other findings.

    What is wrong with it is always an error, so nothing of it is kept with the body.
    """
    lookup = _lookup_of(site)
    return [lambda text: images_of(text, lookup, site.link_root)[1]]


def give_extractions(site: Site) -> list[Extraction[TextImages]]:
    """On `extractions_requested`: the pictures for cards, and the files that pages name."""
    return [extraction_of(_lookup_of(site), site.link_root)]


def attach_images(generators: list[Any]) -> None:
    """On `all_generators_finalized`: the pictures of every text, which were taken out of it."""
    for entry in corpus_of(generators).entries:
        images, card = known_images(entry.record)
        entry.give(FEATURE, images)
        entry.give_card(picture=card)


def give_files(written: WrittenSite) -> list[SiteFile]:
    """On `site_files_requested`: the pictures of the pages that were written, no draft's."""
    wanted = {name for record in written.written_records for name in files_of(record)}
    if written.site.check_only:
        return planned_pictures(wanted)
    lookup = _lookup_of(written.site)
    # A site has tens of thousands of picture files, and most builds add none.
    with FileDigests(memory_of(written.site.store, lookup.store.folder, "pictures")) as digests:
        known = replace(lookup, digests=digests.of)
        return site_pictures(wanted, known, written.site.executor)


def give_published(question: PictureQuestion) -> list[PublishedPicture]:
    """On `published_pictures_requested`: what is in pictures, for who shows them elsewhere."""
    return published_pictures(question.names, _lookup_of(question.site))


def _lookup_of(site: Site) -> PictureLookup:
    return PictureLookup(
        content=site.content,
        store=FileStore(folder=site.store / "pictures"),
        settings=site.settings_for("RESPONSIVE_IMAGES", ResponsiveImagesSettings),
    )
