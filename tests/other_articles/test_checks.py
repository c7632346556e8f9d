from datetime import datetime

from plugins.core.articles import ArticleRecord, Kind, Status
from plugins.core.dates import ZONE
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.other_articles.checks import check_related


def record(
    slug: str, *related: str, status: Status = Status.PUBLISHED, kind: Kind = Kind.ARTICLE
) -> ArticleRecord:
    return ArticleRecord(
        path=f"tin-tuc/{slug}.md",
        kind=kind,
        status=status,
        slug=slug,
        title=slug,
        url=f"tin-tuc/{slug}/",
        date=datetime(2024, 3, 1, tzinfo=ZONE),
        header={"related": related},
        lines={"related": 5},
    )


def check(*records: ArticleRecord, limit: int = 6) -> list[Diagnostic]:
    return list(check_related(records, limit))


def test_a_good_choice_is_no_finding() -> None:
    assert check(record("bai", "khac"), record("khac", "bai")) == []


def test_itself() -> None:
    assert check(record("bai", "bai")) == [
        Diagnostic(
            code="OA001",
            severity=Severity.ERROR,
            path="tin-tuc/bai.md",
            line=5,
            field="related",
            message="bài tự chọn chính mình: “bai”",
            remedy="bỏ dòng này",
        )
    ]


def test_nothing_names_the_nearest() -> None:
    (found,) = check(record("bai", "de-an-84"), record("de-an-844"), record("de-an-94"))
    assert (found.code, found.severity) == ("OA002", Severity.ERROR)
    assert found.message == "không có tin bài nào có slug “de-an-84”"
    assert found.remedy.startswith("có phải là “de-an-844” hoặc “de-an-94”? ")


def test_nothing_near_says_no_name() -> None:
    (found,) = check(record("bai", "xyz"), record("de-an-844"))
    assert found.remedy == "viết đúng slug của một tin bài đã đăng, hoặc bỏ dòng này"


def test_a_document_is_no_article() -> None:
    (found,) = check(record("bai", "thong-bao"), record("thong-bao", kind=Kind.DOCUMENT))
    assert found.code == "OA002"


def test_draft_and_hidden() -> None:
    found = check(
        record("bai", "nhap", "an"),
        record("nhap", status=Status.DRAFT),
        record("an", status=Status.HIDDEN),
    )
    assert [(each.code, each.message) for each in found] == [
        ("OA003", "“nhap” là bản nháp (tin-tuc/nhap.md)"),
        ("OA003", "“an” là bài ẩn (tin-tuc/an.md)"),
    ]


def test_twice_and_too_many_do_not_stop_the_build() -> None:
    found = check(record("bai", "a", "a", "b"), record("a"), record("b"), limit=1)
    assert [(each.code, each.severity) for each in found] == [
        ("OA004", Severity.WARNING),
        ("OA005", Severity.WARNING),
    ]
