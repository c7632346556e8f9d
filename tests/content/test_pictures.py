"""The pictures of the first content are neutral drawings that can be drawn anew."""

import re
from pathlib import Path

import pytest
from PIL import ImageChops, ImageFont

from tests.content.draw_missing_pictures import NAMES, SIZE, draw_picture
from tests.content.reading import CONTENT, Entry, entries

IN_BODY = re.compile(r"!\[[^]]*\]\(([^)]*)\)")


def pictures_of(entry: Entry) -> list[Path]:
    """The pictures of an article: the lead picture, then those of the body."""
    lead = [CONTENT / entry.header["image"]] if "image" in entry.header else []
    return lead + [(entry.path.parent / path).resolve() for path in IN_BODY.findall(entry.body)]


def test_every_picture_of_the_first_content_has_a_neutral_drawing() -> None:
    named = {
        path.relative_to(CONTENT) for entry in entries("tin-tuc") for path in pictures_of(entry)
    }
    assert named == {Path("hinh-anh", f"{name}.jpg") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_drawing_anew_gives_a_picture_of_the_same_size(name: str) -> None:
    # Pillow's own font will do: the words need DejaVu's marks only in what is committed.
    assert draw_picture(name, ImageFont.load_default()).size == SIZE


def test_a_name_has_one_picture_and_another_name_another() -> None:
    font = ImageFont.load_default()
    first, again, other = (draw_picture(name, font) for name in (NAMES[0], NAMES[0], NAMES[1]))
    assert ImageChops.difference(first, again).getbbox() is None
    assert ImageChops.difference(first, other).getbbox() is not None
