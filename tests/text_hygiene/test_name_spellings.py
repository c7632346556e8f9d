"""One name in two ways of placing a tone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.articles import Kind
from plugins.core.body import BodyContext
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.text_checks import CheckedText
from plugins.text_hygiene.name_spellings import (
    TextNames,
    extract_names,
    find_two_spellings,
    names_in,
)


def names(body: str) -> TextNames:
    text = CheckedText(
        path="tin-tuc/bai.md",
        kind=Kind.ARTICLE,
        source=body,
        first_line=1,
        header={"title": "Một bài"},
        body=body,
    )
    context = BodyContext(
        path=text.path,
        kind=text.kind,
        source=body,
        first_line=1,
        content=Path(),
        link_root="/",
    )
    return extract_names(text, context)


def compared(*bodies: str) -> list[Diagnostic]:
    texts = {f"tin-tuc/{number}.md": body for number, body in enumerate(bodies)}
    found = {path: names(body).forms for path, body in texts.items()}
    return list(find_two_spellings(found, texts.__getitem__))


NAMES = [
    ("đồng chí Chu Thị Bích Thuỷ - Phó Giám đốc", ["Thị Bích Thuỷ"]),
    ("đồng chí Chu Thị Bích Thủy, chủ trì", ["Thị Bích Thủy"]),
    ("Uỷ ban nhân dân tỉnh", ["Uỷ ban"]),
    ("Ngô Quang Chính Uỷ viên BTV Huyện ủy, Phó Chủ tịch", ["Uỷ viên", "Huyện ủy"]),
    ("tỉnh Hoà Bình và huyện Thủy Nguyên", ["Hoà Bình", "Thủy Nguyên"]),
    ("<p>Nguyễn Thúy</p>", ["Nguyễn Thúy"]),
    ("nuôi trồng thuỷ sản, hoá chất, khoá học", []),
    ("Hoá chất phải được quản lý", []),
    ("Phú Quý, Quỳ Hợp, huyện Quỳnh Phụ", []),
    ("cấp ủy các cấp", []),
    ("Hoàng Thuý", ["Hoàng Thuý"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_that_could_be_spelt_in_another_way(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names


def test_one_finding_for_a_pair_names_both_files() -> None:
    (found,) = compared(
        "<p>Ông Lê Văn Hoà dự.</p>", "<p>Ông Lê Văn Hòa dự.</p>", "<p>Ông Lê Văn\nHòa nói.</p>"
    )

    assert (found.code, found.severity) == ("TH003", Severity.ADVICE)
    assert (found.path, found.line) == ("tin-tuc/0.md", 1)
    assert "“Lê Văn Hoà”" not in found.message or "tin-tuc/1.md" in found.message
    assert "tin-tuc/1.md" in found.message


def test_two_spellings_in_one_file() -> None:
    (found,) = compared("Uỷ ban họp.\n\nCác huyện báo cáo Ủy ban kết quả.")

    assert (found.path, found.line) == ("tin-tuc/0.md", 3)
    assert "ở tin-tuc/0.md viết “Uỷ ban”" in found.message


@pytest.mark.parametrize(
    "bodies",
    [
        ("Ủy ban nhân dân", "Ủy ban nhân dân"),
        ("thuỷ sản", "thủy sản"),
        ("Lê Văn Hoà", "Lê Văn Hoa"),
        ("Nguyễn Hoà", "Trần Hòa"),
    ],
)
def test_what_is_no_pair(bodies: tuple[str, str]) -> None:
    assert compared(*bodies) == []


@given(st.lists(st.text(alphabet="UuOo ỷủyàaòQq<>\nA", max_size=30), max_size=4))
def test_comparing_never_fails_and_keeps_its_order(bodies: list[str]) -> None:
    assert compared(*bodies) == compared(*bodies)
