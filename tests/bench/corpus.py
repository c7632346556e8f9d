"""Many articles for measurements: the sentences of the first site, shuffled with a seed."""

import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from PIL import Image

from tests.conftest import FIRST_SITE

_SENTENCE = re.compile(r"[^.!?\n]{30,}[.!?]")
_SECTIONS = 8
_TAGS = 40
_PICTURES = 24
_FIRST_DAY = date(2010, 1, 1)


def write_corpus(content: Path, articles: int, size: int, seed: int = 1) -> None:
    """Put articles into a new content folder, with the registers of the first site.

    Args:
        content: The folder.
        articles: How many.
        size: Of one article, in bytes.
        seed: The same seed gives the same bytes.
    """
    chance = random.Random(seed)  # noqa: S311  (test data)
    sentences = _sentences()
    shutil.copytree(FIRST_SITE / "du-lieu", content / "du-lieu")
    (content / "tin-tuc").mkdir()
    (content / "hinh-anh").mkdir()
    for number in range(_PICTURES):
        picture = Image.new("RGB", (1200, 800), (number * 10, 96, 144))
        picture.save(content / "hinh-anh" / f"anh-{number}.jpg")
    for number in range(articles):
        text = _article(number, articles, size, sentences, chance)
        (content / "tin-tuc" / f"bai-{number:05}.md").write_text(text, encoding="utf-8")


def _sentences() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(FIRST_SITE.rglob("*.md")))
    bodies = (text.rpartition("\n---\n")[2] for text in texts)
    found = (match[0].strip() for body in bodies for match in _SENTENCE.finditer(body))
    return sorted({sentence for sentence in found if not re.search(r"[\[\]!|<>*#:]", sentence)})


def _article(
    number: int, articles: int, size: int, sentences: list[str], chance: random.Random
) -> str:
    day = _FIRST_DAY + timedelta(days=number * 5000 // articles)
    tags = ", ".join(f"nhãn {tag}" for tag in sorted(chance.sample(range(_TAGS), 3)))
    lines = [
        "---",
        f'title: "Bài {number}: {chance.choice(sentences)[:80].replace(chr(34), "")}"',
        f"date: {day:%d/%m/%Y}",
        f"category: Chuyên mục {number % _SECTIONS}",
        f"tags: {tags}",
        f"slug: bai-{number}",
        f"summary: {chance.choice(sentences)}",
        "---",
        "",
    ]
    paragraphs: list[str] = []
    while sum(len(paragraph.encode()) for paragraph in paragraphs) < size:
        paragraphs.append(" ".join(chance.choices(sentences, k=4)))
    for place in sorted(chance.sample(range(len(paragraphs)), min(3, len(paragraphs)))):
        name = chance.randrange(_PICTURES)
        paragraphs.insert(place + 1, f"![Mảng màu số {name} dùng để đo](/hinh-anh/anh-{name}.jpg)")
    return "\n".join(lines) + "\n" + "\n\n".join(paragraphs) + "\n"
