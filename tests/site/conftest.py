"""Two whole sites, each built once: the first content, and a corpus of the benchmark's kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement
from msgspec import Struct
from PIL import Image

from tests.conftest import BuiltSite, build_folder, write_files

SECTIONS = ("Tin hoạt động", "Đổi mới sáng tạo", "Sở hữu trí tuệ", "Chuyển đổi số")
TAGS = ("hội nghị", "nhãn hiệu", "khởi nghiệp", "OCOP", "dữ liệu mở", "thuỷ sản", "chè")
CAPTIONS = ("Toàn cảnh buổi làm việc.", "Đại biểu tham quan gian trưng bày.")
SENTENCES = (
    "Báo cáo về KH&CN được gửi tới UBND trước ngày họp.",
    "Các huyện đề nghị hướng dẫn thêm về ĐMST và cơ chế phối hợp với HĐND.",
    "Kết quả KT-XH năm nay cho thấy vai trò của SHTT ngày càng rõ.",
)
CORPUS_SIZE = 60
UNLISTED = (
    "Title: {title}\nDate: 2024-01-01\nCategory: Chuyển đổi số\nStatus: {status}\n\nNội dung.\n"
)


def corpus_article(number: int) -> str:
    """One article with the header lines and the pictures of the benchmark's generator."""
    paragraphs = [SENTENCES[(number + step) % 3] for step in range(6)]
    caption = CAPTIONS[number % 2]
    picture = f'![{caption}]({{static}}/images/img-{number % 3:04}.jpg "{caption}")\n\n*{caption}*'
    items = "\n".join(f"- {sentence}" for sentence in SENTENCES)
    blocks = [*paragraphs[:2], picture, *paragraphs[2:], "## Nhiệm vụ khoa học cấp tỉnh", items]
    day, month = number % 28 + 1, number % 6 + 1
    return (
        f"Title: Hội nghị bàn về: nhiệm vụ (tin số {number + 1})\n"
        f"Date: 2024-{month:02}-{day:02} 08:00\n"
        f"Category: {SECTIONS[number % 4]}\nTags: {TAGS[number % 7]}, {TAGS[(number + 1) % 7]}\n"
        f"Slug: hoi-nghi-ban-ve-nhiem-vu-{number + 1:05}\nAuthor: Ban biên tập\n"
        f"Summary: {SENTENCES[number % 3]}\n\n" + "\n\n".join(blocks) + "\n"
    )


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory: pytest.TempPathFactory, picture_store: Path) -> BuiltSite:
    """Sixty articles as the benchmark writes them, one draft and one hidden article."""
    content = write_corpus(tmp_path_factory.mktemp("corpus") / "content")
    return build_folder(content, content.with_name("output"), {"STORE_PATH": str(picture_store)})


def write_corpus(content: Path) -> Path:
    """Put the corpus into a new folder."""
    articles = {
        f"tin-tuc/bai-{number:05}.md": corpus_article(number) for number in range(CORPUS_SIZE)
    }
    unlisted = {
        "tin-tuc/nhap.md": UNLISTED.format(title="Nháp", status="draft"),
        "tin-tuc/an.md": UNLISTED.format(title="Ẩn", status="hidden"),
    }
    write_files(content, {**articles, **unlisted})
    (content / "images").mkdir()
    for number in range(3):
        picture = Image.new("RGB", (480, 320), (number * 80, 96, 144))
        picture.save(content / "images" / f"img-{number:04}.jpg")
    return content


class Page(Struct, frozen=True, kw_only=True, dict=True):
    """One written page: its address below the root, and its parsed markup."""

    url: str
    root: HtmlElement

    def __str__(self) -> str:
        return f"/{self.url}"


@pytest.fixture(scope="session", params=["first_site", "corpus_site"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the two sites."""
    built: BuiltSite = request.getfixturevalue(request.param)
    assert built.exit_code == 0
    return built


@pytest.fixture(scope="session")
def pages(site: BuiltSite) -> list[Page]:
    """All pages of the site, parsed once."""
    return list(_pages(site))


def _pages(site: BuiltSite) -> Iterator[Page]:
    for name in site.files:
        if name.endswith(".html"):
            url = name.removesuffix("index.html")
            yield Page(url=url, root=site.page(url))
