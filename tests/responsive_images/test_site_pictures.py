from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from plugins.core.articles import Kind
from plugins.core.body import BodyContext
from plugins.core.errors import SiteError
from plugins.core.signals import SiteFile
from plugins.core.text_checks import CheckedText
from plugins.responsive_images import encoding
from plugins.responsive_images.article_images import extraction_of
from plugins.responsive_images.figures import picture_element
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.site_pictures import site_pictures
from plugins.responsive_images.source_picture import SourcePicture
from plugins.responsive_images.variants import picture_of
from tests.responsive_images.pictures import opened, picture


def _files(lookup: PictureLookup, *names: str, image: str = "") -> tuple[str, ...]:
    """The names of the files of an article that shows some pictures of the content folder."""
    body = ""
    for name in names:
        source = lookup.in_text(f"/{name}", "tin-tuc/bai.md")
        assert isinstance(source, SourcePicture)
        shown = picture_of(source, "Ảnh", lookup.settings, "/")
        element = picture_element(shown, lookup.settings.sizes, at_once=False)
        body += ET.tostring(element, encoding="unicode")
    text = CheckedText(
        path="tin-tuc/bai.md",
        kind=Kind.ARTICLE,
        source=body,
        first_line=1,
        header={"image": image, "image_alt": "Ảnh"} if image else {},
        body=body,
    )
    context = BodyContext(
        path=text.path,
        kind=text.kind,
        source=body,
        first_line=1,
        content=lookup.content,
        link_root="/",
    )
    return extraction_of(lookup, "/").extract(text, context).files


def _put(lookup: PictureLookup, name: str, content: bytes) -> Path:
    path = lookup.content / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def _short(files: list[SiteFile]) -> list[str]:
    """The names without their fingerprints."""
    return [f"{f.path.split('.')[0]}-{f.path.rsplit('-', 1)[1]}" for f in files]


def test_gives_exactly_what_the_articles_name(lookup: PictureLookup) -> None:
    for name in ("hinh-anh/a.jpg", "hinh-anh/Bìa.png", "hinh-anh/thua.jpg"):
        _put(lookup, name, picture(600, 300, "PNG" if name.endswith("png") else "JPEG"))
    wanted = _files(lookup, "hinh-anh/a.jpg", "hinh-anh/a.jpg", image="hinh-anh/Bìa.png")
    files = site_pictures(wanted, lookup)
    assert _short(files) == [
        "anh/a-480.jpg",
        "anh/a-480.webp",
        "anh/a-600.jpg",
        "anh/a-600.webp",
        "anh/bia-480.png",
        "anh/bia-480.webp",
        "anh/bia-600.png",
        "anh/bia-600.webp",
    ]
    assert {file.owner for file in files} == {"hinh-anh/a.jpg", "hinh-anh/Bìa.png"}
    for file in files:
        assert isinstance(file.content, Path)
        assert opened(file.content.read_bytes()).width in (480, 600)


def test_encodes_nothing_the_second_time(
    lookup: PictureLookup, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(lookup, "hinh-anh/a.jpg", picture(600, 300))
    wanted = _files(lookup, "hinh-anh/a.jpg")
    first = site_pictures(wanted, lookup)
    monkeypatch.setattr(encoding, "decode", None)
    assert site_pictures(wanted, lookup) == first


def test_mends_a_damaged_store(lookup: PictureLookup) -> None:
    _put(lookup, "hinh-anh/a.jpg", picture(600, 300))
    wanted = _files(lookup, "hinh-anh/a.jpg")
    first = site_pictures(wanted, lookup)
    sound = [Path(str(file.content)).read_bytes() for file in first]
    for file in first:
        Path(str(file.content)).write_bytes(b"damaged")
    assert site_pictures(wanted, lookup) == first
    assert [Path(str(file.content)).read_bytes() for file in first] == sound


def test_one_content_under_one_name_is_one_file(lookup: PictureLookup) -> None:
    _put(lookup, "hinh-anh/a.jpg", picture(300, 200))
    _put(lookup, "tin-tuc/a.jpg", picture(300, 200))
    wanted = _files(lookup, "hinh-anh/a.jpg", "tin-tuc/a.jpg")
    assert [file.owner for file in site_pictures(wanted, lookup)] == ["hinh-anh/a.jpg"] * 2


def test_a_picture_that_changed_after_reading_stops_the_build(lookup: PictureLookup) -> None:
    path = _put(lookup, "hinh-anh/a.jpg", picture(300, 200))
    wanted = _files(lookup, "hinh-anh/a.jpg")
    path.write_bytes(picture(310, 200))
    with pytest.raises(SiteError, match="build again"):
        site_pictures(wanted, lookup)
