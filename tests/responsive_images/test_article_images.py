from collections.abc import Callable

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.diagnostics import Severity
from plugins.responsive_images.article_images import images_of, pictures_in
from plugins.responsive_images.lookup import PictureLookup
from plugins.responsive_images.model import ArticleImages, PictureSource
from tests.responsive_images.pictures import picture

Record = Callable[..., ArticleRecord]
BODY = (
    '<p>Chữ.</p><figure class="figure"><picture>'
    '<source type="image/webp" srcset="/anh/a.0123456789ab-300.webp 300w" sizes="100vw">'
    '<img src="/anh/a.0123456789ab-300.jpg" srcset="/anh/a.0123456789ab-300.jpg 300w"'
    ' width="300" height="200" alt="Gian hàng &amp; khách" loading="lazy"></picture></figure>'
)


@pytest.fixture
def record(lookup: PictureLookup) -> Record:
    (lookup.content / "hinh-anh" / "hoi-nghi.jpg").write_bytes(picture(300, 200))
    (lookup.content / "tin-tuc" / "ben-canh.jpg").write_bytes(picture(200, 100))

    def make(body: str = "", **header: str) -> ArticleRecord:
        lines = [f"{key}: {value}" for key, value in header.items()]
        source = "\n".join(["---", "title: Bài", *lines, "---", ""])
        (lookup.content / "tin-tuc" / "bai.md").write_text(source, encoding="utf-8")
        return ArticleRecord(
            path="tin-tuc/bai.md",
            kind=Kind.ARTICLE,
            status=Status.PUBLISHED,
            slug="bai",
            title="Bài",
            url="tin-tuc/bai/",
            date=None,
            read_body=lambda: body,
            header=header,
            lines={key: line for line, key in enumerate(header, start=3)},
        )

    return make


def test_reads_the_pictures_of_a_body_back() -> None:
    (found,) = pictures_in(BODY)
    assert found.sources == (
        PictureSource(type="image/webp", srcset="/anh/a.0123456789ab-300.webp 300w"),
    )
    assert (found.width, found.height, found.alt) == (300, 200, "Gian hàng & khách")
    assert pictures_in("<p>Chữ.</p>") == ()


def test_without_a_header_the_first_picture_of_the_text_is_the_card(
    record: Record, lookup: PictureLookup
) -> None:
    images, found = images_of(record(BODY), lookup, "/")
    assert (images.card, images.opening, found) == (pictures_in(BODY)[0], None, [])
    assert images_of(record("<p>Chữ.</p>"), lookup, "/") == (ArticleImages(), [])


@pytest.mark.parametrize(
    "image", ["hinh-anh/hoi-nghi.jpg", "/hinh-anh/hoi-nghi.jpg", "../hinh-anh/hoi-nghi.jpg"]
)
def test_the_header_names_the_card_and_the_opening(
    record: Record, lookup: PictureLookup, image: str
) -> None:
    images, found = images_of(record(BODY, image=image, image_alt="Toàn cảnh"), lookup, "/")
    assert found == []
    assert images.card is not None
    assert images.card == images.opening
    assert images.card.src.startswith("/anh/hoi-nghi.")
    assert images.card.alt == "Toàn cảnh"


def test_the_header_may_name_a_file_beside_the_article(
    record: Record, lookup: PictureLookup
) -> None:
    images, _ = images_of(record(image="ben-canh.jpg", image_alt="Bìa"), lookup, "/")
    assert images.card is not None
    assert images.card.src.startswith("/anh/ben-canh.")


def test_a_picture_that_the_text_shows_does_not_open_it_too(
    record: Record, lookup: PictureLookup
) -> None:
    opening, _ = images_of(record(image="hinh-anh/hoi-nghi.jpg"), lookup, "/")
    assert opening.card is not None
    name = opening.card.src.rsplit("-", 1)[0]
    body = BODY.replace("/anh/a.0123456789ab", name)
    images, found = images_of(record(body, image="hinh-anh/hoi-nghi.jpg"), lookup, "/")
    assert (images.opening, found) == (None, [])
    assert images.card == pictures_in(body)[0]


def test_findings_about_the_header_name_its_line(record: Record, lookup: PictureLookup) -> None:
    images, (finding,) = images_of(record(BODY, image="hinh-anh/khong-co.jpg"), lookup, "/")
    assert images == ArticleImages(card=pictures_in(BODY)[0])
    assert (finding.code, finding.path, finding.line, finding.field) == (
        "IM002",
        "tin-tuc/bai.md",
        3,
        "image",
    )
    _, (finding,) = images_of(record(image="hinh-anh/hoi-nghi.jpg"), lookup, "/")
    assert (finding.code, finding.severity, finding.field) == (
        "IM008",
        Severity.ERROR,
        "image_alt",
    )
    header = {"image": "hinh-anh/hoi-nghi.jpg", "image_alt": "IMG_0123"}
    _, (finding,) = images_of(record(**header), lookup, "/")
    assert (finding.code, finding.line, finding.field) == ("IM010", 4, "image_alt")
