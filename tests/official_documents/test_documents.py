"""The facts of documents, their order, and who names whom."""

from dataclasses import replace
from datetime import datetime

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.official_documents.documents import (
    DocumentFacts,
    facts_of,
    find_unusable_names,
    newest_document_first,
)


def record(
    slug: str,
    kind: Kind = Kind.DOCUMENT,
    status: Status = Status.PUBLISHED,
    **header: object,
) -> ArticleRecord:
    return ArticleRecord(
        path=f"van-ban/{slug}.md",
        kind=kind,
        status=status,
        slug=slug,
        title=str(header.pop("title", slug)),
        url=f"van-ban/{slug}/",
        date=None,
        header=header,
    )


def test_unknown_facts_say_so() -> None:
    assert facts_of(record("x", type="Thông báo", number="không rõ")) == DocumentFacts(
        type="Thông báo", number="không rõ", issuer="không rõ", date="không rõ"
    )


def test_facts_as_they_are_given() -> None:
    document = record(
        "x",
        type="Quyết định",
        number="12/QĐ-UBND",
        issuer="Ủy ban nhân dân tỉnh",
        date=datetime(2024, 7, 5, tzinfo=ZONE),
        signer="Nguyễn Thị Huệ",
    )
    assert facts_of(document) == DocumentFacts(
        type="Quyết định",
        number="12/QĐ-UBND",
        issuer="Ủy ban nhân dân tỉnh",
        date="05/07/2024",
        signer="Nguyễn Thị Huệ",
    )


def test_articles_have_no_facts() -> None:
    assert facts_of(record("x", Kind.ARTICLE)) is None


def test_lists_begin_with_the_newest_and_end_with_unknown_dates_by_title() -> None:
    listed = [
        record("a", title="Đề án"),
        record("b", title="Công văn"),
        record("c", date=datetime(2023, 1, 1, tzinfo=ZONE)),
        record("d", date=datetime(2024, 1, 1, tzinfo=ZONE)),
    ]
    assert [each.slug for each in sorted(listed, key=newest_document_first)] == ["d", "c", "b", "a"]


@pytest.mark.parametrize(
    ("named", "code", "remedy"),
    [
        ("ket-luan-hoi-ngh", "OD005", "sửa thành “ket-luan-hoi-nghi”"),
        ("khac-han", "OD005", "ghi đúng slug của tệp trong van-ban/"),
        ("nhap", "OD006", "đăng văn bản đó trước, hoặc bỏ dòng này"),
    ],
)
def test_names_that_lead_nowhere_stop_the_build(named: str, code: str, remedy: str) -> None:
    documents = {
        "ket-luan-hoi-nghi": record("ket-luan-hoi-nghi"),
        "nhap": record("nhap", status=Status.DRAFT),
    }
    naming = replace(
        record("bai", Kind.ARTICLE, documents=("ket-luan-hoi-nghi", named)), lines={"documents": 7}
    )
    (found,) = find_unusable_names([naming], documents)
    assert (found.code, found.line, found.field) == (code, 7, "documents")
    assert found.remedy == remedy


def test_a_draft_may_name_a_draft() -> None:
    documents = {"nhap": record("nhap", status=Status.DRAFT)}
    naming = record("bai", Kind.ARTICLE, Status.DRAFT, documents=("nhap",))
    assert list(find_unusable_names([naming], documents)) == []
