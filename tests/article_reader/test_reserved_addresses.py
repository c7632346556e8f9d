"""Addresses at the root of the site that no fixed page may take."""

import pytest

from plugins.article_reader.config import ArticleReaderSettings
from tests.article_reader.conftest import ReadText
from tests.conftest import BuildSite, BuiltSite

OWN = sorted(ArticleReaderSettings().own_addresses)


def page(slug: str) -> str:
    return f"---\ntitle: Một trang\nslug: {slug}\n---\n\nNội dung.\n"


@pytest.mark.parametrize("slug", [*OWN, "trang-2", "2024"])
def test_a_page_cannot_have_an_address_of_the_site_itself(read: ReadText, slug: str) -> None:
    (found,) = read(page(slug), "trang/mot.md").diagnostics

    assert (found.code, found.severity, found.line, found.field) == ("AR012", "error", 3, "slug")
    assert f"“{slug}” dành riêng" in found.message


def test_nor_can_its_file_be_called_so(read: ReadText) -> None:
    (found,) = read("---\ntitle: Một trang\n---\n\nNội dung.\n", "trang/Tin tức.md").diagnostics

    assert (found.code, found.line) == ("AR012", 1)


def test_articles_have_a_room_of_their_own(read: ReadText) -> None:
    source = "---\ntitle: Một\ndate: 17/03/2024\ncategory: Tin\nsummary: X.\nslug: the\n---\n\nY.\n"
    assert read(source).diagnostics == ()


def test_everything_at_the_root_of_a_site_is_a_page_or_named(first_site: BuiltSite) -> None:
    pages = {"ho-tro-tiep-can", "lien-he", "quyen-rieng-tu"}
    folders = {name.split("/", 1)[0] for name in first_site.files if "/" in name}

    assert folders - pages - {".well-known"} <= set(OWN)


def test_the_site_with_such_a_page_is_refused(build_site: BuildSite) -> None:
    site = build_site({"trang/mot.md": page("giao-dien")})

    assert (site.exit_code, site.codes) == (1, ["AR012"])
