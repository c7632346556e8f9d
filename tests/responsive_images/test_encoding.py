from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import ImageCms

from plugins.core.errors import SiteError
from plugins.core.file_store import FileStore
from plugins.responsive_images.decoding import format_of
from plugins.responsive_images.encoding import MissingFiles, encode_all, entry_name
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.source_picture import ENDINGS, SourcePicture
from plugins.responsive_images.variants import variants_of
from tests.responsive_images.pictures import camera_notes, opened, picture

SECRETS = (
    b"GPS",
    b"Exif",
    b"ICC_PROFILE",
    b"ICCP",
    b"iCCP",
    b"eXIf",
    b"tEXt",
    b"XMP",
    b"adobe",
    b"ghi",
)


def _missing(lookup: PictureLookup, name: str, content: bytes) -> MissingFiles:
    ending = ENDINGS[format_of(content)]
    path = lookup.content / "hinh-anh" / f"{name}.{ending}"
    path.write_bytes(content)
    source = lookup.read(path, name)
    assert isinstance(source, SourcePicture)
    variants = tuple(v for files in variants_of(source, lookup.settings).values() for v in files)
    return MissingFiles(picture=source, variants=variants)


def _results(missing: MissingFiles, lookup: PictureLookup) -> dict[str, bytes]:
    digest = missing.picture.digest
    found = {v: lookup.store.find(digest, entry_name(v)) for v in missing.variants}
    return {entry_name(v): entry.read_bytes() for v, entry in found.items() if entry}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_publishes_the_pixels_and_nothing_else(lookup: PictureLookup, form: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    notes = {"xmp": b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"} if form != "PNG" else {}
    notes |= {"comment": b"ghi"} if form == "JPEG" else {}
    content = picture(1000, 600, form, exif=camera_notes(6), icc_profile=profile, **notes)
    assert any(secret in content for secret in SECRETS)
    missing = _missing(lookup, "a", content)
    encode_all([missing], lookup)
    results = _results(missing, lookup)
    assert len(results) == len(missing.variants)
    for variant in missing.variants:
        made = results[entry_name(variant)]
        assert not [secret for secret in SECRETS if secret in made]
        assert opened(made).size == (variant.width, variant.height)
        assert not opened(made).getexif()
    assert max(v.width for v in missing.variants) == 600  # it stood on its side


def test_gives_the_same_bytes_on_one_processor_and_on_many(
    lookup: PictureLookup, tmp_path: Path
) -> None:
    contents = [picture(500 + step, 300) for step in range(5)]
    missing = [_missing(lookup, f"{n}", content) for n, content in enumerate(contents)]
    one = replace(lookup, store=FileStore(folder=tmp_path / "one"))
    many = replace(lookup, store=FileStore(folder=tmp_path / "many"))
    for each in missing:
        encode_all([each], one)
    encode_all(missing, many)
    assert [_results(each, one) for each in missing] == [_results(each, many) for each in missing]
    assert _files(one.store.folder) == _files(many.store.folder)


def test_a_picture_that_changed_meanwhile_never_gets_into_the_store(lookup: PictureLookup) -> None:
    missing = _missing(lookup, "a", picture(500, 300))
    missing.picture.path.write_bytes(picture(400, 300))
    with pytest.raises(SiteError, match=r"a\.jpg changed"):
        encode_all([missing], lookup)
    assert _results(missing, lookup) == {}


def _files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
