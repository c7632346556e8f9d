from pathlib import Path

import pytest

from plugins.core.errors import ConfigError
from plugins.responsive_images.config import ResponsiveImagesSettings
from plugins.responsive_images.model import Picture, PictureSource
from plugins.responsive_images.source_picture import SourcePicture
from plugins.responsive_images.variants import picture_name, picture_of, variants_of

SETTINGS = ResponsiveImagesSettings()


def _source(width: int, height: int, ending: str = "jpg") -> SourcePicture:
    return SourcePicture(
        path=Path("Hội nghị.jpg"),
        digest="0123456789abcdef",
        ending=ending,
        width=width,
        height=height,
    )


@pytest.mark.parametrize(
    ("width", "published"),
    [
        (4000, [480, 800, 1200]),
        (1200, [480, 800, 1200]),
        (1000, [480, 800, 1000]),
        (480, [480]),
        (1, [1]),
    ],
)
def test_never_enlarges(width: int, published: list[int]) -> None:
    variants = variants_of(_source(width, 500), SETTINGS)
    assert {ending: [v.width for v in files] for ending, files in variants.items()} == {
        "webp": published,
        "jpg": published,
    }


def test_keeps_the_proportions() -> None:
    heights = [v.height for v in variants_of(_source(1600, 1067), SETTINGS)["webp"]]
    assert heights == [320, 534, 800]
    assert variants_of(_source(3000, 1), SETTINGS)["webp"][0].height == 1


def test_a_webp_needs_no_second_format() -> None:
    assert list(variants_of(_source(1600, 1000, "webp"), SETTINGS)) == ["webp"]


def test_writes_a_picture_for_templates() -> None:
    assert picture_of(_source(700, 350), "Toàn cảnh", SETTINGS, "/cong-tin/") == Picture(
        sources=(
            PictureSource(
                type="image/webp",
                srcset="/cong-tin/anh/hoi-nghi.0123456789ab-480.webp 480w, "
                "/cong-tin/anh/hoi-nghi.0123456789ab-700.webp 700w",
            ),
        ),
        src="/cong-tin/anh/hoi-nghi.0123456789ab-700.jpg",
        srcset="/cong-tin/anh/hoi-nghi.0123456789ab-480.jpg 480w, "
        "/cong-tin/anh/hoi-nghi.0123456789ab-700.jpg 700w",
        width=700,
        height=350,
        alt="Toàn cảnh",
    )


def test_tells_its_own_names_from_others() -> None:
    assert picture_name("hoi-nghi.0123456789ab-480.webp") == "hoi-nghi.0123456789ab"
    assert picture_name("hoi-nghi.webp") == ""
    assert picture_name("../hoi-nghi.0123456789ab-480.webp") == ""


@pytest.mark.parametrize(
    "wrong", [{"widths": ()}, {"widths": (800, 480)}, {"widths": (0, 480)}, {"jpeg_quality": 0}]
)
def test_settings_that_make_no_picture_stop_the_build(wrong: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="RESPONSIVE_IMAGES"):
        ResponsiveImagesSettings(**wrong)  # type: ignore[arg-type]  # wrong on purpose
