"""The picture files of a site: exactly those that its pages name.

They are found again by their names; nothing is remembered from the making of the bodies,
which may have come from a cache.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from plugins.core.errors import SiteError
from plugins.core.file_store import digest_by_reading
from plugins.core.signals import PublishedPicture, SiteFile
from plugins.core.targets import names_below
from plugins.responsive_images.encoding import MissingFiles, encode_all, entry_name
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.source_picture import NAMED_AS, SourcePicture, picture_slug
from plugins.responsive_images.variants import (
    FOLDER,
    Variant,
    picture_name,
    variant_name,
    variants_of,
)

_ENDINGS = tuple(ending for endings in NAMED_AS.values() for ending in endings)


def planned_pictures(wanted: Collection[str]) -> list[SiteFile]:
    """The files that `site_pictures` would give, without their content: nothing is encoded."""
    return [
        SiteFile(path=f"{FOLDER}{name}", content=b"", owner="responsive_images")
        for name in sorted(wanted)
    ]


def site_pictures(
    wanted: Collection[str], lookup: PictureLookup, executor: str = ""
) -> list[SiteFile]:
    """The files of all pictures that articles show, encoded where the store lacks them.

    Args:
        wanted: Their names, as pages give them.
        lookup: Where pictures are looked for.
        executor: Where they are encoded; see `core.executors`.

    Raises:
        SiteError: if a picture changed or went away after its article was read.
    """
    needed = _needed(wanted, lookup)
    entries = {name: _entry(*each, lookup) for name, each in needed.items()}
    missing = {name: each for name, each in needed.items() if entries[name] is None}
    encode_all(list(_by_source(missing.values())), lookup, executor)
    return [
        SiteFile(
            path=f"{FOLDER}{name}",
            content=entries[name] or _stored(source, variant, lookup),
            owner=source.path.relative_to(lookup.content).as_posix(),
        )
        for name, (source, variant) in needed.items()
    ]


def published_pictures(wanted: Collection[str], lookup: PictureLookup) -> list[PublishedPicture]:
    """The files of pictures, none encoded before somebody reads it.

    Args:
        wanted: Their names, as pages give them.
        lookup: Where pictures are looked for.

    Raises:
        SiteError: if a picture changed or went away after its text was read.
    """
    return [
        PublishedPicture(
            name=name,
            made_from=f"{source.digest} {entry_name(variant)}",
            read=partial(_read, source, variant, lookup),
        )
        for name, (source, variant) in _needed(wanted, lookup).items()
    ]


def _read(source: SourcePicture, variant: Variant, lookup: PictureLookup) -> bytes:
    if (entry := _entry(source, variant, lookup)) is None:
        encode_all(list(_by_source([(source, variant)])), lookup)
        entry = _stored(source, variant, lookup)
    return entry.read_bytes()


def _needed(
    wanted: Collection[str], lookup: PictureLookup
) -> dict[str, tuple[SourcePicture, Variant]]:
    files = {
        variant_name(source, variant): (source, variant)
        for source in _sources_of(wanted, lookup)
        for variants in variants_of(source, lookup.settings).values()
        for variant in variants
    }
    if lost := sorted(set(wanted) - files.keys()):
        message = f"pictures changed during the build, build again: {', '.join(lost)}"
        raise SiteError(message)
    return {name: files[name] for name in sorted(wanted)}


def _sources_of(wanted: Iterable[str], lookup: PictureLookup) -> list[SourcePicture]:
    """The source of each wanted picture; of several with one name and content the first."""
    names = {picture_name(name) for name in wanted}
    slugs = {name.split(".", 1)[0] for name in names}
    sources: dict[str, SourcePicture] = {}
    for name in names_below(lookup.content):
        # Most files of a site are texts.
        if name.lower().endswith(_ENDINGS) and picture_slug(name) in slugs:
            source = lookup.read(lookup.content / name, name)
            if isinstance(source, SourcePicture) and source.name in names:
                sources.setdefault(source.name, source)
    return list(sources.values())


def _by_source(missing: Iterable[tuple[SourcePicture, Variant]]) -> Iterator[MissingFiles]:
    variants: dict[SourcePicture, list[Variant]] = {}
    for source, variant in missing:
        variants.setdefault(source, []).append(variant)
    for source, those in variants.items():
        yield MissingFiles(picture=source, variants=tuple(those))


def _entry(source: SourcePicture, variant: Variant, lookup: PictureLookup) -> Path | None:
    digests = lookup.digests or digest_by_reading
    return lookup.store.find(source.digest, entry_name(variant), digests)


def _stored(source: SourcePicture, variant: Variant, lookup: PictureLookup) -> Path:
    entry = _entry(source, variant, lookup)
    if entry is None:
        message = f"{lookup.store.folder} does not keep what is written there: check the disk"
        raise SiteError(message)
    return entry
