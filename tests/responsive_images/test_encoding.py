from pathlib import Path

import pytest
from PIL import ImageCms

from plugins.core.errors import SiteError
from plugins.responsive_images.decoding import format_of
from plugins.responsive_images.encoding import EncodingJob, encode_all, entry_name
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.source_picture import ENDINGS, SourcePicture
from plugins.responsive_images.store import PictureStore
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


def _job(lookup: PictureLookup, name: str, content: bytes, store: PictureStore) -> EncodingJob:
    ending = ENDINGS[format_of(content)]
    path = lookup.content / "hinh-anh" / f"{name}.{ending}"
    path.write_bytes(content)
    source = lookup.read(path, name)
    assert isinstance(source, SourcePicture)
    variants = tuple(v for files in variants_of(source, lookup.settings).values() for v in files)
    return EncodingJob(picture=source, variants=variants, store=store, settings=lookup.settings)


def _results(job: EncodingJob) -> dict[str, bytes]:
    found = {v: job.store.find(job.picture.digest, entry_name(v)) for v in job.variants}
    return {entry_name(v): entry.read_bytes() for v, entry in found.items() if entry}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_publishes_the_pixels_and_nothing_else(lookup: PictureLookup, form: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    notes = {"xmp": b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"} if form != "PNG" else {}
    notes |= {"comment": b"ghi"} if form == "JPEG" else {}
    content = picture(1000, 600, form, exif=camera_notes(6), icc_profile=profile, **notes)
    assert any(secret in content for secret in SECRETS)
    job = _job(lookup, "a", content, lookup.store)
    encode_all([job])
    results = _results(job)
    assert len(results) == len(job.variants)
    for variant in job.variants:
        made = results[entry_name(variant)]
        assert not [secret for secret in SECRETS if secret in made]
        assert opened(made).size == (variant.width, variant.height)
        assert not opened(made).getexif()
    assert max(v.width for v in job.variants) == 600  # it stood on its side


def test_gives_the_same_bytes_on_one_processor_and_on_many(
    lookup: PictureLookup, tmp_path: Path
) -> None:
    contents = [picture(500 + step, 300) for step in range(5)]
    one, many = PictureStore(folder=tmp_path / "one"), PictureStore(folder=tmp_path / "many")
    serial = [_job(lookup, f"{n}", content, one) for n, content in enumerate(contents)]
    pooled = [_job(lookup, f"{n}", content, many) for n, content in enumerate(contents)]
    for job in serial:
        encode_all([job])
    encode_all(pooled)
    assert [_results(job) for job in serial] == [_results(job) for job in pooled]
    assert _files(one.folder) == _files(many.folder)


def test_a_picture_that_changed_meanwhile_never_gets_into_the_store(lookup: PictureLookup) -> None:
    job = _job(lookup, "a", picture(500, 300), lookup.store)
    job.picture.path.write_bytes(picture(400, 300))
    with pytest.raises(SiteError, match=r"a\.jpg changed"):
        encode_all([job])
    assert _results(job) == {}


def _files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
