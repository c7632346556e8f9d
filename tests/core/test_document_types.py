"""The types of official documents."""

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.document_types import document_type, document_types, full_title


def test_the_decree_names_29_types_of_which_27_have_a_code() -> None:
    types = [each for each in document_types().values() if each.administrative]
    assert len(types) == 29
    assert [each.name for each in types if not each.code] == ["Công văn", "Thư công"]


def test_no_two_types_share_a_code() -> None:
    codes = [each.code for each in document_types().values() if each.code]
    assert len(set(codes)) == len(codes)


def test_an_official_letter_has_no_heading_and_a_name_any_case() -> None:
    letter = document_type("CÔNG VĂN")
    assert letter is not None
    assert (letter.name, letter.heading) == ("Công văn", False)
    assert document_type("Công lệnh") is None


@pytest.mark.parametrize(
    ("kind", "given", "title"),
    [
        (Kind.DOCUMENT, "thông báo", "Thông báo Việc một"),
        (Kind.DOCUMENT, "Công văn", "Việc một"),
        (Kind.DOCUMENT, "Sao y", "Việc một"),
        (Kind.ARTICLE, "", "Việc một"),
    ],
)
def test_alone_a_document_is_called_by_its_type_as_well(kind: Kind, given: str, title: str) -> None:
    record = ArticleRecord(
        path="van-ban/x.md",
        kind=kind,
        status=Status.PUBLISHED,
        slug="x",
        title="Việc một",
        url="van-ban/x/",
        date=None,
        header={"type": given},
    )
    assert full_title(record) == title
