"""Draw the neutral pictures that stand where an original photograph is missing.

The captions name real people, so a picture may not pretend to show them: each is an
abstract view of the midland hills with the words "Chưa có ảnh gốc". An editor replaces a
picture by a photograph of the same file name; what is committed is what counts, and the
script never overwrites a file that exists. Run it with
`python -m tests.content.draw_missing_pictures` after removing the pictures to draw anew.
"""

import math
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

PICTURES = Path(__file__).resolve().parents[2] / "content" / "hinh-anh"
NAMES = (
    "2024/03/bo-truong-ket-luan",
    "2024/03/chup-anh-luu-niem",
    "2024/03/giam-doc-so-thao-luan",
    "2024/03/hoi-nghi-toan-canh",
    "2024/03/lanh-dao-don-vi-tham-luan",
    "2024/03/nghiem-thu-phan-mem-quan-ly-thue",
    "2024/03/nhan-hieu-banh-san-phong-chau",
    "2024/03/nhan-hieu-vai-hung-long",
    "2024/03/tang-hoa-chuc-mung",
    "2024/03/thu-truong-khai-mac",
    "2024/03/thu-truong-trao-doi",
    "2024/04/cong-dien-an-toan-thong-tin-mang",
    "2024/04/cuoc-thi-tim-hieu-phap-luat-khcn",
    "2024/04/de-an-844-nang-cao-nang-luc",
)
SIZE = (1600, 1067)
WORDS = "Chưa có ảnh gốc"
WORDS_SIZE = 54
# Drawn twice as large and reduced: Pillow's polygons have hard edges.
SCALE = 2

Colour = tuple[int, int, int]
SKY: Colour = (0xF3, 0xF6, 0xF9)
BLUE: Colour = (0x0B, 0x4A, 0x8F)
GREY: Colour = (0x5C, 0x6B, 0x78)

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
Ridge = Callable[[float], float]


def mix(ground: Colour, ink: Colour, strength: float) -> Colour:
    """A colour between two: 0 is the ground, 1 the ink."""
    red, green, blue = (
        round(below + (above - below) * strength) for below, above in zip(ground, ink, strict=True)
    )
    return red, green, blue


def ridges(chance: random.Random) -> Iterator[tuple[Ridge, Colour]]:
    """The outlines of the hills from the farthest to the nearest, with their colours."""
    count = chance.randint(4, 6)
    ink = mix(BLUE, GREY, chance.uniform(0.0, 0.6))
    for step in range(count):
        nearness = step / (count - 1)
        level = 0.56 + 0.32 * nearness + chance.uniform(-0.02, 0.02)
        yield ridge(chance, level, 0.09 - 0.03 * nearness), mix(SKY, ink, 0.09 + 0.36 * nearness)


def ridge(chance: random.Random, level: float, height: float) -> Ridge:
    """A calm outline of three waves; places and heights are parts of the picture's size."""
    waves = [
        (height / order, order * chance.uniform(0.5, 1.1), chance.uniform(0, math.tau))
        for order in (1, 2, 4)
    ]

    def at(place: float) -> float:
        return level + sum(
            size * math.sin(math.tau * turns * place + start) for size, turns, start in waves
        )

    return at


def draw_hill(canvas: ImageDraw.ImageDraw, outline: Ridge, colour: Colour) -> None:
    """Fill everything below an outline, and draw three terraces along it."""
    width, height = SIZE[0] * SCALE, SIZE[1] * SCALE
    across = range(0, width + 8, 8)
    top = [(x, outline(x / width) * height) for x in across]
    canvas.polygon([*top, (width, height), (0, height)], fill=colour)
    for terrace in range(1, 4):
        drop = 26 * SCALE * terrace
        line = [(x, y + drop) for x, y in top]
        canvas.line(line, fill=mix(colour, SKY, 0.32 / terrace), width=2 * SCALE, joint="curve")


def draw_sun(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    """A pale disk above the hills, left or right of the words."""
    side = chance.choice((chance.uniform(0.1, 0.2), chance.uniform(0.8, 0.9)))
    x, y = side * SIZE[0] * SCALE, chance.uniform(0.2, 0.42) * SIZE[1] * SCALE
    radius = chance.uniform(60, 110) * SCALE
    canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=mix(SKY, BLUE, 0.08))


def draw_picture(name: str, font: Font) -> Image.Image:
    """The picture that belongs to a name: always the same one, and another for each name."""
    chance = random.Random(name)  # noqa: S311  (a drawing, no secret)
    large = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), SKY)
    canvas = ImageDraw.Draw(large)
    draw_sun(canvas, chance)
    for outline, colour in ridges(chance):
        draw_hill(canvas, outline, colour)
    picture = large.resize(SIZE, Image.Resampling.LANCZOS)
    middle = (SIZE[0] / 2, SIZE[1] * 0.29)
    ImageDraw.Draw(picture).text(middle, WORDS, font=font, fill=GREY, anchor="mm")
    return picture


def main() -> None:
    """Draw each picture that is not there, in DejaVu Sans (Debian: fonts-dejavu-core)."""
    font = ImageFont.truetype("DejaVuSans.ttf", WORDS_SIZE)
    for name in NAMES:
        target = PICTURES / f"{name}.jpg"
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            draw_picture(name, font).save(target, quality=80, optimize=True, progressive=True)


if __name__ == "__main__":
    main()
