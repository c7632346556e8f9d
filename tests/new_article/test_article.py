"""Titles, sections and addresses of new articles, and that the reader reads what is laid down."""

import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from plugins.article_reader.article import ArticleReading, ReadArticle
from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.header_schema import BASE_FIELDS
from plugins.core.dates import ZONE
from plugins.core.diagnostics import Severity
from plugins.core.site import Site
from plugins.core.slugs import is_slug
from plugins.core.text import slugify
from plugins.new_article.article import (
    NewArticle,
    NewArticleError,
    fit_section,
    fit_title,
    free_slug,
)

DAY = date(2024, 4, 11)
SECTIONS = ("Tin trong nước", "Tin trong tỉnh")
REGISTER = "du-lieu/chuyen-muc.toml"
WORDS = ["Đề án", "844", "nâng cao", "hội nghị", "KH&CN", "a", "Ở", "1/2"]
SIGNS = ["---", ": ", " #", "’", "🎉", "…", *"\"'\\:#-@`!&*?|>%{}[],~=<$. \t\n\u00a0"]
titles = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.text(max_size=4)), max_size=14
).map("".join)


def new_article(title: str, section: str = "Tin trong tỉnh") -> NewArticle:
    fit = fit_title(title)
    return NewArticle(title=fit, section=section, slug=free_slug(fit, set()), day=DAY)


def read(article: NewArticle) -> ReadArticle:
    here = Path(__file__).parent
    site = Site(
        content=here,
        theme=here,
        store=here,
        url="",
        link_root="/",
        built_at=datetime(2024, 4, 11, tzinfo=ZONE),
        settings={},
    )
    reading = ArticleReading(site, ArticleReaderSettings(), BASE_FIELDS, ())
    return reading.read(article.path, article.text.encode())


@given(titles)
@example('"')
@example("A: b # c")
@example("- a")
@example("'Chào' \"bạn\" \\n")
@example("--- a ---")
@example("\u0301a")
@example("trang 2")
def test_every_title_that_is_accepted_is_read_as_it_was_typed(title: str) -> None:
    try:
        article = new_article(title)
    except NewArticleError:
        assume(False)  # noqa: FBT003  (that is how hypothesis drops an example)
    found = read(article)

    assert [(f.code, f.severity) for f in found.diagnostics] == [("AR035", Severity.ADVICE)]
    assert found.header["title"] == " ".join(unicodedata.normalize("NFC", title).split())
    assert found.header["slug"] == article.slug
    assert is_slug(article.slug)
    assert found.header["status"] == "draft"


@given(titles)
def test_the_unicode_form_of_a_title_makes_no_difference(title: str) -> None:
    try:
        article = new_article(title)
    except NewArticleError:
        assume(False)  # noqa: FBT003  (that is how hypothesis drops an example)

    assert new_article(unicodedata.normalize("NFD", title)) == article


def test_the_text_of_a_new_article() -> None:
    article = new_article('Đề án 844: nâng cao "năng lực"')

    assert article.path == "tin-tuc/2024/04/de-an-844-nang-cao-nang-luc.md"
    assert article.text == (
        "---\n"
        'title: "Đề án 844: nâng cao \\"năng lực\\""\n'
        "date: 11/04/2024\n"
        "slug: de-an-844-nang-cao-nang-luc\n"
        'category: "Tin trong tỉnh"\n'
        "tags:\n"
        "summary:\n"
        "image:\n"
        "image_alt:\n"
        "status: draft\n"
        "---\n"
        "\n"
    )


def test_an_article_without_its_section_is_warned_of() -> None:
    found = read(new_article("Một bài", section="")).diagnostics

    assert ("AR019", "warning") in [(each.code, each.severity) for each in found]


@pytest.mark.parametrize("title", ["", "  ", "\n", "\u00a0"])
def test_an_empty_title_is_refused_with_the_command(title: str) -> None:
    with pytest.raises(NewArticleError, match="make new TITLE="):
        fit_title(title)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Sở\x00Khoa học", "ký tự (U+0000) không nhìn thấy được, ngay sau “Sở”"),
        ("Sở\x1fKhoa học", "(U+001F)"),
        ("Sở \u200bKhoa học", "ZERO WIDTH SPACE (U+200B) không nhìn thấy được, ngay sau “Sở”"),
        ("\ufeffSở", "ZERO WIDTH NO-BREAK SPACE (U+FEFF) không nhìn thấy được. Hãy"),
        ("Sở\u202eKhoa học", "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
        ("Sở\xadKhoa học", "SOFT HYPHEN (U+00AD)"),
        ("Sở\uffff", "(U+FFFF)"),
        ("Sở\udcff", "(U+DCFF)"),
    ],
)
def test_a_character_that_nobody_sees_is_named(title: str, told: str) -> None:
    with pytest.raises(NewArticleError) as refusal:
        fit_title(title)

    assert told in str(refusal.value)


@pytest.mark.parametrize("title", ["844", "…", "08/04/2024", "🎉", "会议", "- - -"])
def test_a_title_without_letters_is_refused(title: str) -> None:
    with pytest.raises(NewArticleError, match="không có chữ cái a-z nào"):
        free_slug(title, set())


def test_a_title_that_begins_with_a_word_without_end_is_refused() -> None:
    with pytest.raises(NewArticleError, match="một từ dài quá"):
        free_slug("a" * 101, set())


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Khởi động cuộc thi", "khoi-dong-cuoc-thi"),
        (
            "Đề án 844 nâng cao năng lực cho các chủ thể hỗ trợ khởi nghiệp",
            "de-an-844-nang-cao-nang-luc-cho",
        ),
        (" ".join(["nghiêng" * 4] * 5), "-".join(["nghieng" * 4] * 3)),
        ("Trang 2", "trang-2-2"),
    ],
)
def test_an_address_is_made_of_the_first_whole_words(title: str, slug: str) -> None:
    assert free_slug(title, set()) == slug


def test_an_address_that_is_taken_gets_the_next_free_number() -> None:
    assert free_slug("Hội nghị", {"hoi-nghi"}) == "hoi-nghi-2"
    assert free_slug("Hội nghị", {"hoi-nghi", "hoi-nghi-2", "hoi-nghi-4"}) == "hoi-nghi-3"


@given(titles, st.integers(min_value=0, max_value=20))
def test_an_address_is_never_one_that_is_taken(title: str, others: int) -> None:
    taken: set[str] = set()
    try:
        for _ in range(others):
            slug = free_slug(title, taken)
            assert is_slug(slug)
            assert slug not in taken
            assert slugify(slug) == slug
            taken.add(slug)
    except NewArticleError:
        assert taken == set()


@pytest.mark.parametrize(
    ("given_name", "section"),
    [
        ("Tin trong tỉnh", "Tin trong tỉnh"),
        (" tin  trong TỈNH ", "Tin trong tỉnh"),
        (unicodedata.normalize("NFD", "Tin trong tỉnh"), "Tin trong tỉnh"),
        ("", ""),
    ],
)
def test_a_section_is_spelt_as_its_register_spells_it(given_name: str, section: str) -> None:
    assert fit_section(given_name, SECTIONS, REGISTER) == section


def test_a_section_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NewArticleError) as refusal:
        fit_section("Tin ngoài tỉnh", SECTIONS, REGISTER)

    assert str(refusal.value) == (
        "Không có chuyên mục “Tin ngoài tỉnh”. Hãy chọn một trong: “Tin trong nước”, "
        "“Tin trong tỉnh” (xem du-lieu/chuyen-muc.toml)."
    )
