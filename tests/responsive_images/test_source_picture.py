import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.responsive_images import source_picture
from plugins.responsive_images.decoding import Fault
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.source_picture import (
    SourcePicture,
    picture_slug,
    read_source_picture,
)
from tests.responsive_images.pictures import camera_notes, picture


def _read(lookup: PictureLookup, name: str, content: bytes) -> SourcePicture | Fault:
    path = lookup.content / "hinh-anh" / name
    path.write_bytes(content)
    return read_source_picture(path, lookup.store, lookup.settings)


def test_knows_the_size_as_it_is_seen(lookup: PictureLookup) -> None:
    found = _read(lookup, "Hội nghị.JPG", picture(60, 40, exif=camera_notes(6)))
    assert isinstance(found, SourcePicture)
    assert (found.width, found.height, found.ending) == (40, 60, "jpg")
    assert found.name == f"hoi-nghi.{found.digest[:12]}"


def test_goes_by_content_where_the_ending_lies(lookup: PictureLookup) -> None:
    found = _read(lookup, "so-do.jpg", picture(60, 40, "PNG"))
    assert isinstance(found, SourcePicture)
    assert found.ending == "png"
    assert _read(lookup, "trang.jpg", b"<!doctype html>") is Fault.WRONG_FORMAT


def test_refuses_a_file_that_is_too_heavy(lookup: PictureLookup) -> None:
    content = picture(60, 40)
    light = replace(lookup, settings=replace(lookup.settings, heaviest=len(content) - 1))
    assert _read(light, "a.jpg", content) is Fault.TOO_HEAVY
    assert isinstance(_read(lookup, "a.jpg", content), SourcePicture)


def test_decodes_a_content_once(lookup: PictureLookup, monkeypatch: pytest.MonkeyPatch) -> None:
    _read(lookup, "a.jpg", picture(60, 40))
    monkeypatch.setattr(source_picture, "decode", _never)
    assert isinstance(_read(lookup, "b.jpg", picture(60, 40)), SourcePicture)


def test_sees_that_a_file_has_changed(lookup: PictureLookup) -> None:
    first = _read(lookup, "a.jpg", picture(60, 40))
    second = _read(lookup, "a.jpg", picture(90, 40))
    os.utime(lookup.content / "hinh-anh" / "a.jpg", (1, 1))
    assert isinstance(first, SourcePicture)
    assert isinstance(second, SourcePicture)
    assert (first.width, second.width) == (60, 90)
    assert first.name != second.name


def test_a_picture_whose_content_is_known_is_not_read(lookup: PictureLookup) -> None:
    found = _read(lookup, "a.jpg", picture(60, 40))
    assert isinstance(found, SourcePicture)
    path = lookup.content / "hinh-anh" / "unread.jpg"
    path.write_bytes(b"never looked at")
    known = read_source_picture(path, lookup.store, lookup.settings, lambda _path: found.digest)
    assert known == replace(found, path=path)


def test_a_file_that_went_away_is_a_fault(lookup: PictureLookup) -> None:
    missing = lookup.content / "hinh-anh" / "a.jpg"
    assert read_source_picture(missing, lookup.store, lookup.settings) is Fault.UNREADABLE


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Đồng chí Bộ trưởng.jpg", "dong-chi-bo-truong"),
        ("a.b.jpg", "a-b"),
        ("—.jpg", "anh"),
        ("x" * 90 + ".jpg", "x" * 60),
    ],
)
def test_names_pictures_without_marks(name: str, slug: str) -> None:
    assert picture_slug(name) == slug


def _never(content: bytes, **limits: int) -> Path:
    raise AssertionError(len(content), limits)
