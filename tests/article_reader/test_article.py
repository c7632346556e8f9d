"""A whole article: what is filled in, its lead, its summary, its status."""

import pytest

from plugins.core.dates import parse_date
from plugins.core.diagnostics import Severity
from tests.article_reader.conftest import HEADER, ReadText

START = "---\ntitle: Một bài\ndate: 17/03/2024\ncategory: Tin\n"


def test_a_header_is_read_into_typed_values(read: ReadText) -> None:
    article = read(
        "---\ntitle: 'Đề án  844'\ndate: 08/04/2024 09:30\nmodified: 2024-04-09\nslug: de-an-844\n"
        "category: Đổi mới\ntags: Hội nghị, , KH&CN , Hội nghị\nauthor: Ban biên tập\n"
        "summary: >-\n  Câu một.\n  Câu hai.\nsource: Theo most.gov.vn\n"
        "review: xem\nstatus: ẩn\n---\n"
    )

    assert article.header == {
        "title": "Đề án 844",
        "date": parse_date("2024-04-08 09:30"),
        "modified": parse_date("2024-04-09"),
        "slug": "de-an-844",
        "category": "Đổi mới",
        "tags": ("Hội nghị", "KH&CN"),
        "author": "Ban biên tập",
        "summary": "Câu một. Câu hai.",
        "source": "Theo most.gov.vn",
        "review": ("xem",),
        "status": "hidden",
    }


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("published", "published"),
        ("đăng", "published"),
        ("Nháp", "draft"),
        ("DRAFT", "draft"),
        ("hidden", "hidden"),
        ("ẩn", "hidden"),
    ],
)
def test_the_words_for_a_status(read: ReadText, written: str, status: str) -> None:
    assert read(f"{START}status: {written}\n---\n").header["status"] == status


def test_what_nobody_wrote_is_filled_in(read: ReadText) -> None:
    article = read("---\ntitle: Một\ndate: 17/03/2024\n---\n", "tin-tuc/2024/Đề án_844 nâng cao.md")

    assert article.header["slug"] == "de-an-844-nang-cao"
    assert article.header["status"] == "published"
    assert article.header["category"] == "Tin khác"


@pytest.mark.parametrize("date", ["không rõ", "Chưa rõ"])
def test_a_document_may_say_that_its_date_is_unknown(read: ReadText, date: str) -> None:
    article = read(f"---\ntitle: Một\ndate: {date}\n---\n\nNội dung.\n", "van-ban/a.md")

    assert article.diagnostics == ()
    assert article.header["date"] is None


def test_an_article_may_not(read: ReadText) -> None:
    article = read(
        "---\ntitle: Một\ndate: không rõ\ncategory: Tin\nsummary: X.\n---\n\nNội dung.\n"
    )

    assert [found.code for found in article.diagnostics] == ["AR011"]


# The reader of these tests builds on 12/04/2024 at 08:00 in Vietnam.
@pytest.mark.parametrize(
    ("date", "status"),
    [
        ("12/04/2024", "published"),
        ("12/04/2024 08:00", "published"),
        ("12/04/2024 08:01", "draft"),
        ("2024-04-12T01:01:00Z", "draft"),
        ("13/04/2024", "draft"),
    ],
)
def test_an_article_of_the_future_waits_for_its_moment(
    read: ReadText, date: str, status: str
) -> None:
    article = read(
        f"---\ntitle: Một\ndate: {date}\nscheduled: có\ncategory: Tin\nsummary: X.\n---\n\nChữ.\n"
    )

    assert article.header["status"] == status
    assert ["AR020"] * (status == "draft") == [found.code for found in article.diagnostics]
    assert article.usable


def test_a_summary_that_the_body_does_not_begin_with_is_the_lead(read: ReadText) -> None:
    article = read(f"{START}summary: Câu mở đầu.\n---\n\nĐoạn hai.\n")

    assert (article.lead, article.summary) == ("Câu mở đầu.", "Câu mở đầu.")


def test_a_summary_that_the_body_begins_with_is_not_shown_twice(read: ReadText) -> None:
    article = read(f"{START}summary: Câu mở đầu.\n---\n\nCâu **mở\nđầu**.\n\nĐoạn hai.\n")

    assert (article.lead, article.summary) == ("", "Câu mở đầu.")


def test_a_lead_without_a_body_is_shown(read: ReadText) -> None:
    article = read(f"{START}summary: Câu mở đầu.\n---\n")

    assert (article.lead, article.summary, article.body) == ("Câu mở đầu.", "Câu mở đầu.", "")


def test_a_missing_summary_is_the_beginning_of_the_text(read: ReadText) -> None:
    words = [f"chữ{number}" for number in range(50)]
    article = read(f"{START}---\n\n## Mục\n\nSở **KH&CN** {' '.join(words)}\n")

    assert article.lead == ""
    assert article.summary == " ".join(["Mục", "Sở", "KH&CN", *words[:37]]) + "…"


def test_a_summary_is_plain_text(read: ReadText) -> None:
    article = read(f"{START}summary: 'A & B <C> *d* KT&GT;'\n---\n\nThân.\n")

    assert (article.lead, article.summary) == ("A & B <C> *d* KT&GT;",) * 2


def test_an_empty_file_is_no_article(read: ReadText) -> None:
    assert [found.field for found in read("").diagnostics if found.code == "AR006"] == [
        "date",
        "title",
    ]


def test_one_reading_remembers_nothing_of_the_file_before(read: ReadText) -> None:
    first = read(f"{HEADER}\n[x](a)\n\n[ref]: https://a.vn/\n\n## Mục\n")
    second = read(f"{HEADER}\n[ref]\n\n## Mục\n")

    assert first.diagnostics
    assert second.diagnostics == ()
    assert second.body == '<p>[ref]</p>\n<h2 id="muc">Mục</h2>'


@pytest.mark.parametrize(
    ("more", "path", "severities"),
    [
        ("", "tin-tuc/a.md", [Severity.ERROR]),
        ("status: hidden\n", "tin-tuc/a.md", [Severity.ERROR]),
        ("summary: Một câu.\n", "tin-tuc/a.md", [Severity.ADVICE]),
        ("status: draft\n", "tin-tuc/a.md", [Severity.ADVICE]),
        ("", "trang/a.md", []),
    ],
)
def test_a_text_without_words_is_told(
    read: ReadText, more: str, path: str, severities: list[Severity]
) -> None:
    article = read(f"{START}{more}---\n\n  \n", path)

    assert [f.severity for f in article.diagnostics if f.code == "AR035"] == severities
