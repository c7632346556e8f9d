"""From the Markdown of a document to its HTML, and what is reported on the way."""

import re
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.articles import Kind
from plugins.core.body import ArticleMarkdown, BodyContext
from plugins.core.diagnostics import Diagnostic, Severity
from plugins.core.html import text_of
from plugins.official_documents.markdown_extension import OfficialDocumentExtension


def convert(text: str, kind: Kind = Kind.DOCUMENT) -> tuple[str, list[Diagnostic]]:
    context = BodyContext(
        path="van-ban/x.md",
        kind=kind,
        source=text,
        first_line=1,
        content=Path("content"),
        link_root="/",
    )
    markdown = ArticleMarkdown(extensions=[OfficialDocumentExtension()])
    html = markdown.convert_article(text, context)
    return re.sub(r">\n+|\n+(?=<)", lambda part: part[0].strip("\n"), html), context.diagnostics


def test_clauses_and_points_are_lists_with_addresses() -> None:
    html, found = convert("1. Một **đậm**\n\n2. Hai:\n\na) A\n\nb) B")
    assert html == (
        '<ol class="clauses">'
        '<li class="clause" id="khoan-1">'
        '<p><a aria-label="Khoản 1." class="clause__number" href="#khoan-1">1.</a> '
        "Một <strong>đậm</strong></p></li>"
        '<li class="clause" id="khoan-2">'
        '<p><a aria-label="Khoản 2." class="clause__number" href="#khoan-2">2.</a> Hai:</p>'
        '<ol class="points">'
        '<li class="point" id="khoan-2-diem-a">'
        '<p><a aria-label="Điểm a) khoản 2." class="point__letter" '
        'href="#khoan-2-diem-a">a)</a> A</p></li>'
        '<li class="point" id="khoan-2-diem-b">'
        '<p><a aria-label="Điểm b) khoản 2." class="point__letter" '
        'href="#khoan-2-diem-b">b)</a> B</p></li>'
        "</ol></li></ol>"
    )
    assert found == []


def test_four_levels_each_with_an_address() -> None:
    marks = ("1.", "1.1.", "a)", "a.1)", "a.2)", "1.2.", "a)", "2.")
    html, found = convert("\n\n".join(f"{mark} Giao" for mark in marks))
    assert re.findall(r' id="([^"]+)"', html) == [
        "khoan-1",
        "khoan-1-1",
        "khoan-1-1-diem-a",
        "khoan-1-1-diem-a-1",
        "khoan-1-1-diem-a-2",
        "khoan-1-2",
        "khoan-1-2-diem-a",
        "khoan-2",
    ]
    assert 'aria-label="Điểm a.1) khoản 1.1."' in html
    assert found == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. A\n\n1.1. B\n\n1.3. C", [("OD004", "ở chỗ của “1.2.” lại là “1.3.”")]),
        ("2. A\n\n1.1. B", [("OD004", "ở chỗ của “1.” lại"), ("OD004", "“2.1.” lại là “1.1.”")]),
        ("a) A\n\na1) B\n\na1) C", [("OD003", "“a1)”")]),
        ("## Điều 1. A\n\n## Điều 3. B", [("OD004", "“Điều 2” lại là “Điều 3”")]),
        ("## Chương I\n\n## Chương III", [("OD004", "“Chương II” lại là “Chương III”")]),
        ("## Mục 1\n\n## Mục 1", [("OD003", "hai mục “Mục 1”")]),
    ],
)
def test_gaps_and_doubles_on_every_level(text: str, told: list[tuple[str, str]]) -> None:
    _, found = convert(text)
    assert [each.code for each in found] == [code for code, _ in told]
    for each, (_, words) in zip(found, told, strict=True):
        assert words in each.message


def test_parts_without_their_clause_have_addresses_of_their_own() -> None:
    html, _ = convert("2.1. A\n\n2.2. B\n\nĐoạn.\n\nb.1) C")
    assert re.findall(r' id="([^"]+)"', html) == ["khoan-2-1", "khoan-2-2", "khoan-2-2-diem-b-1"]


def test_divisions_count_and_clauses_are_those_of_their_article() -> None:
    html, found = convert(
        "## Chương I. Quy định chung\n\n### Điều 1. Phạm vi\n\n1. A\n\n### Điều 2. Đối tượng\n\n"
        "1. B\n\n2. C\n\n## Chương II. Tổ chức\n\n### Mục 1. Họp\n\n#### Điều 3. Lịch\n\na) D"
    )
    assert re.findall(r' id="([^"]+)"', html) == [
        "chuong-i",
        "dieu-1",
        "dieu-1-khoan-1",
        "dieu-2",
        "dieu-2-khoan-1",
        "dieu-2-khoan-2",
        "chuong-ii",
        "chuong-ii-muc-1",
        "dieu-3",
        "dieu-3-diem-a",
    ]
    assert 'aria-label="Khoản 2. điều 2"' in html
    assert found == []


def test_articles_and_pages_keep_ordinary_lists() -> None:
    for kind in (Kind.ARTICLE, Kind.PAGE):
        html, found = convert("1. Một\n2. Hai", kind)
        assert html == "<ol><li>Một</li><li>Hai</li></ol>"
        assert found == []


def test_a_closing_paragraph_stands_outside_the_clauses() -> None:
    html, _ = convert("1. Một\n\nBộ thông báo để các đơn vị biết./.")
    assert html.endswith("</li></ol><p>Bộ thông báo để các đơn vị biết./.</p>")


def test_paragraphs_and_lists_stand_in_the_item_to_which_they_belong() -> None:
    html, _ = convert("1. Một:\n- x\n- y\n\nTiếp.\n\n2. Hai")
    assert "Một:</p><ul><li>x</li><li>y</li></ul><p>Tiếp.</p></li>" in html


def test_an_ordinary_list_inside_an_item_is_not_taken_for_clauses() -> None:
    html, _ = convert("1. Một:\n\n- 1. trong danh sách\n\n2. Hai")
    assert html.count('class="clauses"') == 1


def test_points_without_a_clause() -> None:
    html, _ = convert("a) A\n\nđ) B")
    assert 'id="diem-a"' in html
    assert 'id="diem-dd"' in html


def test_a_count_that_begins_again_has_addresses_of_its_own() -> None:
    html, found = convert("## Một\n\n1. x\n\na) y\n\n## Hai\n\n1. z\n\na) t")
    assert 'id="khoan-1-2"' in html
    assert 'id="khoan-1-2-diem-a"' in html
    assert found == []


def test_a_count_that_goes_on_behind_a_heading_is_not_odd() -> None:
    html, found = convert("## Một\n\n1. x\n\n## Hai\n\n2. y")
    assert 'id="khoan-2"' in html
    assert found == []


def test_a_doubled_letter_is_told_with_both_readings() -> None:
    html, (found,) = convert("1. Một\n\na) A\n\nb) B\n\nc) C\n\nd) D\n\nd) Đ\n\ne) E")
    assert 'href="#khoan-1-diem-dd">d)</a> Đ' in html
    assert (found.code, found.severity, found.line) == ("OD003", Severity.ADVICE, 11)
    assert "có thể mục sau là “đ)”" in found.message
    assert "cũng có thể bản gốc ghi đúng như vậy" in found.message
    assert "#khoan-1-diem-dd" in found.remedy


def test_a_gap_is_told() -> None:
    _, (found,) = convert("1. Một\n\n3. Ba")
    assert (found.code, found.severity, found.line) == ("OD004", Severity.ADVICE, 3)
    assert "ở chỗ của “2.” lại là “3.”" in found.message


def test_recipients_are_a_block_with_a_real_list() -> None:
    html, found = convert("::: recipients\nNơi nhận:\n- Sở KH&CN (để t/h);\n- Lưu: VT *[ký]*\n:::")
    assert html == (
        '<div class="document-recipients">'
        '<p class="document-recipients__title">Nơi nhận:</p>'
        "<ul><li>Sở KH&amp;CN (để t/h);</li><li>Lưu: VT <em>[ký]</em></li></ul></div>"
    )
    assert found == []


def test_a_signature_keeps_its_lines() -> None:
    html, found = convert(
        "::: signature\nTL. BỘ TRƯỞNG\nKT. CHÁNH VĂN PHÒNG\n\nNguyễn Thị Huệ\n:::"
    )
    assert html == (
        '<div class="document-signature">'
        "<p>TL. BỘ TRƯỞNG<br />KT. CHÁNH VĂN PHÒNG</p><p>Nguyễn Thị Huệ</p></div>"
    )
    assert found == []


@pytest.mark.parametrize(
    ("text", "code", "line", "remedy"),
    [
        ("Trước.\n\n::: recipients\nNơi nhận:\n\nSau.", "OD001", 3, "chỉ có :::"),
        ("::: recipient\nNơi nhận:\n:::", "OD002", 1, "“::: recipients”"),
        ("::: ghi chú\nx\n:::", "OD002", 1, "chỉ có hai khối"),
        ("Trước.\n\n:::", "OD002", 3, "chỉ có hai khối"),
    ],
)
def test_wrong_fences_stop_the_build(text: str, code: str, line: int, remedy: str) -> None:
    _, (found,) = convert(text)
    assert (found.code, found.severity, found.line) == (code, Severity.ERROR, line)
    assert remedy in found.remedy


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["1. Một", "2. Hai", "a) A", "đ) B", "  b) C", "Đoạn thường", "  Thụt"]
            ),
            st.sampled_from(["\n", "\n\n", "\n\n\n"]),
        )
    )
)
def test_not_a_word_is_lost_moved_or_renumbered(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    html, _ = convert(text)
    assert text_of(html).split() == text.split()


@pytest.mark.parametrize("text", ["a) x\n\n", "::: recipients\n\n", "1. x\n\ny\n\n"])
def test_the_work_grows_no_faster_than_the_text(text: str) -> None:
    began = perf_counter()
    _, found = convert(text * 5_000)
    assert perf_counter() - began < 5
    assert len(found) in {0, 50}


@pytest.mark.parametrize("kind", [Kind.ARTICLE, Kind.PAGE])
def test_a_fence_outside_of_documents_is_told_once_and_stays_text(kind: Kind) -> None:
    html, (found,) = convert("Trước.\n\n::: signature\nA\n\nB\n:::", kind)
    assert html == "<p>Trước.</p><p>::: signature\nA</p><p>B\n:::</p>"
    assert (found.code, found.severity, found.line) == ("OD007", Severity.WARNING, 3)
    assert "“::: signature”" in found.message


def test_a_fence_in_code_is_code() -> None:
    _, found = convert("Trước.\n\n    ::: signature\n", Kind.ARTICLE)
    assert found == []


def test_an_odd_capacity_is_told_with_its_line() -> None:
    _, found = convert("Nội dung.\n\n::: signature\nTN. GIÁM ĐỐC\n\nNguyễn Thị Huệ\n:::")
    assert [(each.code, each.line) for each in found] == [("OD014", 4)]
