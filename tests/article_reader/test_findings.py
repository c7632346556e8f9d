"""Every finding of the reader: its code, place and field, and that it says what to do."""

from pathlib import Path

import pytest

from plugins.article_reader.config import ArticleReaderSettings
from plugins.article_reader.misplaced import find_misplaced
from plugins.core.diagnostics import Severity
from tests.article_reader.conftest import HEADER, ReadText

ERROR, WARNING, ADVICE = Severity
START = "---\ntitle: Một bài\ndate: 17/03/2024\n"
END = "category: Tin\nsummary: Mở đầu.\n---\n\nNội dung.\n"

LONG_NAME = "Hội nghị " * 12

HEADERS = [
    ("AR004", ERROR, 1, "", "---\ntitle: Một bài\ndate: 17/03/2024\n\nNội dung.\n"),
    ("AR004", ERROR, 3, "", "\n\n---\ntitle: Một bài\n"),
    (
        "AR005",
        ADVICE,
        2,
        "",
        f"---\ntitle: A: b\ndate: 17/03/2024\n{END}",
    ),
    ("AR006", ERROR, 1, "title", f"---\ndate: 17/03/2024\n{END}"),
    (
        "AR006",
        ERROR,
        1,
        "title",
        f"---\ntitle:\ndate: 17/03/2024\n{END}",
    ),
    (
        "AR006",
        ERROR,
        1,
        "title",
        f'---\ntitle: " "\ndate: 17/03/2024\n{END}',
    ),
    ("AR006", ERROR, 1, "date", f"---\ntitle: Một bài\n{END}"),
    (
        "AR006",
        ERROR,
        1,
        "date",
        f"---\ntitle: Một bài\ndate:\n{END}",
    ),
    ("AR007", ERROR, 4, "staus", f"{START}staus: draft\n{END}"),
    ("AR007", ERROR, 4, "save_as", f"{START}save_as: ../../x.html\n{END}"),
    ("AR007", ERROR, 4, "template", f"{START}template: ../../x\n{END}"),
    ("AR007", ERROR, 4, "content", f"{START}content: x\n{END}"),
    ("AR009", ERROR, 4, "title", f"{START}title: Hai bài\n{END}"),
    ("AR010", ERROR, 4, "author", f"{START}author: [một, hai]\n{END}"),
    ("AR010", ERROR, 4, "modified", f"{START}modified: [17/03/2024]\n{END}"),
    ("AR010", ERROR, 4, "slug", f"{START}slug: [mot, hai]\n{END}"),
    ("AR010", ERROR, 4, "status", f"{START}status: [draft]\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: 30/02/2024\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: 2024\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: 8/4\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: hôm nay\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: 17/03/1024\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: 17/03/0224\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: 31/12/1989\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: 17/03/9999\n{END}"),
    ("AR011", ERROR, 4, "modified", f"{START}modified: không rõ\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: Đề án\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: de_an\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: De-An\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: ../../evil\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: ..\n{END}"),
    ("AR012", ERROR, 4, "slug", f'{START}slug: x"><script>\n{END}'),
    ("AR012", ERROR, 4, "slug", f"{START}slug: /etc/passwd\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: a/b\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: .\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: C:a\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: a%2fb\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: con.\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: a b\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: index.html\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: -a\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: a--b\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: ａｂｃ\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: trang-2\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: 2024\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: ../x\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: '%2e%2e'\n{END}"),
    ("AR012", ERROR, 4, "slug", f"{START}slug: {'a' * 101}\n{END}"),
    ("AR013", ERROR, 4, "status", f"{START}status: publised\n{END}"),
    ("AR024", ERROR, 4, "tags", f"{START}tags: hội nghị, <b>\n{END}"),
    ("AR024", ERROR, 6, "tags", f"{START}tags:\n  - hội nghị\n  - …\n{END}"),
    ("AR024", ERROR, 4, "tags", f"{START}tags: {LONG_NAME}\n{END}"),
    ("AR024", ERROR, 5, "tags", f"{START}tags:\n  - {LONG_NAME}\n  - Hội nghị\n{END}"),
    (
        "AR024",
        ERROR,
        4,
        "category",
        f"{START}category: {LONG_NAME}\nsummary: Mở đầu.\n---\n\nNội dung.\n",
    ),
    ("AR024", ERROR, 4, "category", f"{START}category: '&'\nsummary: Mở đầu.\n---\n\nNội dung.\n"),
    ("AR019", WARNING, 1, "category", f"{START}summary: Mở đầu.\n---\n\nNội dung.\n"),
    ("AR020", ADVICE, 3, "date", f"---\ntitle: Một\ndate: 13/04/2024\nscheduled: có\n{END}"),
    ("AR025", ERROR, 3, "date", f"---\ntitle: Một\ndate: 13/04/2024\n{END}"),
    ("AR025", ERROR, 3, "date", f"---\ntitle: Một\ndate: 13/04/2042\nscheduled: không\n{END}"),
    ("AR026", WARNING, 4, "modified", f"{START}modified: 16/03/2024\n{END}"),
    ("AR027", WARNING, 1, "summary", f"{START}category: Tin\n---\n\nNội dung.\n"),
    ("AR027", WARNING, 1, "summary", f"{START}category: Tin\nsummary:\n---\n\nNội dung.\n"),
    ("AR021", ADVICE, 5, "review", f"{START}review:\n  - xem lại ngày\n{END}"),
    ("AR021", ADVICE, 4, "review", f"{START}review: xem lại ngày\n{END}"),
]


@pytest.mark.parametrize(("code", "severity", "line", "field", "source"), HEADERS)
def test_findings_about_headers(
    read: ReadText, code: str, severity: Severity, line: int, field: str, source: str
) -> None:
    (found,) = read(source).diagnostics

    assert (found.code, found.severity, found.line, found.field) == (code, severity, line, field)
    assert found.path == "tin-tuc/2024/03/bai.md"
    assert found.message
    assert found.remedy


DEEP_LIST = "\n".join(f"{'    ' * depth}- mục" for depth in range(400))
BODIES = [
    ("AR017", "Dòng một.\n\n[x](khong-co.md)", 9),
    ("AR017", "[x](hinh-anh/anh.jpg)", 7),
    ("AR017", "[x]({filename}/tin-tuc/khong-co.md)", 7),
    ("AR017", "[x](../../../../mat-khau.md)", 7),
    ("AR018", "[x](javascript:alert(1))", 7),
    ("AR018", "Một\n\nHai\n\n- [x](ftp://a.vn/x)", 11),
]


@pytest.mark.parametrize(("code", "body", "line"), BODIES)
def test_findings_about_links(read: ReadText, code: str, body: str, line: int) -> None:
    (found,) = read(f"{HEADER}{body}\n").diagnostics

    assert (found.code, found.severity, found.line, found.field) == (code, ERROR, line, "")
    assert found.message
    assert found.remedy


@pytest.mark.parametrize(
    ("code", "line", "source"),
    [
        (
            "AR001",
            3,
            "title: Một\ndate: 17/03/2024\n".encode() + "Đổi mới".encode("cp1258", "ignore"),
        ),
        ("AR001", 1, "title: Một".encode("utf-16")),
        ("AR001", 2, b"title: x\n\xff"),
        ("AR002", 0, HEADER.encode() + b"a" * 1_000_000),
        ("AR003", 7, f"{HEADER}Một\x00hai".encode()),
        ("AR003", 7, f"{HEADER}Một\x02hai".encode()),
        ("AR003", 2, "---\ntitle: Một \u202egnort\n---\n".encode()),
        ("AR003", 2, "---\ntitle: Một \uffff\n---\n".encode()),
        ("AR014", 7, f"{HEADER}{DEEP_LIST}".encode()),
    ],
)
def test_findings_about_whole_files(
    read_bytes: ReadText, code: str, line: int, source: bytes
) -> None:
    article = read_bytes(source)

    assert [(found.code, found.line) for found in article.diagnostics] == [(code, line)]
    assert not article.usable


def test_a_key_of_documents_does_not_stand_in_a_page(read: ReadText) -> None:
    (found,) = read("---\ntitle: Liên hệ\ncategory: Tin\n---\n", "trang/lien-he.md").diagnostics

    assert (found.code, found.line, found.field) == ("AR008", 3, "category")


def test_a_misspelt_key_is_given_back_well_spelt(read: ReadText) -> None:
    (found,) = read(f"{START}staus: draft\n{END}").diagnostics

    assert found.message == "không có khóa “staus”"
    assert found.remedy == "sửa thành “status:”"


def test_an_unfit_address_is_given_back_fit(read: ReadText) -> None:
    (found,) = read(f"{START}slug: Đề án 844\n{END}").diagnostics

    assert "de-an-844" in found.remedy


def test_a_name_too_long_for_an_address_is_told_in_brief(read: ReadText) -> None:
    (found,) = read(f"{START}tags: {'đ' * 101}\n{END}").diagnostics

    assert found.message == f"tên “{'đ' * 60}…” dài quá nên không làm địa chỉ được"
    assert found.remedy == "đặt tên ngắn hơn, tối đa 100 ký tự"
    assert read(f"{START}tags: {'đ' * 100}\n{END}").diagnostics == ()


def test_an_unknown_date_is_for_documents(read: ReadText) -> None:
    (found,) = read(f"---\ntitle: Một bài\ndate: Không rõ\n{END}").diagnostics

    assert (found.code, found.line, found.field) == ("AR011", 3, "date")
    assert "chỉ ngày của văn bản mới được ghi “không rõ”" in found.remedy


def test_a_file_name_that_gives_no_address_is_told(read: ReadText) -> None:
    (found,) = read(f"{START}{END}", "tin-tuc/2024.md").diagnostics

    assert (found.code, found.line, found.field) == ("AR012", 1, "slug")


def test_a_wrong_address_is_told_once(read: ReadText) -> None:
    codes = [found.code for found in read(f"{START}slug: Đề án\n{END}", "tin-tuc/…").diagnostics]

    assert codes == ["AR012"]


def test_all_findings_of_a_file_come_together(read: ReadText) -> None:
    source = "---\ndate: 30/02/2024\nstaus: draft\n---\n\n[x](khong-co.md)\n"

    assert sorted(found.code for found in read(source).diagnostics) == [
        "AR006",
        "AR007",
        "AR011",
        "AR017",
        "AR019",
        "AR027",
    ]


@pytest.mark.parametrize(
    "path",
    ["bai-khac.md", "../03/bai-khac.md", "/tin-tuc/2024/03/bai-khac.md"],
)
def test_an_advice_does_not_refuse_an_article(read: ReadText, path: str) -> None:
    article = read(f"---\ntitle: A: b\ndate: 17/03/2024\n---\n\n[x]({path})\n")

    assert [found.code for found in article.diagnostics] == ["AR005", "AR019", "AR027"]
    assert article.usable


def test_a_content_folder_is_searched_for_files_that_nobody_reads(tmp_path: Path) -> None:
    for name in (
        "README.md",
        "bai.md",
        "tin-tuc/bai.md",
        "tin-tuc/2024/bai.MD",
        "tin-tuc/2024/bai.markdown",
        "tin-tuc/2024/bai.txt",
        "tin-tuc/2024/anh.jpg",
        "tin-tuc/.nhap.txt",
        "tin/bai.md",
        "trang/x.html",
        "du-lieu/x.md",
        "hinh-anh/nguon.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "tin-tuc" / "lien-ket.md").symlink_to(tmp_path / "bai.md")

    found = find_misplaced(tmp_path, ArticleReaderSettings())

    assert [(finding.path, finding.code) for finding in found] == [
        ("bai.md", "AR015"),
        ("tin/bai.md", "AR015"),
        ("tin-tuc/2024/bai.MD", "AR016"),
        ("tin-tuc/2024/bai.markdown", "AR016"),
        ("tin-tuc/2024/bai.txt", "AR016"),
        ("tin-tuc/lien-ket.md", "AR023"),
        ("trang/x.html", "AR016"),
    ]
