"""What the header of one document shows to be wrong."""

from datetime import datetime

import pytest

from plugins.core.articles import Kind
from plugins.core.dates import ZONE
from plugins.core.text_checks import CheckedText
from plugins.official_documents.header import check_header

SIGNED = '<div class="document-signature"><p>KT. GIÁM ĐỐC</p><p>Nguyễn Thị Huệ</p></div>'


ISSUED = datetime(2024, 7, 5, tzinfo=ZONE)


def findings(body: str = "", kind: Kind = Kind.DOCUMENT, **given: object) -> list[tuple[str, str]]:
    header = {"date": ISSUED, **given}
    text = CheckedText(
        path="van-ban/x.md", kind=kind, source="", first_line=9, header=header, body=body
    )
    return [(found.code, found.remedy) for found in check_header(text)]


@pytest.mark.parametrize(
    ("given", "remedy"), [("Thông báp", "sửa thành “Thông báo”"), ("Sao y bản chính", "ghi một")]
)
def test_an_unknown_type_is_told_with_the_nearest(given: str, remedy: str) -> None:
    ((code, told),) = findings(type=given)
    assert code == "OD008"
    assert told.startswith(remedy)


@pytest.mark.parametrize(
    ("kind", "number", "odd"),
    [
        ("Quyết định", "12/QĐ-UBND", False),
        ("Nghị định", "70/2018/NĐ-CP", False),
        ("Nghị quyết", "98/2023/QH15", False),
        ("Thông báo", "844/TB-BKHCN", False),
        ("Công văn", "12/KH-VP", False),
        ("Thông báo", "12/QĐ-UBND", True),
        ("Quyết định", "70/2018/NĐ-CP", True),
        ("Quyết định", "không rõ", False),
    ],
)
def test_a_symbol_of_another_type_is_told(kind: str, number: str, odd: bool) -> None:  # noqa: FBT001  (a column)
    assert [code for code, _ in findings(type=kind, number=number)] == ["OD013"] * odd


def test_no_effect_before_issue() -> None:
    issued, before = datetime(2024, 7, 5, tzinfo=ZONE), datetime(2024, 7, 4, tzinfo=ZONE)
    assert [code for code, _ in findings(date=issued, effective=before)] == ["OD010"]
    assert findings(date=issued, effective=issued) == []
    assert [code for code, _ in findings(date=None, effective=issued)] == ["OD017"]


def test_no_posting_before_issue_and_a_day_at_all() -> None:
    issued, before = datetime(2024, 7, 5, tzinfo=ZONE), datetime(2024, 7, 4, tzinfo=ZONE)
    assert [code for code, _ in findings(date=issued, posted=before)] == ["OD016"]
    assert findings(date=issued, posted=issued) == []
    assert findings(date=None) == [("OD017", "ghi ngày đăng lên trang, ví dụ “posted: 08/04/2024”")]
    assert findings(date=None, posted=before) == []


def test_validity_and_what_came_later_agree() -> None:
    assert findings(validity="Còn hiệu lực", replaced_by="moi") == [
        ("OD012", "sửa thành “đã bị thay thế”, hoặc bỏ replaced_by")
    ]
    assert findings(validity="Còn hiệu lực", amended_by=("moi",)) == [
        ("OD012", "sửa thành “đã được sửa đổi”, hoặc bỏ amended_by")
    ]
    assert findings(validity="Hết hiệu lực", amended_by=("moi",)) == []


def test_header_and_signature_name_one_signer() -> None:
    assert findings(SIGNED, signer="Nguyễn Thị Huệ") == []
    assert [code for code, _ in findings(SIGNED, signer="Nguyễn Thị Hoa")] == ["OD015"]


def test_articles_are_not_looked_at() -> None:
    assert findings(kind=Kind.ARTICLE, type="Bài") == []
