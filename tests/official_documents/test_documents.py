"""What pages say of documents: facts, letterhead, order, history."""

from datetime import datetime

import pytest

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.corpus import Card
from plugins.core.dates import ZONE
from plugins.official_documents.documents import (
    DocumentFacts,
    Event,
    Letterhead,
    effective_of,
    facts_of,
    history_of,
    letterhead_of,
    newest_document_first,
    signer_of,
)
from plugins.official_documents.signatures import Signature

JULY = datetime(2024, 7, 5, tzinfo=ZONE)
AUGUST = datetime(2024, 8, 20, tzinfo=ZONE)


def record(
    slug: str = "x",
    kind: Kind = Kind.DOCUMENT,
    /,
    **header: object,
) -> ArticleRecord:
    date = header.get("date")
    return ArticleRecord(
        path=f"van-ban/{slug}.md",
        kind=kind,
        status=Status.PUBLISHED,
        slug=slug,
        title=str(header.pop("title", slug)),
        url=f"van-ban/{slug}/",
        date=date if isinstance(date, datetime) else None,
        header=header,
    )


def card(title: str) -> Card:
    return Card(kind=Kind.DOCUMENT, title=title, url=f"van-ban/{title}/", date=None)


def test_unknown_facts_say_so() -> None:
    assert facts_of(record(type="thông báo", number="Không rõ", issuer="không rõ")) == (
        DocumentFacts(type="Thông báo", number="không rõ", issuer="không rõ", date="không rõ")
    )


def test_facts_as_they_are_given() -> None:
    header = {"type": "Quyết định", "number": "12/QĐ-UBND", "issuer": "Ủy ban nhân dân tỉnh"}
    assert facts_of(record(**header, date=JULY, validity="Còn hiệu lực")) == DocumentFacts(
        type="Quyết định",
        number="12/QĐ-UBND",
        issuer="Ủy ban nhân dân tỉnh",
        date="05/07/2024",
        year=2024,
        validity="Còn hiệu lực",
    )


@pytest.mark.parametrize(
    ("header", "validity"),
    [
        ({"replaced_by": "moi"}, "Đã bị thay thế"),
        ({"amended_by": ("moi",)}, "Đã được sửa đổi"),
        ({"amended_by": ("moi",), "validity": "Hết hiệu lực"}, "Hết hiệu lực"),
        ({}, "không rõ"),
    ],
)
def test_what_came_later_tells_whether_a_document_is_in_force(
    header: dict[str, object], validity: str
) -> None:
    facts = facts_of(record(**header))
    assert facts is not None
    assert facts.validity == validity


def test_articles_have_no_facts() -> None:
    assert facts_of(record("x", Kind.ARTICLE)) is None


def test_place_and_date_stand_as_the_decree_writes_them() -> None:
    header = {"type": "Công văn", "number": "7/SKHCN-VP", "issuer": "Sở", "letterhead": "yes"}
    assert letterhead_of(record(**header, superior="UBND tỉnh", place="Phú Thọ", date=JULY)) == (
        Letterhead(
            national=True,
            superior="UBND tỉnh",
            issuer="Sở",
            number="7/SKHCN-VP",
            place_and_date="Phú Thọ, ngày 05 tháng 7 năm 2024",
        )
    )


def test_nothing_is_made_up_for_a_letterhead() -> None:
    unknown = record(type="Thông báo", number="không rõ", issuer="Bộ", place="Hà Nội")
    assert letterhead_of(unknown) == Letterhead(issuer="Bộ", type="Thông báo")


def test_the_signature_tells_who_signed_unless_the_header_does() -> None:
    signature = Signature(signer="Nguyễn Thị Huệ", capacity=("TL. BỘ TRƯỞNG",))
    assert signer_of(record(), signature) == (
        "Nguyễn Thị Huệ",
        ("TL. BỘ TRƯỞNG",),
    )
    given = record(signer="Nguyễn Thị Huệ", capacity=("KT. GIÁM ĐỐC",))
    assert signer_of(given, Signature()) == ("Nguyễn Thị Huệ", ("KT. GIÁM ĐỐC",))


def test_the_day_of_effect() -> None:
    assert effective_of(record()) == ""
    assert effective_of(record(effective=None)) == "không rõ"
    assert effective_of(record(effective=AUGUST)) == "20/08/2024"


def test_the_history_is_that_of_known_days() -> None:
    newer = record("moi", date=AUGUST)
    found = history_of(
        record(date=JULY, effective=None), [(record("khong-ngay"), card("a"))], [(newer, card("b"))]
    )
    assert found == (
        Event(date="05/07/2024", what="issued"),
        Event(date="20/08/2024", what="replaced", by=card("b")),
    )


def test_lists_begin_with_the_newest_and_end_with_unknown_dates_by_title() -> None:
    listed = [
        record("a", title="Đề án"),
        record("b", title="Công văn"),
        record("c", date=JULY),
        record("d", date=AUGUST),
    ]
    assert [each.slug for each in sorted(listed, key=newest_document_first)] == ["d", "c", "b", "a"]
