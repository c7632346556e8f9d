"""Many articles for measurements: the sentences of the first site, shuffled with a seed."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
FIRST_SITE = ROOT / "tests" / "data" / "first_site"
_SENTENCE = re.compile(r"[^.!?\n]{30,}[.!?]")
_MARKUP = re.compile(r"[\[\]!|<>*#:]")
_SECTIONS = 8
_TAGS = 40
_PICTURES = 24
_FIRST_DAY = date(2010, 1, 1)


class Article(Struct, frozen=True, kw_only=True):
    """An article before it is written in any generator's way.

    Attributes:
        slug: The name of its file and of its page.
        section: The same of its category.
        body: The same Markdown for all generators.
    """

    slug: str
    title: str
    day: date
    category: str
    section: str
    tags: tuple[str, ...]
    summary: str
    body: str


def articles_of(articles: int, size: int, seed: int = 1) -> Iterator[Article]:
    """The articles of a corpus, the oldest first.

    Args:
        articles: How many.
        size: Of one body, in bytes.
        seed: The same seed gives the same articles.
    """
    chance = random.Random(seed)  # noqa: S311  (test data)
    sentences = _sentences()
    for number in range(articles):
        yield Article(
            slug=f"bai-{number:05}",
            title=f"Bài {number}: {chance.choice(sentences)[:80].replace(chr(34), '')}",
            day=_FIRST_DAY + timedelta(days=number * 5000 // articles),
            category=f"Chuyên mục {number % _SECTIONS}",
            section=f"chuyen-muc-{number % _SECTIONS}",
            tags=tuple(f"nhãn {tag}" for tag in sorted(chance.sample(range(_TAGS), 3))),
            summary=chance.choice(sentences),
            body=_body(size, sentences, chance),
        )


def write_pictures(folder: Path) -> None:
    """Put the pictures that the articles show into a new folder."""
    folder.mkdir(parents=True)
    for number in range(_PICTURES):
        picture = Image.new("RGB", (1200, 800), (number * 10, 96, 144))
        picture.save(folder / f"anh-{number}.jpg")


def _sentences() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(FIRST_SITE.rglob("*.md")))
    bodies = (text.rpartition("\n---\n")[2] for text in texts)
    found = (match[0].strip() for body in bodies for match in _SENTENCE.finditer(body))
    whole = (sentence for sentence in found if sentence[0].isupper())
    return sorted({sentence for sentence in whole if not _MARKUP.search(sentence)})


def _body(size: int, sentences: list[str], chance: random.Random) -> str:
    paragraphs: list[str] = []
    while sum(len(paragraph.encode()) for paragraph in paragraphs) < size:
        paragraphs.append(" ".join(chance.choices(sentences, k=4)))
    for place in sorted(chance.sample(range(len(paragraphs)), min(3, len(paragraphs)))):
        name = chance.randrange(_PICTURES)
        paragraphs.insert(place + 1, f"![Mảng màu số {name} dùng để đo](/hinh-anh/anh-{name}.jpg)")
    return "\n\n".join(paragraphs) + "\n"
