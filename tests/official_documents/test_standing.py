"""Which documents name each other, and what is wrong with that."""

from collections.abc import Iterable
from datetime import datetime

import pytest
from msgspec.structs import replace

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.official_documents.standing import REPLACED_BY, check_standing, predecessors


def record(
    slug: str, kind: Kind = Kind.DOCUMENT, status: Status = Status.PUBLISHED, /, **header: object
) -> ArticleRecord:
    year = header.pop("year", None)
    return ArticleRecord(
        path=f"van-ban/{slug}.md",
        kind=kind,
        status=status,
        slug=slug,
        title=slug,
        url=f"van-ban/{slug}/",
        date=datetime(year, 3, 4, tzinfo=ZONE) if isinstance(year, int) else None,
        header=header,
        lines=dict.fromkeys(header, 7),
    )


def codes(documents: Iterable[ArticleRecord]) -> list[tuple[str, str, str]]:
    by_slug = {each.slug: each for each in documents}
    return [(d.code, d.path, d.field) for d in check_standing(by_slug.values(), by_slug)]


@pytest.mark.parametrize("key", ["documents", "amended_by", "replaced_by"])
@pytest.mark.parametrize(
    ("named", "code", "remedy"),
    [
        ("ket-luan-hoi-ngh", "OD005", "sửa thành “ket-luan-hoi-nghi”"),
        ("khac-han", "OD005", "ghi đúng slug của tệp trong van-ban/"),
        ("nhap", "OD006", "đăng văn bản đó trước, hoặc bỏ dòng này"),
    ],
)
def test_names_that_lead_nowhere_stop_the_build(
    key: str, named: str, code: str, remedy: str
) -> None:
    documents = {
        "ket-luan-hoi-nghi": record("ket-luan-hoi-nghi"),
        "nhap": record("nhap", Kind.DOCUMENT, Status.DRAFT),
    }
    names: object = named if key == "replaced_by" else ("ket-luan-hoi-nghi", named)
    (found,) = check_standing([record("bai", **{key: names})], documents)
    assert (found.code, found.line, found.field, found.remedy) == (code, 7, key, remedy)


def test_a_draft_may_name_a_draft() -> None:
    documents = {"nhap": record("nhap", Kind.DOCUMENT, Status.DRAFT)}
    naming = record("bai", Kind.ARTICLE, Status.DRAFT, documents=("nhap",))
    assert list(check_standing([naming], documents)) == []


def test_a_number_stands_once_for_an_issuer_and_a_year() -> None:
    first = record("a", number="12/QĐ-SKHCN", issuer="Sở", year=2024)
    again = replace(first, slug="b", path="van-ban/b.md")
    others = [
        record("c", number="12/QĐ-SKHCN", issuer="Sở", year=2025),
        record("d", number="12/QĐ-SKHCN", issuer="Bộ", year=2024),
        record("e", number="không rõ", issuer="Sở"),
        record("f", number="không rõ", issuer="Sở"),
    ]
    assert codes([first, again, *others]) == [("OD009", "van-ban/b.md", "number")]


@pytest.mark.parametrize(
    ("ways", "at"),
    [
        ({"a": "a"}, ["van-ban/a.md"]),
        ({"a": "b", "b": "c", "c": "a"}, ["van-ban/a.md"]),
        ({"d": "a", "a": "b", "b": "a"}, ["van-ban/a.md"]),
        ({"a": "b", "b": "c", "c": ""}, []),
    ],
)
def test_a_circle_of_replacements_is_told_once(ways: dict[str, str], at: list[str]) -> None:
    documents = [record(slug, replaced_by=other) for slug, other in ways.items()]
    assert codes(documents) == [("OD011", path, "replaced_by") for path in at]


def test_predecessors_by_their_successor() -> None:
    named = [record("b", replaced_by="x"), record("a", replaced_by="x"), record("x")]
    assert predecessors(named, REPLACED_BY) == {"x": ("a", "b")}
