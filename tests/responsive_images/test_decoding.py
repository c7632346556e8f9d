import pytest
from PIL import Image, ImageCms

from plugins.responsive_images.decoding import Fault, PictureFaultError, decode, format_of
from tests.responsive_images.pictures import (
    BLUE,
    RED,
    bomb,
    camera_notes,
    opened,
    picture,
    png,
    written,
)

LIMITS = {"most_pixels": 40_000_000, "longest_side": 16_383}
SIDES = {
    1: "left",
    2: "right",
    3: "right",
    4: "left",
    5: "top",
    6: "top",
    7: "bottom",
    8: "bottom",
}


def _fault(content: bytes) -> Fault:
    with pytest.raises(PictureFaultError) as caught:
        decode(content, **LIMITS)
    return caught.value.fault


def _near(one: object, other: tuple[int, ...]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_decodes_the_three_formats(form: str) -> None:
    content = picture(60, 40, form)
    assert format_of(content) == form
    image = decode(content, **LIMITS)
    assert (image.size, image.mode) == ((60, 40), "RGB")
    assert _near(image.getpixel((5, 20)), RED)
    assert _near(image.getpixel((55, 20)), BLUE)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("orientation", "red_side"), SIDES.items())
def test_turns_a_photograph_as_it_was_held(form: str, orientation: int, red_side: str) -> None:
    image = decode(picture(60, 40, form, exif=camera_notes(orientation)), **LIMITS)
    assert image.size == ((60, 40) if red_side in ("left", "right") else (40, 60))
    width, height = image.size
    middles = {
        "left": (4, height // 2),
        "right": (width - 4, height // 2),
        "top": (width // 2, 4),
        "bottom": (width // 2, height - 4),
    }
    assert _near(image.getpixel(middles[red_side]), RED)


def test_takes_the_photograph_out_of_a_telephones_multi_picture_file() -> None:
    second = opened(picture(30, 20))
    content = written(opened(picture(60, 40)), "MPO", save_all=True, append_images=[second])
    assert decode(content, **LIMITS).size == (60, 40)


def test_keeps_the_pixels_when_the_camera_notes_are_broken() -> None:
    content = picture(60, 40, exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 20)
    assert decode(content, **LIMITS).size == (60, 40)


def test_brings_other_colours_to_srgb() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    same = decode(picture(60, 40, "PNG", icc_profile=lab), **LIMITS)
    assert _near(same.getpixel((5, 20)), RED)
    broken = decode(picture(60, 40, "PNG", icc_profile=b"nothing"), **LIMITS)
    assert _near(broken.getpixel((5, 20)), RED)


def test_reads_print_colours_deep_grey_and_palettes() -> None:
    cmyk = written(opened(picture(60, 40)).convert("CMYK"), "JPEG")
    assert _near(decode(cmyk, **LIMITS).getpixel((5, 20)), RED)
    grey = Image.new("I;16", (2, 1))
    grey.putpixel((0, 0), 65_535)
    grey.putpixel((1, 0), 32_768)
    deep = decode(written(grey, "PNG"), **LIMITS)
    assert [deep.getpixel((x, 0)) for x in (0, 1)] == [(255, 255, 255), (128, 128, 128)]
    palette = written(opened(picture(60, 40)).convert("P"), "PNG", transparency=0)
    assert decode(palette, **LIMITS).mode == "RGBA"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_refuses_a_truncated_picture(form: str, share: float) -> None:
    noise = Image.effect_noise((120, 80), 60).convert("RGB")
    content = written(noise, form)
    assert _fault(content[: max(13, int(len(content) * share))]) is Fault.BROKEN


def test_refuses_what_is_no_picture_whatever_its_name() -> None:
    assert _fault(b"<!doctype html><title>x</title>") is Fault.WRONG_FORMAT
    assert _fault(b"%PDF-1.7") is Fault.WRONG_FORMAT
    assert _fault(b"\0\0\0\x1cftypmif1\0\0\0\0avifmif1miaf") is Fault.WRONG_FORMAT
    assert _fault(written(Image.new("RGB", (9, 9)), "TIFF")) is Fault.WRONG_FORMAT
    assert _fault(written(Image.new("RGB", (9, 9)), "BMP")) is Fault.WRONG_FORMAT


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (b"\0\0\0\x24ftypheic\0\0\0\0mif1heic", Fault.HEIC),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Fault.HEIC),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Fault.SVG),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- a -->\n<SVG onload='x()'>", Fault.SVG),
    ],
)
def test_tells_what_has_a_remedy_of_its_own(content: bytes, fault: Fault) -> None:
    assert _fault(content) is fault


def test_refuses_a_jpeg_that_goes_over_its_pixels_again_and_again() -> None:
    content = picture(60, 40, progressive=True)
    again = content[content.rindex(b"\xff\xda") : -2]
    film = b"\xff\xda" * 200

    assert decode(content[:-2] + again * 5 + b"\xff\xd9" + film, **LIMITS).size == (60, 40)
    assert _fault(content[:-2] + again * 200 + b"\xff\xd9") is Fault.TOO_MANY_SCANS


def test_a_small_picture_in_the_notes_of_the_camera_is_no_scan() -> None:
    notes = camera_notes()
    notes[0x927C] = (b"\xff\xd8" + b"\xff\xda" * 200 + b"\xff\xd9") * 2

    assert decode(picture(60, 40, exif=notes), **LIMITS).size == (60, 40)


def test_reads_deep_colours() -> None:
    # Two pixels of 16 bits in each of red, green and blue, which Pillow itself cannot write.
    content = png(2, 1, depth=16, lines=[b"\xff\xff\0\0\0\0" + b"\x80\0\x80\0\x80\0"])
    image = decode(content, **LIMITS)

    assert image.mode == "RGB"
    assert [image.getpixel((x, 0)) for x in (0, 1)] == [(255, 0, 0), (128, 128, 128)]


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_refuses_moving_pictures(form: str) -> None:
    first, second = opened(picture(20, 10)), opened(picture(20, 10)).rotate(180)
    assert _fault(written(first, form, save_all=True, append_images=[second])) is Fault.MOVING


@pytest.mark.parametrize("sides", [(7_000, 6_000), (13_000, 13_000)])
def test_refuses_a_bomb_before_unpacking_it(sides: tuple[int, int]) -> None:
    content = bomb(*sides)
    assert len(content) < 1_000_000
    assert _fault(content) is Fault.TOO_MANY_PIXELS


def test_refuses_a_side_that_webp_cannot_hold() -> None:
    assert _fault(bomb(2, 16_384)) is Fault.TOO_LONG
